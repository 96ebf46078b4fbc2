package org.tonle.plan.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finder of infeasible cores of one limit that a choice breaks: sites that do not matter to the
/// breach are released, the others are widened by all options that break the limit too
/// (docs/theory/plan.md, Eq. 6 and its proof).
final class CoreFinder {
  private final RowMatrix matrix;
  private final int[] chosen;
  private final int mayFail;
  private final double[] total;

  /// The least of the group so far, by site and draw.
  private final double[][] group;

  /// @param ofSite column chosen at each site
  CoreFinder(RowMatrix matrix, int[] ofSite, int mayFail) {
    this.matrix = matrix;
    this.mayFail = mayFail;
    RowDraws row = matrix.row;
    chosen = new int[row.site.length];
    group = new double[row.site.length][];
    total = new double[row.draws];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = row.option(i, ofSite[row.site[i]]);
    }
  }

  /// A core that cuts the choice off, or null if the breach is within rounding.
  ///
  /// @param order of 0 smallest effect first; others change the order of sites and options
  @Nullable Core find(int order) {
    RowDraws row = matrix.row;
    for (int d = 0; d < row.draws; d++) {
      total[d] = row.rest[d];
    }
    for (int i = 0; i < chosen.length; i++) {
      group[i] = matrix.counts[i][chosen[i]].clone();
      for (int d = 0; d < row.draws; d++) {
        total[d] += group[i][d];
      }
    }
    if (RowDraws.above(total, matrix.limit) <= mayFail) {
      return null;
    }
    var turns = new ShakenOrder(row.number, order);
    boolean[] isKept = release(turns);
    return widen(isKept, turns);
  }

  /// The core of the choice as it is: for a breach within rounding.
  Core asItIs() {
    var groups = new TreeMap<Integer, Integer>();
    for (int i = 0; i < chosen.length; i++) {
      groups.merge(matrix.row.column[i][chosen[i]], 1, Integer::sum);
    }
    return core(groups, chosen.length);
  }

  private boolean[] release(ShakenOrder turns) {
    int count = chosen.length;
    double[] effect = new double[count];
    for (int i = 0; i < count; i++) {
      effect[i] = RowDraws.mean(group[i]) - RowDraws.mean(matrix.least[i]);
    }
    boolean[] isKept = new boolean[count];
    for (int i : turns.order(effect)) {
      isKept[i] = !takes(i, matrix.least[i]);
    }
    return isKept;
  }

  /// Lowers the group of a site by an option where the limit still fails.
  private boolean takes(int i, double[] by) {
    double[] now = group[i];
    int fails = 0;
    for (int d = 0; d < total.length; d++) {
      fails += total[d] - now[d] + StrictMath.min(now[d], by[d]) > matrix.limit ? 1 : 0;
    }
    if (fails <= mayFail) {
      return false;
    }
    for (int d = 0; d < total.length; d++) {
      double least = StrictMath.min(now[d], by[d]);
      total[d] += least - now[d];
      now[d] = least;
    }
    return true;
  }

  private Core widen(boolean[] isKept, ShakenOrder turns) {
    int[][] column = matrix.row.column;
    var groups = new TreeMap<Integer, Integer>();
    int[] kept = IntStream.range(0, isKept.length).filter(i -> isKept[i]).toArray();
    int count = Arrays.stream(kept).map(i -> column[i].length).sum();
    int[] site = new int[count];
    int[] option = new int[count];
    double[] loss = new double[count];
    int n = 0;
    for (int i : kept) {
      double now = RowDraws.mean(group[i]);
      for (int j = 0; j < column[i].length; j++) {
        site[n] = i;
        option[n] = j;
        loss[n++] = now - RowDraws.mean(matrix.counts[i][j]);
      }
    }
    for (int k : turns.order(loss)) {
      int i = site[k];
      int j = option[k];
      if (j == chosen[i] || !matrix.isAllowed[i][j] || takes(i, matrix.counts[i][j])) {
        groups.merge(column[i][j], 1, Integer::sum);
      }
    }
    return core(groups, kept.length);
  }

  private Core core(Map<Integer, Integer> groups, int count) {
    int[] column = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] times = groups.values().stream().mapToInt(Integer::intValue).toArray();
    return new Core(matrix.row.number, column, times, count);
  }

  /// Order of sites and options: in order of a figure, or with the figures shaken in a way that
  /// depends on a row and a number alone, so that the same question always gets the same answer.
  private static final class ShakenOrder {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;
    private final boolean isShaken;

    ShakenOrder(int row, int number) {
      state = row * 1_000_003L + number;
      isShaken = number > 0;
    }

    /// A number from 0 to below 1.
    double next() {
      state += STEP;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    /// Places of the figures from the smallest to the largest; ties in order of place.
    int[] order(double[] figure) {
      double[] by = figure.clone();
      for (int i = 0; isShaken && i < by.length; i++) {
        by[i] *= 2 * next();
      }
      return IntStream.range(0, by.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> by[i]).thenComparing(i -> i))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
