package org.tonle.folder.check;

import java.util.List;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.text.Cells;

/// Total rows of a table: rows that hold the sum of others, whatever their name, such as a country
/// counted twice.
final class TotalRows {
  private static final int FEWEST = 3;

  /// Most steps back that the search may take.
  private static final int MOST_STEPS = 5_000_000;

  private final List<Row> rows;
  private final double[] values;
  private final Problems problems;
  private final String column;

  private TotalRows(List<Row> rows, String column, Problems problems) {
    this.rows = rows;
    this.column = column;
    this.problems = problems;
    values = rows.stream().mapToDouble(r -> r.number(column, 0)).toArray();
  }

  static void check(List<Row> rows, String column, Problems problems) {
    if (rows.size() > FEWEST) {
      new TotalRows(rows, column, problems).run();
    }
  }

  private void run() {
    double all = 0;
    for (double value : values) {
      all += value;
    }
    int last = values.length - 1;
    if (isSum(all - values[0], values[0])) {
      total(rows.get(0));
    } else if (isSum(all - values[last], values[last])) {
      total(rows.get(last));
    } else {
      parts();
    }
  }

  /// Finds the sum of the rows right above, from the top or from the last sum on: probably a
  /// subtotal, perhaps rounded.
  private void parts() {
    int steps = 0;
    double sums = 0;
    for (int i = FEWEST; i < values.length; i++) {
      double above = 0;
      for (int k = i - 1; k >= 0 && above <= 1.01 * values[i] && steps < MOST_STEPS; k--, steps++) {
        above += values[k];
        boolean isMany = i - k >= FEWEST;
        boolean isFromTop = k == 0 && isRounded(above, values[i]);
        if (isMany && (isFromTop || (isSum(above, values[i]) && isTelling(values[i])))) {
          problems.warn(
              "possible_total", rows.get(i).file(), rows.get(i).number(), column, "", name(i), "");
          sums += values[i];
          break;
        }
      }
      if (i == values.length - 1 && sums > 0 && sums != values[i] && isSum(sums, values[i])) {
        total(rows.get(i));
      }
    }
  }

  private void total(Row row) {
    problems.error("total_row", row.file(), row.number(), column, "", name(rows.indexOf(row)));
  }

  private String name(int row) {
    String name = rows.get(row).text("name");
    String id = rows.get(row).text(rows.get(row).firstColumn());
    return name.isEmpty() ? id : id + " (" + name + ")";
  }

  private static boolean isSum(double sum, double value) {
    return value > 0 && StrictMath.abs(sum - value) <= 1e-6 * value;
  }

  /// Four digits that are not zero do not agree by chance.
  private static boolean isTelling(double value) {
    String digits = Cells.plain(value).replace(".", "").replaceAll("^0+|0+$", "");
    return digits.length() >= 4;
  }

  /// Whether `value` is the sum, cut at its own last digit that is not zero.
  private static boolean isRounded(double sum, double value) {
    double unit = 1;
    while (value > 0 && value % (unit * 10) == 0) {
      unit *= 10;
    }
    double most = StrictMath.min(0.5 * unit, 0.01 * value);
    return value > 0 && StrictMath.abs(sum - value) <= StrictMath.max(most, 1e-6 * value);
  }
}
