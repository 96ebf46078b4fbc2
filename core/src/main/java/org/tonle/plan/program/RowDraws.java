package org.tonle.plan.program;

import java.util.Arrays;
import java.util.TreeSet;
import org.tonle.convert.Tie;

/// Draws of a row of limits made ready for arithmetic: its sites, the options of each, and the part
/// of an option that counts at a site (docs/theory/plan.md, Eqs. 2 and 5).
///
/// Option j of local site i is column `column[i][j]`. A column that sends nothing into the row is
/// an option of 0.
final class RowDraws {
  final int number;
  final Choices.ChanceRow of;
  final int draws;

  /// What no column moves, by draw.
  final double[] rest;

  /// The largest sum that still meets the limit: 1 and the rounding of the draws.
  final double limit;

  final int[] site;
  final int[][] column;

  /// Share of a column's sum that counts at the site; the shares of a column add up to 1.
  final double[][] share;

  private final int[][] from;
  private final int[][] to;
  private final boolean[][] isFirst;

  private RowDraws(
      int number,
      Choices.ChanceRow of,
      double[] rest,
      int[] site,
      int[][] ofSite,
      int[] firstSite) {
    this.number = number;
    this.of = of;
    this.rest = rest;
    this.site = site;
    draws = of.drawCount();
    limit = Tie.most(1, draws == 1 ? Tie.EXACT : Tie.DRAWN);
    column = new int[site.length][];
    share = new double[site.length][];
    from = new int[site.length][];
    to = new int[site.length][];
    isFirst = new boolean[site.length][];
    for (int i = 0; i < site.length; i++) {
      column[i] = ofSite[site[i]];
      int count = column[i].length;
      share[i] = new double[count];
      from[i] = new int[count];
      to[i] = new int[count];
      isFirst[i] = new boolean[count];
      for (int j = 0; j < count; j++) {
        from[i][j] = firstAt(of.column(), column[i][j]);
        to[i][j] = firstAt(of.column(), column[i][j] + 1);
        isFirst[i][j] = firstSite[column[i][j]] == site[i];
      }
    }
  }

  static RowDraws of(int number, Choices choices, double[] rest, int[][] ofSite, int[] firstSite) {
    Choices.ChanceRow of = choices.rows().get(number);
    var sites = new TreeSet<Integer>();
    for (int c : of.column()) {
      for (int s : choices.columns().get(c).sites()) {
        sites.add(s);
      }
    }
    int[] site = sites.stream().mapToInt(Integer::intValue).toArray();
    var row = new RowDraws(number, of, rest, site, ofSite, firstSite);
    row.divide(choices);
    return row;
  }

  /// Divides each column among its sites in proportion to what matters most of a site alone. Any
  /// division is valid; this one makes sharp cuts.
  private void divide(Choices choices) {
    double[] weight = new double[site.length];
    double[] sum = new double[draws];
    for (int i = 0; i < site.length; i++) {
      for (int j = 0; j < column[i].length; j++) {
        if (choices.columns().get(column[i][j]).sites().length == 1) {
          share[i][j] = 1;
          Arrays.fill(sum, 0);
          add(i, j, sum);
          weight[i] = StrictMath.max(weight[i], StrictMath.abs(mean(sum)));
        }
      }
    }
    for (int i = 0; i < site.length; i++) {
      for (int j = 0; j < column[i].length; j++) {
        int[] sites = choices.columns().get(column[i][j]).sites();
        if (sites.length > 1 && from[i][j] < to[i][j]) {
          double all = 0;
          for (int s : sites) {
            all += weight[Arrays.binarySearch(site, s)];
          }
          share[i][j] = all > 0 ? weight[i] / all : 1.0 / sites.length;
        }
      }
    }
  }

  private static int firstAt(int[] sorted, int value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /// Adds what counts of an option at a site, in every draw.
  void add(int i, int j, double[] sum) {
    add(from[i][j], to[i][j], share[i][j], sum);
  }

  private void add(int from, int to, double share, double[] sum) {
    for (int t = from; t < to; t++) {
      double amount = of.amount()[t] * share;
      float[] effect = of.effect()[of.way()[t]];
      for (int d = 0; d < sum.length; d++) {
        sum[d] += amount * effect[d];
      }
    }
  }

  /// Adds what each column leaves in the mean of the draws.
  void addMeans(double[] byColumn) {
    double[] mean = new double[of.effect().length];
    for (int w = 0; w < mean.length; w++) {
      for (float effect : of.effect()[w]) {
        mean[w] += effect / (double) draws;
      }
    }
    for (int t = 0; t < of.column().length; t++) {
      byColumn[of.column()[t]] += of.amount()[t] * mean[of.way()[t]];
    }
  }

  boolean isZero(int i, int j) {
    return from[i][j] == to[i][j];
  }

  /// Fills in the sum of every draw for a choice of columns by site: the one arithmetic that says
  /// whether a plan meets a limit. Columns count whole and in order of their lowest sites.
  void total(int[] ofSite, double[] sum) {
    System.arraycopy(rest, 0, sum, 0, draws);
    for (int i = 0; i < site.length; i++) {
      int j = option(i, ofSite[site[i]]);
      if (isFirst[i][j]) {
        add(from[i][j], to[i][j], 1, sum);
      }
    }
  }

  /// Number of a column among the options of a local site.
  int option(int i, int chosen) {
    return Arrays.binarySearch(column[i], chosen);
  }

  /// Draws in which a sum breaks the limit.
  int fails(double[] sum) {
    return above(sum, limit);
  }

  static int above(double[] sum, double limit) {
    int count = 0;
    for (double value : sum) {
      count += value > limit ? 1 : 0;
    }
    return count;
  }
}
