package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pool of what is known of each limit alone: options that it rules out, infeasible cores, quantile
/// cuts. All follow from the limit and the number of its draws that may fail, and from nothing
/// else: they stay valid for other costs, budgets and goals, and for a higher confidence
/// (docs/theory/plan.md, Eq. 10).
final class CutPool {
  private final ChoiceArrays arrays;
  private final @Nullable Known[] known;

  /// What is known of one limit.
  static final class Known {
    final RowDraws row;
    final int mayFail;
    final boolean[][] isAllowed;
    final boolean isPossible;
    final List<Core> cores = new ArrayList<>();
    final List<QuantileFinder.Cut> cuts = new ArrayList<>();

    private Known(RowDraws row, int mayFail) {
      this.row = row;
      this.mayFail = mayFail;
      isAllowed = new boolean[row.site.length][];
      for (int i = 0; i < isAllowed.length; i++) {
        isAllowed[i] = new boolean[row.column[i].length];
        Arrays.fill(isAllowed[i], true);
      }
      RowMatrix matrix = matrix();
      isPossible = matrix.ruleOut(mayFail);
      if (isPossible && row.draws > 1) {
        var finder = new QuantileFinder(matrix, mayFail);
        int[] all = new int[row.draws];
        Arrays.setAll(all, d -> d);
        finder.direction(all);
        cuts.add(finder.cut());
      }
    }

    RowMatrix matrix() {
      return new RowMatrix(row, isAllowed);
    }
  }

  CutPool(ChoiceArrays arrays) {
    this.arrays = arrays;
    known = new Known[arrays.rows.length];
  }

  /// What is known of a limit in which `mayFail` draws may fail. What was found for more of them
  /// holds for fewer: a choice that fails in more than 100 draws fails in more than 50.
  Known known(int row, int mayFail) {
    Known now = known[row];
    if (now == null || now.mayFail != mayFail) {
      var fresh = new Known(arrays.rows[row], mayFail);
      if (now != null && now.mayFail > mayFail) {
        fresh.cores.addAll(now.cores);
        fresh.cuts.addAll(now.cuts);
      }
      known[row] = fresh;
      now = fresh;
    }
    return now;
  }

  int count() {
    int sum = 0;
    for (Known one : known) {
      sum += one == null ? 0 : one.cores.size() + one.cuts.size();
    }
    return sum;
  }
}
