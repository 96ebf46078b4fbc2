package org.tonle.export.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tonle.text.CsvRows;

/// Table shape: what a sheet must know of a table before its rows are written.
///
/// @param rows number of rows without the header
/// @param isNumber whether the cells of each column are numbers
/// @param characters longest cell of each column
record TableShape(long rows, List<String> columns, boolean[] isNumber, int[] characters) {
  /// Columns of ids and words of the study. They stay text even where all of them look like
  /// numbers, because 7 and 007 are different places.
  private static final Set<String> TEXT =
      Set.of(
          "aim_place",
          "binding_place",
          "class",
          "condition",
          "constituent",
          "cut_constituent",
          "design_flow",
          "effluent_class",
          "enters_at",
          "first_cause",
          "id",
          "key",
          "lake",
          "law",
          "lever",
          "load_constituent",
          "measured_constituent",
          "measured_place",
          "name",
          "node",
          "note",
          "object",
          "parent",
          "place",
          "reach",
          "reference",
          "references",
          "scenario",
          "season",
          "seasons",
          "sewershed",
          "source",
          "standard",
          "station",
          "title",
          "town",
          "unit",
          "upstream_country",
          "where");

  /// Ends of the names of such columns.
  private static final List<String> TEXT_ENDS =
      List.of("_id", "_name", "_zh", "_km", "_place", "_season", "_constituent", "_station");

  /// A number as tables write it; 007 and 1.50 are none.
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?(E-?[0-9]+)?");

  /// Digits that a spreadsheet keeps.
  private static final int MOST_DIGITS = 15;

  static TableShape of(Path file) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      List<String> columns = rows.hasNext() ? List.of(rows.next().cells()) : List.of();
      boolean[] isNumber = new boolean[columns.size()];
      boolean[] isFilled = new boolean[columns.size()];
      int[] characters = columns.stream().mapToInt(String::length).toArray();
      for (int c = 0; c < isNumber.length; c++) {
        isNumber[c] = !isText(columns.get(c));
      }
      long count = 0;
      for (; rows.hasNext(); count++) {
        String[] cells = rows.next().cells();
        for (int c = 0; c < StrictMath.min(cells.length, isNumber.length); c++) {
          String cell = cells[c];
          isFilled[c] |= !cell.isEmpty();
          isNumber[c] = isNumber[c] && (cell.isEmpty() || isNumber(cell));
          characters[c] = StrictMath.max(characters[c], cell.length());
        }
      }
      for (int c = 0; c < isNumber.length; c++) {
        isNumber[c] &= isFilled[c];
      }
      return new TableShape(count, columns, isNumber, characters);
    }
  }

  private static boolean isText(String column) {
    return TEXT.contains(column) || TEXT_ENDS.stream().anyMatch(column::endsWith);
  }

  private static boolean isNumber(String cell) {
    char first = cell.charAt(0);
    return (first == '-' || (first >= '0' && first <= '9'))
        && cell.length() <= MOST_DIGITS + 6
        && cell.chars().filter(Character::isDigit).count() <= MOST_DIGITS
        && NUMBER.matcher(cell).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableShape that
        && rows == that.rows
        && columns.equals(that.columns)
        && Arrays.equals(isNumber, that.isNumber)
        && Arrays.equals(characters, that.characters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {rows, columns});
  }

  @Override
  public String toString() {
    return columns + " × " + rows;
  }
}
