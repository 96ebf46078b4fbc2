package org.tonle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Records of a file, split by one separator.
///
/// @param separator comma, semicolon or tab
/// @param rows all records; row number as a spreadsheet shows it is the index + 1
/// @param isBroken whether the file stops being a table after the last record
public record Records(char separator, List<String[]> rows, boolean isBroken) {
  /// Shared by all empty lines, of which there may be millions.
  private static final String[] EMPTY = {""};

  public static Records read(String text, char separator) {
    List<String[]> rows = new ArrayList<>();
    try (CsvRows csv = CsvRows.everyLine(text, separator)) {
      while (csv.hasNext()) {
        String[] row = csv.next().cells();
        share(row, rows.isEmpty() ? EMPTY : rows.getLast());
        rows.add(row.length == 1 && row[0].isEmpty() ? EMPTY : row);
      }
    } catch (CsvRows.BrokenCsvException e) {
      return new Records(separator, rows, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Records(separator, rows, false);
  }

  /// Cells equal to the cell above share its text in memory: most columns of a long table repeat a
  /// few words.
  private static void share(String[] row, String[] above) {
    for (int c = 0; c < StrictMath.min(row.length, above.length); c++) {
      if (row[c].equals(above[c])) {
        row[c] = above[c];
      }
    }
  }

  public static boolean isBlank(String[] row) {
    for (String cell : row) {
      if (!Cells.trim(cell).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
