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

  private CoreFinder(RowMatrix matrix, int mayFail) {
    this.matrix = matrix;
    this.mayFail = mayFail;
    chosen = new int[matrix.row.site.length];
    Arrays.fill(chosen, -1);
    group = new double[chosen.length][];
    total = matrix.leastTotal.clone();
  }

  /// A core found before, with other columns left or another number of draws that may fail: proven
  /// anew and widened as far as it goes, or null where it holds no more.
  static @Nullable Core again(RowMatrix matrix, Core known, int mayFail) {
    return new CoreFinder(matrix, mayFail).proven(known);
  }

  private @Nullable Core proven(Core known) {
    RowDraws row = matrix.row;
    boolean[] isKept = new boolean[chosen.length];
    boolean[][] isIn = new boolean[chosen.length][];
    for (int g = 0; g < known.groups(); g++) {
      int i = Arrays.binarySearch(row.site, known.site()[g]);
      if (i < 0) {
        return null;
      }
      isKept[i] = true;
      isIn[i] = new boolean[row.column[i].length];
      group[i] = new double[row.draws];
      Arrays.fill(group[i], Double.POSITIVE_INFINITY);
      for (int c : known.group()[g]) {
        int j = row.option(i, c);
        isIn[i][j] = true;
        if (matrix.isAllowed[i][j]) {
          RowMatrix.lower(group[i], matrix.counts[i][j]);
        }
      }
      if (group[i][0] == Double.POSITIVE_INFINITY) {
        return null;
      }
      for (int d = 0; d < row.draws; d++) {
        total[d] += group[i][d] - matrix.least[i][d];
      }
    }
    if (RowDraws.above(total, matrix.limit) <= mayFail) {
      return null;
    }
    int[] kept = IntStream.range(0, isKept.length).filter(i -> isKept[i]).toArray();
    for (int i : kept) {
      for (int j = 0; j < isIn[i].length; j++) {
        isIn[i][j] = isIn[i][j] || !matrix.isAllowed[i][j] || takes(i, matrix.counts[i][j]);
      }
    }
    return core(kept, isIn);
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
    RowDraws row = matrix.row;
    int[][] own = new int[chosen.length][];
    for (int i = 0; i < own.length; i++) {
      own[i] = new int[] {row.column[i][chosen[i]]};
    }
    return Core.of(row.number, row.site, own);
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
    boolean[][] isIn = new boolean[column.length][];
    int[] kept = IntStream.range(0, isKept.length).filter(i -> isKept[i]).toArray();
    int count = Arrays.stream(kept).map(i -> column[i].length).sum();
    int[] site = new int[count];
    int[] option = new int[count];
    double[] loss = new double[count];
    int n = 0;
    for (int i : kept) {
      isIn[i] = new boolean[column[i].length];
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
      isIn[i][j] = j == chosen[i] || !matrix.isAllowed[i][j] || takes(i, matrix.counts[i][j]);
    }
    return core(kept, isIn);
  }

  private Core core(int[] kept, boolean[][] isIn) {
    int[][] column = matrix.row.column;
    int[][] own = new int[kept.length][];
    for (int k = 0; k < kept.length; k++) {
      int i = kept[k];
      own[k] =
          IntStream.range(0, column[i].length)
              .filter(j -> isIn[i][j])
              .map(j -> column[i][j])
              .toArray();
    }
    int[] site = Arrays.stream(kept).map(i -> matrix.row.site[i]).toArray();
    return Core.of(matrix.row.number, site, own);
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

  /// Infeasible core of a limit: groups of columns, one group for each of some sites, that cannot
  /// all be chosen from at once if the limit is to hold (docs/theory/plan.md, Eq. 6): Σ over the
  /// groups of the chosen columns ≤ groups − 1.
  ///
  /// @param row its limit
  /// @param site of each group, rising
  /// @param group columns of each site, rising
  /// @param column that stand in a group, each once, rising
  /// @param times number of groups that a column stands in
  record Core(int row, int[] site, int[][] group, int[] column, int[] times) {
    static Core of(int row, int[] site, int[][] group) {
      Map<Integer, Integer> times = new TreeMap<>();
      for (int[] one : group) {
        for (int column : one) {
          times.merge(column, 1, Integer::sum);
        }
      }
      return new Core(
          row,
          site,
          group,
          times.keySet().stream().mapToInt(Integer::intValue).toArray(),
          times.values().stream().mapToInt(Integer::intValue).toArray());
    }

    int groups() {
      return site.length;
    }

    boolean isSame(Core other) {
      return groups() == other.groups()
          && Arrays.equals(column, other.column)
          && Arrays.equals(times, other.times);
    }

    /// Left side of the cut for a choice.
    int taken(boolean[] isChosen) {
      int sum = 0;
      for (int i = 0; i < column.length; i++) {
        sum += isChosen[column[i]] ? times[i] : 0;
      }
      return sum;
    }
  }
}
