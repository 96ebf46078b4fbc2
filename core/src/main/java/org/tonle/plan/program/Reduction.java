package org.tonle.plan.program;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Reduction of choices by what a question's limits say alone: columns with which a required limit
/// fails whatever the other sites do, and limits that hold whatever is chosen (docs/theory/plan.md,
/// Eqs. 7 and 10). A column that one limit rules out counts no more in the others.
final class Reduction {
  private final ChoiceArrays arrays;
  private final PlanQuestion question;

  /// Columns that are left.
  final boolean[] isLeft;

  /// Limits that count and do not hold by themselves.
  final boolean[] isOpen;

  private final boolean[] isStale;
  private boolean isPossible = true;

  /// @param isLeft columns from which a question that asks for no more starts
  private Reduction(ChoiceArrays arrays, PlanQuestion question, boolean[] isLeft) {
    this.arrays = arrays;
    this.question = question;
    this.isLeft = isLeft.clone();
    isOpen = new boolean[arrays.rows.length];
    isStale = new boolean[arrays.rows.length];
    for (int r : question.rows()) {
      isOpen[r] = question.mayFail()[r] < arrays.rows[r].draws;
      isStale[r] = isOpen[r];
    }
  }

  static Reduction of(ChoiceArrays arrays, PlanQuestion question, boolean[] isLeft) {
    var reduction = new Reduction(arrays, question, isLeft);
    reduction.run();
    return reduction;
  }

  /// Whether a choice may be left that keeps all that is required.
  boolean isPossible() {
    return isPossible;
  }

  private void run() {
    for (int c = 0; c < isLeft.length; c++) {
      if (question.fixing()[c] == PlanQuestion.FORBIDDEN) {
        isLeft[c] = false;
      } else if (question.fixing()[c] == PlanQuestion.FORCED) {
        takeAlone(c);
      }
    }
    boolean changes = true;
    while (changes && isPossible) {
      settle();
      changes = false;
      for (int r = 0; r < isOpen.length && isPossible; r++) {
        if (isStale[r]) {
          isStale[r] = false;
          changes = true;
          look(r);
        }
      }
    }
  }

  /// A site with one column left takes it, so that no other column of its sites can be chosen.
  private void settle() {
    boolean changes = true;
    while (changes && isPossible) {
      changes = false;
      for (int[] columns : arrays.ofSite) {
        int[] left = Arrays.stream(columns).filter(c -> isLeft[c]).toArray();
        isPossible &= left.length > 0;
        changes |= left.length == 1 && takeAlone(left[0]);
      }
    }
  }

  private boolean takeAlone(int column) {
    boolean changes = false;
    for (int site : arrays.column(column).sites()) {
      for (int other : arrays.ofSite[site]) {
        if (other != column && isLeft[other]) {
          drop(other);
          changes = true;
        }
      }
    }
    return changes;
  }

  private void drop(int column) {
    isLeft[column] = false;
    for (int site : arrays.column(column).sites()) {
      for (int r : arrays.rowsOfSite[site]) {
        isStale[r] |= isOpen[r];
      }
    }
  }

  private void look(int r) {
    RowDraws row = arrays.rows[r];
    int mayFail = question.mayFail()[r];
    boolean isRequired = question.goalOf()[r] == PlanQuestion.REQUIRED;
    var parts = new double[row.site.length][][];
    int[][] option = new int[row.site.length][];
    for (int i = 0; i < parts.length; i++) {
      int[] columns = row.column[i];
      option[i] = IntStream.range(0, columns.length).filter(j -> isLeft[columns[j]]).toArray();
      parts[i] = new double[option[i].length][];
      for (int k = 0; k < parts[i].length; k++) {
        parts[i][k] = new double[row.draws];
        row.add(i, option[i][k], parts[i][k]);
      }
    }
    boolean changes = isRequired;
    while (changes && isPossible) {
      changes = false;
      double[][] least = least(parts, row.draws);
      double[] total = total(row, least);
      isPossible = RowDraws.above(total, row.limit + RowMatrix.GUARD) <= mayFail;
      for (int i = 0; i < parts.length && isPossible; i++) {
        for (int k = 0; k < parts[i].length; k++) {
          int column = row.column[i][option[i][k]];
          if (isLeft[column] && fails(row, total, least[i], parts[i][k]) > mayFail) {
            drop(column);
            changes = true;
          }
        }
      }
      for (int i = 0; i < parts.length && changes; i++) {
        int[] of = option[i];
        int[] columns = row.column[i];
        double[][] all = parts[i];
        int[] kept = IntStream.range(0, of.length).filter(k -> isLeft[columns[of[k]]]).toArray();
        option[i] = Arrays.stream(kept).map(k -> of[k]).toArray();
        parts[i] = Arrays.stream(kept).mapToObj(k -> all[k]).toArray(double[][]::new);
        isPossible &= kept.length > 0;
      }
    }
    isStale[r] = false;
    if (isPossible) {
      double[] most = total(row, most(parts, row.draws));
      isOpen[r] = RowDraws.above(most, row.limit - RowMatrix.GUARD) > mayFail;
    }
  }

  private static int fails(RowDraws row, double[] total, double[] least, double[] part) {
    double limit = row.limit + RowMatrix.GUARD;
    int count = 0;
    for (int d = 0; d < part.length; d++) {
      count += total[d] - least[d] + part[d] > limit ? 1 : 0;
    }
    return count;
  }

  private static double[] total(RowDraws row, double[][] ofSite) {
    double[] total = row.rest.clone();
    for (double[] one : ofSite) {
      for (int d = 0; d < total.length; d++) {
        total[d] += one[d];
      }
    }
    return total;
  }

  private static double[][] least(double[][][] parts, int draws) {
    double[][] least = new double[parts.length][draws];
    for (int i = 0; i < parts.length; i++) {
      Arrays.fill(least[i], Double.POSITIVE_INFINITY);
      for (double[] part : parts[i]) {
        RowMatrix.lower(least[i], part);
      }
    }
    return least;
  }

  private static double[][] most(double[][][] parts, int draws) {
    double[][] most = new double[parts.length][draws];
    for (int i = 0; i < parts.length; i++) {
      Arrays.fill(most[i], Double.NEGATIVE_INFINITY);
      for (double[] part : parts[i]) {
        for (int d = 0; d < draws; d++) {
          most[i][d] = StrictMath.max(most[i][d], part[d]);
        }
      }
    }
    return most;
  }
}
