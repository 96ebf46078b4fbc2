package org.tonle.folder.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.text.Cells;
import org.tonle.text.DecimalMark;
import org.tonle.text.Decoder;
import org.tonle.text.Records;
import org.tonle.text.WrittenText;

/// Reader of one file of a study by its table.
public final class SheetReader {
  private static final long LARGEST_BYTES = 200L << 20;
  private static final int MOST_REMEMBERED = 2000;
  private static final List<Integer> ROW_LIMITS = List.of(65_536, 1_048_576);
  private static final Set<String> ADDS_UP =
      Set.of(
          Schema.UNITS,
          Schema.TOWNS,
          Schema.PLANTS,
          Schema.INDUSTRY,
          Schema.LIVESTOCK,
          Schema.LAND);

  private final Table table;
  private final Optional<Projection> projection;
  private final Problems problems;
  private final boolean addsUp;
  private final long needed;
  private int blankRows;

  /// Cells without a fault in their letters, and words that name no sum, by column: a station
  /// stands in many rows.
  private final Map<String, Set<String>> clean = new HashMap<>();

  private final Set<String> noTotals = new HashSet<>();

  private SheetReader(Table table, Optional<Projection> projection, Problems problems) {
    this.table = table;
    this.projection = projection;
    this.problems = problems;
    addsUp = ADDS_UP.contains(table.file());
    needed = table.columns().stream().filter(Column::isRequired).count();
  }

  /// The rows of a file; those with problems are left out.
  ///
  /// @param projection the map of points that are in metres
  public static Sheet read(
      Path file, Table table, Optional<Projection> projection, Problems problems) {
    return new SheetReader(table, projection, problems).read(file);
  }

  /// The rows of a text in table form.
  public static Sheet parse(String text, Table table, Problems problems) {
    return parse(text, table, Optional.empty(), problems);
  }

  /// The same where points may be in metres of a map.
  public static Sheet parse(
      String text, Table table, Optional<Projection> projection, Problems problems) {
    return new SheetReader(table, projection, problems).parse(text);
  }

  private Sheet read(Path file) {
    return parse(text(file));
  }

  private Sheet parse(String text) {
    Sheet sheet = new Sheet(table);
    if (text.isEmpty()) {
      return sheet;
    }
    Records records = Header.records(table, text);
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
    sheet.partedBy(records.separator());
    header.check(table, records.rows().get(header.row()), problems);
    new FlagColumns(table, problems).check(records, header);
    rows(records, header, sheet);
    cutOff(text, records, header, sheet);
    if (records.isBroken()) {
      problems.error("broken_row", table.file(), records.rows().size() + 1, "", "", "\"");
    }
    return sheet;
  }

  /// A number at the very end of a file, without a line end, may have lost digits; a word that is
  /// the beginning of another, its end and all rows after it.
  private void cutOff(String text, Records records, Header header, Sheet sheet) {
    char last = text.charAt(text.length() - 1);
    if (last == '\n' || last == '\r') {
      return;
    }
    String[] row = records.rows().getLast();
    int column = row.length <= header.at().length ? header.at()[row.length - 1] : -1;
    boolean isNumber =
        column >= 0
            && (table.columns().get(column).isNumeric()
                || table.columns().get(column).type() == Column.Type.BOUNDED);
    String cell = row[row.length - 1];
    String name = column >= 0 ? table.columns().get(column).name() : "";
    boolean isCut = isNumber ? !Cells.trim(cell).isEmpty() : isBeginning(cell, records, header);
    if (column >= 0 && isCut) {
      problems.warn("no_line_end", table.file(), records.rows().size(), name, "", cell, "");
    } else {
      sheet.endsOpen(new Sheet.OpenEnd(records.rows().size(), name, cell));
    }
  }

