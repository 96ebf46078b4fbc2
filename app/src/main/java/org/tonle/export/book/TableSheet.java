package org.tonle.export.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tonle.text.CsvRows;

/// Table sheet of a workbook: the names of the columns, what each holds with its unit, and the
/// rows.
final class TableSheet {
  private static final int FIRST = 2;

  /// Rows that are written at once; more would only take memory.
  private static final int AT_ONCE = 1000;

  private static final int NARROWEST = 10;
  private static final int WIDEST = 40;
  private static final int MEANING_POINTS = 9;
  private static final double MEANING_HEIGHT = 75;

  /// Format of cells that stay text when somebody edits them.
  private static final String TEXT = "@";

  private final Worksheet sheet;
  private final TableShape shape;

  private TableSheet(Worksheet sheet, TableShape shape) {
    this.sheet = sheet;
    this.shape = shape;
  }

  /// @param meanings what each column holds
  static void write(
      Workbook book, String name, Path file, TableShape shape, Map<String, String> meanings)
      throws IOException {
    Worksheet sheet = book.newWorksheet(name);
    TableSheet table = new TableSheet(sheet, shape);
    table.head(meanings);
    try (CsvRows rows = CsvRows.open(file)) {
      rows.next();
      int row = FIRST;
      while (rows.hasNext()) {
        table.row(row++, rows.next().cells());
        if (row % AT_ONCE == 0) {
          table.flush(row - AT_ONCE, row);
        }
      }
      table.flush(row - row % AT_ONCE, row);
    }
    sheet.finish();
  }

  private void head(Map<String, String> meanings) {
    for (int c = 0; c < shape.columns().size(); c++) {
      String column = shape.columns().get(c);
      sheet.value(0, c, column);
      sheet.value(1, c, Book.fitting(meanings.getOrDefault(column, "")));
      int width = StrictMath.min(WIDEST, StrictMath.max(NARROWEST, shape.characters()[c] + 2));
      sheet.width(c, width);
    }
    int last = StrictMath.max(0, shape.columns().size() - 1);
    sheet.range(0, 0, 0, last).style().bold().set();
    sheet
        .range(1, 0, 1, last)
        .style()
        .fontSize(MEANING_POINTS)
        .italic()
        .wrapText(true)
        .verticalAlignment("top")
        .set();
    sheet.rowHeight(1, MEANING_HEIGHT);
    sheet.freezePane(0, FIRST);
    // below the meanings, so that sorting leaves them where they are
    sheet.setAutoFilter(1, 0, (int) shape.rows() + 1, last);
  }

  private void row(int row, String[] cells) {
    for (int c = 0; c < StrictMath.min(cells.length, shape.columns().size()); c++) {
      String cell = cells[c];
      if (cell.isEmpty()) {
        continue;
      }
      if (shape.isNumber()[c]) {
        sheet.value(row, c, (Number) Double.valueOf(cell));
      } else {
        sheet.value(row, c, Book.fitting(cell));
      }
    }
  }

  private void flush(int from, int to) throws IOException {
    int first = StrictMath.max(from, FIRST);
    if (first >= to) {
      return;
    }
    for (int c = 0; c < shape.columns().size(); c++) {
      if (!shape.isNumber()[c]) {
        sheet.range(first, c, to - 1, c).style().format(TEXT).set();
      }
    }
    sheet.flush();
  }
}
