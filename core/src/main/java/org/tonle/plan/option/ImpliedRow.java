package org.tonle.plan.option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Implied row: one that holds in every draw in which another holds, whatever is chosen. Of the
/// points of a reach that may be the worst, few matter once the options are known
/// (docs/theory/plan.md, Eq. 27).
final class ImpliedRow {
  /// Difference that counts as none: a tenth of what a tie over draws forgives.
  private static final double SAME = 1e-6;

  /// Draws by which most pairs are told apart.
  private static final int FEW = 16;

  private ImpliedRow() {}

  /// Adds a row to others of its limit unless one of them implies it, in place of those that it
  /// implies.
  static void add(OptionRow row, List<OptionRow> known) {
    if (known.stream().noneMatch(other -> isImplied(row, other))) {
      known.removeIf(other -> isImplied(other, row));
      known.add(row);
    }
  }

  /// Whether a row is at most another in every draw, with whatever option adds most to it at each
  /// site.
  static boolean isImplied(OptionRow row, OptionRow by) {
    int step = StrictMath.max(1, row.drawCount() / FEW);
    int[] few = IntStream.range(0, row.drawCount()).filter(d -> d % step == 0).toArray();
    int[] all = IntStream.range(0, row.drawCount()).toArray();
    return isNoMore(row, by, few) && isNoMore(row, by, all);
  }

  private static boolean isNoMore(OptionRow row, OptionRow by, int[] draws) {
    double[] more = new double[draws.length];
    for (int k = 0; k < more.length; k++) {
      more[k] = (double) row.rest()[draws[k]] - by.rest()[draws[k]];
    }
    Map<Integer, Map<Integer, double[]>> ofSite = new TreeMap<>();
    add(row, 1, draws, ofSite);
    add(by, -1, draws, ofSite);
    for (Map<Integer, double[]> options : ofSite.values()) {
      double[] most = new double[more.length];
      Arrays.fill(most, Double.NEGATIVE_INFINITY);
      for (double[] one : options.values()) {
        for (int k = 0; k < most.length; k++) {
          most[k] = StrictMath.max(most[k], one[k]);
        }
      }
      for (int k = 0; k < more.length; k++) {
        more[k] += most[k];
      }
    }
    return Arrays.stream(more).allMatch(m -> m <= SAME);
  }

  /// Adds what each option adds at each site, by draw.
  private static void add(
      OptionRow row, int sign, int[] draws, Map<Integer, Map<Integer, double[]>> ofSite) {
    for (int i = 0; i < row.option().length; i++) {
      double[] sum =
          ofSite
              .computeIfAbsent(row.site()[i], s -> new TreeMap<>())
              .computeIfAbsent(row.option()[i], o -> new double[draws.length]);
      float[] effect = row.effect()[row.way()[i]];
      double amount = sign * row.amount()[i];
      for (int k = 0; k < sum.length && amount != 0; k++) {
        sum[k] += amount * effect[draws[k]];
      }
    }
  }
}
