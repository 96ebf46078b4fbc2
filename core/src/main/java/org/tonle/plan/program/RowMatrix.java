package org.tonle.plan.program;

import java.util.Arrays;

/// Row matrix: what every option of every site of one limit counts in every draw, with the options
/// that the limit rules out left aside (docs/theory/plan.md, Eqs. 5–7).
final class RowMatrix {
  /// Excess over a limit that is surely more than rounding of a sum in another order.
  static final double GUARD = 1e-9;

  final RowDraws row;

  /// Options that the limit does not rule out by themselves.
  final boolean[][] isAllowed;

  /// By site, option and draw.
  final double[][][] counts;

  /// The least of the allowed options, by site and draw.
  final double[][] least;

  /// Rest and the least of all sites, by draw.
  final double[] leastTotal;

  /// The sum above which a draw surely fails.
  final double limit;

  RowMatrix(RowDraws row, boolean[][] isAllowed) {
    this.row = row;
    this.isAllowed = isAllowed;
    limit = row.limit + GUARD;
    counts = new double[row.site.length][][];
    least = new double[row.site.length][row.draws];
    leastTotal = new double[row.draws];
    double[] zero = new double[row.draws];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new double[row.column[i].length][];
      for (int j = 0; j < counts[i].length; j++) {
        counts[i][j] = row.isZero(i, j) ? zero : new double[row.draws];
        if (!row.isZero(i, j)) {
          row.add(i, j, counts[i][j]);
        }
      }
    }
    takeLeast();
  }

  private void takeLeast() {
    for (int d = 0; d < row.draws; d++) {
      leastTotal[d] = row.rest[d];
    }
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(least[i], Double.POSITIVE_INFINITY);
      for (int j = 0; j < counts[i].length; j++) {
        if (isAllowed[i][j]) {
          lower(least[i], counts[i][j]);
        }
      }
      for (int d = 0; d < row.draws; d++) {
        leastTotal[d] += least[i][d];
      }
    }
  }

  static void lower(double[] least, double[] by) {
    for (int d = 0; d < least.length; d++) {
      least[d] = StrictMath.min(least[d], by[d]);
    }
  }

  /// Rules out, one after the other, the options with which the limit fails in more than `mayFail`
  /// draws whatever the other sites do (Eq. 7), until nothing changes. Answers whether the limit
  /// can perhaps be met.
  boolean ruleOut(int mayFail) {
    boolean changes = true;
    while (changes) {
      if (RowDraws.above(leastTotal, limit) > mayFail) {
        return false;
      }
      changes = false;
      for (int i = 0; i < counts.length; i++) {
        changes |= ruleOut(i, mayFail);
      }
      if (changes) {
        takeLeast();
      }
    }
    return true;
  }

  private boolean ruleOut(int i, int mayFail) {
    boolean changes = false;
    for (int j = 0; j < counts[i].length; j++) {
      if (isAllowed[i][j] && failsWith(i, counts[i][j]) > mayFail) {
        isAllowed[i][j] = false;
        changes = true;
      }
    }
    return changes;
  }

  private int failsWith(int i, double[] option) {
    int count = 0;
    for (int d = 0; d < option.length; d++) {
      count += leastTotal[d] - least[i][d] + option[d] > limit ? 1 : 0;
    }
    return count;
  }
}
