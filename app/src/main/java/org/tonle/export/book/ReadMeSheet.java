package org.tonle.export.book;

import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tonle.i18n.Words;
import tools.jackson.databind.JsonNode;

/// Read-me sheet, the first of a workbook: which result it holds, by which law, and in which
/// sheets; in the three languages of the product.
final class ReadMeSheet {
  private static final String NAME = "Read me";

  /// Keys of the summary, in the order in which the sheet names them.
  private static final List<String> FACTS =
      List.of(
          "study",
          "scenario",
          "comparedWith",
          "version",
          "law",
          "standardsDate",
          "draws",
          "seed",
          "finding",
          "findingZh",
          "findingKm",
          "hash");

  private static final int[] WIDTHS = {24, 60, 36, 36, 12};

  private final Worksheet sheet;
  private int row;

  private ReadMeSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /// Table that the sheet names.
  ///
  /// @param name of its sheet
  /// @param isLeftOut whether it has more rows than a sheet can hold
  record Listed(String name, String meaning, long rows, boolean isLeftOut) {}

  static void write(Workbook book, JsonNode summary, List<Listed> tables)
      throws java.io.IOException {
    ReadMeSheet page = new ReadMeSheet(book.newWorksheet(NAME));
    for (int c = 0; c < WIDTHS.length; c++) {
      page.sheet.width(c, WIDTHS[c]);
    }
    page.heading("book.title");
    page.row++;
    for (String key : FACTS) {
      JsonNode fact = summary.path(key);
      if (fact.isValueNode() && !fact.asString("").isEmpty()) {
        page.fact(key, fact);
      }
    }
    page.row++;
    page.heading("book.tables");
    page.tables(tables);
    page.sheet.finish();
  }

  private void heading(String key) {
    sheet.value(row, 0, Words.in("en").text(key));
    sheet.value(row, 2, Words.in("zh").text(key));
    sheet.value(row, 3, Words.in("km").text(key));
    sheet.range(row, 0, row, 3).style().bold().fontSize(12).set();
    row++;
  }

  private void fact(String key, JsonNode fact) {
    sheet.value(row, 0, Words.in("en").text("book.fact." + key));
    sheet.value(row, 2, Words.in("zh").text("book.fact." + key));
    sheet.value(row, 3, Words.in("km").text("book.fact." + key));
    sheet.value(row, 1, Book.fitting(fact.asString("")));
    wrapped(1);
    row++;
  }

  private void wrapped(int column) {
    sheet
        .style(row, column)
        .format("@")
        .wrapText(true)
        .verticalAlignment("top")
        .horizontalAlignment("left")
        .set();
  }

  private void tables(List<Listed> tables) {
    for (Listed table : tables) {
      String key = "book.table." + table.name();
      sheet.value(row, 0, table.name());
      sheet.value(row, 1, Book.fitting(table.meaning()));
      wrapped(1);
      if (table.isLeftOut()) {
        sheet.value(row, 2, Words.in("zh").text("book.left_out"));
        sheet.value(row, 3, Words.in("km").text("book.left_out"));
        sheet.value(row, 5, Words.in("en").text("book.left_out"));
      } else if (Words.in("zh").has(key)) {
        sheet.value(row, 2, Words.in("zh").text(key));
        sheet.value(row, 3, Words.in("km").text(key));
      }
      sheet.value(row, 4, (Number) table.rows());
      row++;
    }
  }
}
