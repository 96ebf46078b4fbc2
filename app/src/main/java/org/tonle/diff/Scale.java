package org.tonle.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.text.CsvRows;

/// Scale of the figures of a result table: the largest figure of each column and constituent.
/// Compared with it some figures are negligible, such as 1e-39 bacteria that left a lake, or the
/// rounding error of a balance.
final class Scale {
  private static final double NOTHING = 1e-6;

  /// Tables whose columns are parts of one sum.
  private static final Set<String> SUMS = Set.of("mass_balance.csv", "water_balance.csv");

  static final Scale NONE = new Scale("");

  private final boolean isSum;
  private final Map<String, Double> largest = new HashMap<>();
  private int constituent = -1;

  private Scale(String file) {
    isSum = SUMS.contains(file);
  }

  static Scale of(String file, Path before, Path after) throws IOException {
    Scale scale = new Scale(file);
    scale.read(after);
    // Last, so that earlier rows are read by their own columns.
    scale.read(before);
    return scale;
  }

  private void read(Path file) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      List<String> columns = Arrays.asList(rows.next().cells());
      constituent = columns.indexOf("constituent");
      while (rows.hasNext()) {
        String[] row = rows.next().cells();
        for (int c = 0; c < StrictMath.min(row.length, columns.size()); c++) {
          double value = StrictMath.abs(MovedNumber.number(row[c]));
          if (value > 0) {
            largest.merge(group(columns.get(c), row), value, StrictMath::max);
          }
        }
      }
    }
  }

  private String group(String column, String[] row) {
    String of = constituent >= 0 && constituent < row.length ? row[constituent] : "";
    return isSum ? of : column + " " + of;
  }

  /// Whether a figure is negligible among those of its column and constituent.
  ///
  /// @param row row of the earlier table that holds the figure
  boolean isNothing(String column, String[] row, String figure) {
    double most = largest.getOrDefault(group(column, row), 0.0);
    return StrictMath.abs(MovedNumber.number(figure)) < NOTHING * most;
  }
}