  /// Whether the last cell of a table is the beginning of another of its column.
  private static boolean isBeginning(String cell, Records records, Header header) {
    int at = records.rows().getLast().length - 1;
    if (Cells.trim(cell).isEmpty() || records.rows().size() < header.row() + 3) {
      return false;
    }
    return records.rows().subList(header.row() + 1, records.rows().size() - 1).stream()
        .anyMatch(r -> at < r.length && r[at].length() > cell.length() && r[at].startsWith(cell));
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
        problems.error(
            "unknown_encoding", table.file(), decoded.row(), "", "UTF-8", decoded.encoding());
        return "";
      }
      if (!decoded.encoding().equals("UTF-8")) {
        problems.note("other_encoding", table.file(), "", decoded.encoding());
      }
      String text = decoded.text().get();
      int zero = text.indexOf('\0');
      if (zero >= 0) {
        int row = 1 + (int) text.substring(0, zero).chars().filter(c -> c == '\n').count();
        long count = text.chars().filter(c -> c == 0).count();
        problems.error("zero_byte", table.file(), row, "", "", Long.toString(count));
        return "";
      }
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
    DecimalMark mark = header.mark(table, records);
    CellReader cells = new CellReader(table, problems, mark, projection);
    int width = records.rows().get(header.row()).length;
    for (int r = header.row() + 1; r < records.rows().size(); r++) {
      String[] row = records.rows().get(r);
      if (Records.isBlank(row)) {
        blankRows++;
      } else if (isWhole(row, r + 1, width, header, sheet)) {
        cells(row, r + 1, header, cells, sheet);
      }
    }
    int data = records.rows().size() - header.row() - 1;
    if (blankRows == data) {
      problems.warn("table_without_rows", table.file(), header.row() + 1, "", "", "", "");
    }
    if (ROW_LIMITS.contains(data) || ROW_LIMITS.contains(data + header.row() + 1)) {
      problems.warn("row_limit", table.file(), 0, "", "", Integer.toString(data), "");
    }
    tell("blank_rows", trailing(records, header));
    tell("numbers_put_in_order", cells.reordered);
    tell("words_for_missing", cells.missingWords);
    cells.tellRatios();
    cells.tellMarks();
    cells.tellProjected();
  }

  /// Blank rows at the end are not reported.
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

  /// Whether a record is a row of the table, not a broken one, a total or a line of text below it.
  private boolean isWhole(String[] row, int number, int width, Header header, Sheet sheet) {
    boolean hasMore =
        row.length > width && !Records.isBlank(Arrays.copyOfRange(row, width, row.length));
    if (isTotal(row, header)) {
      problems.error("total_row", table.file(), number, "", "", first(row));
      return false;
    }
    if (needed > 1 && hasOneCell(row)) {
      problems.error("stray_text", table.file(), number, "", "", first(row));
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
          row.length + ": " + first(row));
      sheet.leaveOut(first(row));
      return false;
    }
    return true;
  }

  private static String first(String[] row) {
    return Arrays.stream(row).map(Cells::trim).filter(c -> !c.isEmpty()).findFirst().orElse("");
  }

  private static boolean hasOneCell(String[] row) {
    int filled = 0;
    for (int c = 0; c < row.length && filled < 2; c++) {
      filled += Cells.trim(row[c]).isEmpty() ? 0 : 1;
    }
    return filled == 1;
  }

  /// Whether one of the first cells with words names a sum.
  private boolean isTotal(String[] row, Header header) {
    int words = 0;
    for (int c = 0; c < StrictMath.min(row.length, header.at().length) && words < 3; c++) {
      int column = header.at()[c];
      String cell = Cells.trim(row[c]);
      boolean isWord =
          column < 0
              || table.columns().get(column).type() == Column.Type.ID
              || table.columns().get(column).type() == Column.Type.TEXT;
      if (isWord && !cell.isEmpty()) {
        words++;
        if (!noTotals.contains(cell)) {
          if (TotalWords.names(cell, addsUp)) {
            return true;
          }
          remember(noTotals, cell);
        }
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
    String[] typed = new String[table.columns().size()];
    Arrays.fill(typed, "");
    for (int c = 0; c < header.at().length; c++) {
      int column = header.at()[c];
      if (column >= 0) {
        Column of = table.columns().get(column);
        values[column] = cells.read(of, number, row[c], header.factors()[c]);
        typed[column] = row[c];
        boolean isText = of.type() == Column.Type.TEXT || of.type() == Column.Type.ID;
        if (isText && row[c].length() <= CellReader.longest(of)) {
          letters(of, number, row[c], isRepeated(row, c));
        }
      }
    }
    cells.place(values, number);
    sheet.add(new Row(sheet, number, values), typed);
  }

  /// Whether a cell repeats another of its row: a name in place of a missing translation.
  private static boolean isRepeated(String[] row, int at) {
    for (int c = 0; c < row.length; c++) {
      if (c != at && row[c].equals(row[at])) {
        return true;
      }
    }
    return false;
  }

  /// Reports faults in the letters of a cell.
  private void letters(Column column, int number, String cell, boolean isRepeated) {
    Set<String> known = clean.computeIfAbsent(column.name(), c -> new HashSet<>());
    if (known.contains(cell)) {
      return;
    }
    if (WrittenText.hasControls(cell)) {
      problems.error("control_sign", table.file(), number, column.name(), "", cell);
    } else if (WrittenText.isLost(cell)) {
      problems.warn("garbled_text", table.file(), number, column.name(), "", cell, "");
    } else {
      Optional<String> meant = WrittenText.misread(cell);
      if (meant.isPresent()) {
        problems.warn("garbled_text", table.file(), number, column.name(), "", cell, meant.get());
      } else if (!isRepeated && WrittenText.isLegacyFont(column.name(), cell)) {
        legacyFont(column, number, cell);
      } else if (!isRepeated) {
        remember(known, cell);
      }
    }
  }

  private static void remember(Set<String> known, String cell) {
    if (known.size() < MOST_REMEMBERED) {
      known.add(cell);
    }
  }

  /// Reports a cell, with its probable text as long as the hint will be shown.
  private void legacyFont(Column column, int number, String cell) {
    String code = "legacy_font_text";
    boolean isRead = !problems.isFull(code, table.file());
    Optional<String> khmer = isRead ? WrittenText.ofLegacyFont(cell) : Optional.empty();
    String hint = khmer.map(k -> "→ " + k).orElse("");
    problems.warn(code, table.file(), number, column.name(), "", cell, hint);
  }
}
