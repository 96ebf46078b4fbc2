package org.tonle.folder;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Observation;

/// Reads the cells of one table by their columns, and says what is wrong with them.
final class CellReader {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_LINE = 4_000_000;
  private static final int BUDDHIST_ERA = 543;

  private final Table table;
  private final Problems problems;
  private final boolean isCommaDecimal;
  int reordered;
  int missingWords;

  CellReader(Table table, Problems problems, boolean isCommaDecimal) {
    this.table = table;
    this.problems = problems;
    this.isCommaDecimal = isCommaDecimal;
  }

  /// The cell's value, or null where it is empty or wrong.
  @Nullable Object read(Column column, int row, String raw) {
    String cell = Cells.trim(raw);
    if (cell.isEmpty()) {
      if (column.isRequired()) {
        error("missing_value", column, row, column.range(), "");
      }
      return null;
    }
    if (Cells.isSheetError(cell)) {
      error("spreadsheet_error", column, row, column.range(), cell);
      return null;
    }
    if (cell.length() > longest(column)) {
      error("too_long", column, row, Integer.toString(longest(column)), cell);
      return null;
    }
    return switch (column.type()) {
      case ID, TEXT, REFERENCE -> cell;
      case NUMBER, INTEGER -> number(column, row, cell);
      case SHARE -> share(column, row, cell);
      case BOUNDED -> bounded(column, row, cell);
      case CHOICE -> choice(column, row, cell);
      case YES_NO -> orError(Cells.yesNo(cell), "not_yes_or_no", column, row, "yes | no", cell);
      case MONTHS ->
          orError(Cells.months(cell), "bad_months", column, row, "6-9 | 12-2 | 6;7;8", cell);
      case DATE -> date(column, row, cell);
      case LINE ->
          orError(Cells.line(cell), "bad_line", column, row, "LINESTRING (lon lat, …)", cell);
    };
  }

  private static int longest(Column column) {
    return switch (column.type()) {
      case ID, REFERENCE -> LONGEST_ID;
      case LINE -> LONGEST_LINE;
      default -> LONGEST_TEXT;
    };
  }

  private void error(String code, Column column, int row, String expected, String found) {
    problems.error(code, table.file(), row, column.name(), expected, found);
  }

  private @Nullable Object orError(
      Optional<?> value, String code, Column column, int row, String expected, String found) {
    if (value.isPresent()) {
      return value.get();
    }
    error(code, column, row, expected, found);
    return null;
  }

  private @Nullable Object choice(Column column, int row, String cell) {
    String plain = cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    if (column.choices().contains(plain)) {
      return plain;
    }
    problems.error(
        "unknown_word",
        table.file(),
        row,
        column.name(),
        String.join(" | ", column.choices()),
        cell,
        Nearest.of(plain, column.choices()));
    return null;
  }

  private @Nullable Double number(Column column, int row, String cell) {
    if (Cells.isMissingWord(cell)) {
      if (column.isRequired()) {
        error("missing_value", column, row, column.range(), cell);
      } else {
        missingWords++;
      }
      return null;
    }
    Cells.Written number = Cells.number(cell, isCommaDecimal);
    if (number.writing() == Cells.Writing.NOT_A_NUMBER) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    if (number.writing() == Cells.Writing.AMBIGUOUS) {
      String text = Cells.ascii(cell);
      error(
          "ambiguous_number",
          column,
          row,
          text.replace(",", "") + " | " + text.replace(',', '.'),
          cell);
      return null;
    }
    reordered += number.writing() == Cells.Writing.REORDERED ? 1 : 0;
    return checked(column, row, cell, number.value());
  }

