package org.tonle.plan.program;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Dominance among the columns of the same sites: one that leaves no more in any limit and draw
/// than another, and whose measure and sums are no larger, makes the other needless.
final class Dominance {
  private final ChoiceArrays arrays;

  /// By column: those of the same sites that leave no more anywhere, rising.
  private final int[][] cleaner;

  Dominance(ChoiceArrays arrays) {
    this.arrays = arrays;
    cleaner = new int[arrays.choices.columnCount()][0];
    for (int s = 0; s < arrays.siteCount(); s++) {
      int site = s;
      int[] open =
          Arrays.stream(arrays.ofSite[s]).filter(c -> arrays.firstSite[c] == site).toArray();
      while (open.length > 0) {
        int[] sites = arrays.column(open[0]).sites();
        int[] alike = Arrays.stream(open).filter(c -> isAlike(c, sites)).toArray();
        compare(alike);
        open = Arrays.stream(open).filter(c -> !isAlike(c, sites)).toArray();
      }
    }
  }

  private boolean isAlike(int column, int[] sites) {
    return Arrays.equals(arrays.column(column).sites(), sites);
  }

  private void compare(int[] columns) {
    int count = columns.length;
    boolean[][] isCleaner = new boolean[count][count];
    for (boolean[] one : isCleaner) {
      Arrays.fill(one, true);
    }
    int[] sites = arrays.column(columns[0]).sites();
    int[] rows =
        Arrays.stream(sites).flatMap(s -> Arrays.stream(arrays.rowsOfSite[s])).distinct().toArray();
    for (int r : rows) {
      compare(arrays.rows[r], columns, sites, isCleaner);
    }
    for (int j = 0; j < count; j++) {
      int of = j;
      cleaner[columns[j]] =
          IntStream.range(0, count)
              .filter(i -> i != of && isCleaner[i][of])
              .map(i -> columns[i])
              .toArray();
    }
  }

  private static void compare(RowDraws row, int[] columns, int[] sites, boolean[][] isCleaner) {
    double[][] leaves = new double[columns.length][row.draws];
    for (int k = 0; k < columns.length; k++) {
      for (int s : sites) {
        int i = Arrays.binarySearch(row.site, s);
        if (i >= 0) {
          row.add(i, row.option(i, columns[k]), leaves[k]);
        }
      }
    }
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        isCleaner[i][j] &= i == j || isNoMore(leaves[i], leaves[j]);
      }
    }
  }

  private static boolean isNoMore(double[] one, double[] other) {
    for (int d = 0; d < one.length; d++) {
      if (one[d] > other[d]) {
        return false;
      }
    }
    return true;
  }

  /// The column that takes the place of each in a question: itself, or one that dominates it.
  int[] instead(PlanQuestion question, Ledger ledger) {
    int[] instead = IntStream.range(0, cleaner.length).toArray();
    for (int c = 0; c < instead.length; c++) {
      for (int other : cleaner[c]) {
        if (instead[other] == other && isNoDearer(question, ledger, other, c)) {
          instead[c] = other;
          break;
        }
      }
    }
    for (int c = 0; c < instead.length; c++) {
      while (instead[instead[c]] != instead[c]) {
        instead[c] = instead[instead[c]];
      }
    }
    return instead;
  }

  /// Columns that some question may need: at no price those that leave no less than one which costs
  /// and uses nothing.
  boolean[] needed() {
    boolean[] isNeeded = new boolean[cleaner.length];
    for (int c = 0; c < isNeeded.length; c++) {
      boolean isFree = isFree(c);
      isNeeded[c] = isFree || Arrays.stream(cleaner[c]).noneMatch(this::isFree);
    }
    return isNeeded;
  }

  private boolean isFree(int column) {
    return !arrays.column(column).isWork();
  }

  private static boolean isNoDearer(PlanQuestion question, Ledger ledger, int one, int other) {
    return question.measure()[one] <= question.measure()[other]
        && ledger.lines.stream().allMatch(l -> l.amount()[one] <= l.amount()[other]);
  }
}
