package org.tonle.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one file of a study as its table says.
final class SheetReader {
  private static final long LARGEST_BYTES = 200L << 20;
  private static final List<Integer> ROW_LIMITS = List.of(65_536, 1_048_576);
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "sum",
          "grand total",
          "subtotal",
          "sub-total",
          "totals",
          "សរុប",
          "合计",
          "总计",
          "小计",
          "总和",
          "tổng",
          "tổng cộng",
          "รวม",
          "ລວມ");

  private final Table table;
  private final Problems problems;
  private int blankRows;

  private SheetReader(Table table, Problems problems) {
    this.table = table;
    this.problems = problems;
  }

  /// The rows of a file; those with problems are left out.
  static Sheet read(Path file, Table table, Problems problems) {
    return new SheetReader(table, problems).read(file);
  }

  /// The rows of a text that is a table.
  static Sheet parse(String text, Table table, Problems problems) {
    return new SheetReader(table, problems).parse(text);
  }

  private Sheet read(Path file) {
    return parse(text(file));
  }

  private Sheet parse(String text) {
    Sheet sheet = new Sheet(table);
    if (text.isEmpty()) {
      return sheet;
    }
    Records records = Records.parse(table, text);
    Header header = Header.find(table, records.rows());
    if (header.row() < 0) {
      problems.error("header_not_found", table.file(), 1, "", required(), first(records.rows()));
      return sheet;
    }
    if (records.separator() != ',') {
      String name = records.separator() == ';' ? ";" : "tab";
      problems.note("other_separator", table.file(), "", name);
    }
    if (header.row() > 0) {
      problems.note("title_lines", table.file(), "", Integer.toString(header.row()));
    }
    header.check(table, records.rows().get(header.row()), problems);
    rows(records, header, sheet);
    if (records.isBroken()) {
      problems.error("broken_row", table.file(), records.rows().size() + 1, "", "", "\"");
    }
    return sheet;
  }

  private String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        problems.error(
            "too_large", table.file(), 0, "", "≤ 200 MB", (Files.size(file) >> 20) + " MB");
        return "";
      }
      Decoder.Text decoded = Decoder.decode(Files.readAllBytes(file));
      if (decoded.text().isEmpty()) {
        problems.error("unknown_encoding", table.file(), 0, "", "UTF-8", decoded.encoding());
        return "";
      }
      if (!decoded.encoding().equals("UTF-8")) {
        problems.note("other_encoding", table.file(), "", decoded.encoding());
      }
      String text = decoded.text().get();
      if (Cells.trim(text).isEmpty()) {
        problems.error("empty_file", table.file(), 0, "", required(), "");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String required() {
    return String.join(
        ", ", table.columns().stream().filter(Column::isRequired).map(Column::name).toList());
  }

  private static String first(List<String[]> rows) {
    return rows.isEmpty() ? "" : String.join(",", rows.getFirst());
  }

  private void rows(Records records, Header header, Sheet sheet) {
    CellReader cells = new CellReader(table, problems, isCommaDecimal(records, header));
    int width = records.rows().get(header.row()).length;
    for (int r = header.row() + 1; r < records.rows().size(); r++) {
      String[] row = records.rows().get(r);
      if (Records.isBlank(row)) {
        blankRows++;
      } else if (isWhole(row, r + 1, width, header)) {
        cells(row, r + 1, header, cells, sheet);
      }
    }
    int data = records.rows().size() - header.row() - 1;
    if (ROW_LIMITS.contains(data) || ROW_LIMITS.contains(data + header.row() + 1)) {
      problems.warn("row_limit", table.file(), 0, "", "", Integer.toString(data), "");
    }
    tell("blank_rows", trailing(records, header));
    tell("numbers_put_in_order", cells.reordered);
    tell("words_for_missing", cells.missingWords);
  }

  /// Blank rows at the end are no news.
  private int trailing(Records records, Header header) {
    int end = records.rows().size();
    while (end > header.row() + 1 && Records.isBlank(records.rows().get(end - 1))) {
      end--;
      blankRows--;
    }
    return blankRows;
  }

  private void tell(String code, int count) {
    if (count > 0) {
      problems.note(code, table.file(), "", Integer.toString(count));
    }
  }

  private static boolean isCommaDecimal(Records records, Header header) {
    if (records.separator() == ',') {
      return false;
    }
    for (int r = header.row() + 1; r < records.rows().size(); r++) {
      for (String cell : records.rows().get(r)) {
        if (Cells.isSurelyCommaDecimal(Cells.trim(cell))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a record is a row of the table, not a broken one, a total or a line of text below it.
  private boolean isWhole(String[] row, int number, int width, Header header) {
    String firstCell = first(row);
    boolean hasMore =
        row.length > width && !Records.isBlank(Arrays.copyOfRange(row, width, row.length));
    int filled = (int) Arrays.stream(row).filter(c -> !Cells.trim(c).isEmpty()).count();
    long needed = table.columns().stream().filter(Column::isRequired).count();
    if (isTotal(row)) {
      problems.error("total_row", table.file(), number, "", "", firstCell);
      return false;
    }
    if (filled == 1 && needed > 1) {
      problems.error("stray_text", table.file(), number, "", "", firstCell);
      return false;
    }
    if (number == header.row() + 2 && isUnitRow(row)) {
      problems.error("unit_row", table.file(), number, "", "", String.join(", ", row));
      return false;
    }
    if (hasMore || row.length < width) {
      problems.error(
          "broken_row",
          table.file(),
          number,
          "",
          Integer.toString(width),
          row.length + ": " + firstCell);
      return false;
    }
    return true;
  }

  private static String first(String[] row) {
    return Arrays.stream(row).map(Cells::trim).filter(c -> !c.isEmpty()).findFirst().orElse("");
  }

  private static boolean isTotal(String[] row) {
    for (int i = 0; i < StrictMath.min(3, row.length); i++) {
      String cell = Cells.trim(row[i]).toLowerCase(Locale.ROOT);
      if (TOTALS.contains(cell) || cell.startsWith("grand total") || cell.startsWith("total (")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnitRow(String[] row) {
    Set<String> units =
        Set.of(
            "km", "m", "m3/s", "m³/s", "mg/l", "km2", "km²", "m3/d", "%", "°c", "d", "g/d",
            "people");
    List<String> filled = Arrays.stream(row).map(Cells::trim).filter(c -> !c.isEmpty()).toList();
    return filled.stream()
        .allMatch(c -> units.contains(c.replaceAll("[()\\[\\]]", "").toLowerCase(Locale.ROOT)));
  }

  private void cells(String[] row, int number, Header header, CellReader cells, Sheet sheet) {
    @Nullable Object[] values = new Object[table.columns().size()];
    for (int c = 0; c < header.at().length; c++) {
      int column = header.at()[c];
      if (column >= 0) {
        Column of = table.columns().get(column);
        values[column] = cells.read(of, number, row[c]);
        if (of.type() == Column.Type.TEXT && CellReader.isLegacyFont(of.name(), row[c])) {
          problems.warn("legacy_font_text", table.file(), number, of.name(), "", row[c], "");
        }
      }
    }
    sheet.add(new Row(sheet, number, values));
  }
}