  private @Nullable Double checked(Column column, int row, String cell, double value) {
    if (isMissingMark(value)) {
      error("missing_mark", column, row, column.range(), cell);
      return null;
    }
    boolean isDegrees = column.name().equals("lon") || column.name().equals("lat");
    if (isDegrees && StrictMath.abs(value) > 360) {
      error("not_degrees", column, row, column.range(), cell);
      return null;
    }
    boolean isYear = column.name().equals("base_year");
    if (isYear && value > 2400 && value < 2700) {
      problems.error(
          "bad_date",
          table.file(),
          row,
          column.name(),
          column.range(),
          cell,
          Cells.plain(value - BUDDHIST_ERA));
      return null;
    }
    if (!column.allows(value)) {
      boolean isPercent = column.type() == Column.Type.SHARE && value > 1 && value <= 100;
      problems.error(
          "out_of_range",
          table.file(),
          row,
          column.name(),
          column.range(),
          cell,
          isPercent ? cell + "%" : "");
      return null;
    }
    if (column.type() == Column.Type.INTEGER && value != StrictMath.rint(value)) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    return value;
  }

  /// Marks that instruments and databases write where they have no value.
  private static boolean isMissingMark(double value) {
    return value == -9999
        || value == -999
        || value == -99999
        || value == -99
        || value == -999.9
        || value == -999.25
        || StrictMath.abs(value) >= 1e20;
  }

  private @Nullable Double share(Column column, int row, String cell) {
    String text = Cells.ascii(cell);
    if (!text.endsWith("%")) {
      return number(column, row, cell);
    }
    Cells.Written number =
        Cells.number(Cells.trim(text.substring(0, text.length() - 1)), isCommaDecimal);
    if (number.writing() == Cells.Writing.NOT_A_NUMBER
        || number.writing() == Cells.Writing.AMBIGUOUS) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    return checked(column, row, cell, number.value() / 100);
  }

  private Row.@Nullable Bounded bounded(Column column, int row, String cell) {
    String text = Cells.ascii(cell);
    Observation.Bound bound = Observation.Bound.EXACT;
    if (text.startsWith("<") || text.startsWith("≤")) {
      bound = Observation.Bound.BELOW;
    } else if (text.startsWith(">") || text.startsWith("≥")) {
      bound = Observation.Bound.ABOVE;
    } else if (Cells.isMissingWord(cell)) {
      problems.warn("word_for_a_value", table.file(), row, column.name(), "<0.05 | >5", cell, "");
      return null;
    }
    String rest = bound == Observation.Bound.EXACT ? cell : Cells.trim(text.substring(1));
    Double value = number(column, row, rest.startsWith("=") ? rest.substring(1) : rest);
    return value == null ? null : new Row.Bounded(bound, value);
  }

  private @Nullable LocalDate date(Column column, int row, String cell) {
    Optional<LocalDate> date = Cells.date(cell);
    if (date.isPresent() && date.get().getYear() < 2400) {
      return date.get();
    }
    String hint =
        date.map(d -> d.minusYears(BUDDHIST_ERA).toString())
            .or(() -> Cells.serialDate(cell).map(LocalDate::toString))
            .orElse("");
    problems.error("bad_date", table.file(), row, column.name(), "2024-06-30", cell, hint);
    return null;
  }

  /// Text cells that were not typed as Unicode Khmer though they stand for it.
  static boolean isLegacyFont(String columnName, String cell) {
    boolean isName = columnName.equals("name_km") || columnName.equals("name");
    if (!isName || cell.isEmpty()) {
      return false;
    }
    boolean hasKhmer = cell.codePoints().anyMatch(c -> c >= 0x1780 && c <= 0x17FF);
    boolean hasLatin = cell.codePoints().anyMatch(c -> c < 0x250 && Character.isLetter(c));
    if (columnName.equals("name_km")) {
      return hasLatin && !hasKhmer;
    }
    return columnName.equals("name") && !hasKhmer && looksTyped(cell);
  }

  /// Khmer legacy fonts leave capitals inside words beside letters such as Ð, ñ, µ, ¼.
  private static boolean looksTyped(String cell) {
    List<String> words = List.of(cell.split("\\s+", -1));
    return words.stream()
        .anyMatch(
            w ->
                w.matches(".*\\p{Ll}\\p{Lu}.*")
                    && w.codePoints().anyMatch(c -> c > 0xA0 && c < 0x100));
  }
}
