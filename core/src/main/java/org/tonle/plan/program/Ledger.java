package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.List;
import org.tonle.convert.Tie;
import org.tonle.plan.program.PlanQuestion.Ceiling;

/// Ledger of the sums that a plan must keep within: the resources of the choices and the ceilings
/// of the question (docs/theory/plan.md, Eq. 4).
final class Ledger {
  final List<Ceiling> lines = new ArrayList<>();

  Ledger(Choices choices, List<Ceiling> ceilings) {
    for (int k = 0; k < choices.resources().size(); k++) {
      double[] amount = new double[choices.columnCount()];
      for (int c = 0; c < amount.length; c++) {
        Choices.Column column = choices.columns().get(c);
        for (int i = 0; i < column.resources().length; i++) {
          amount[c] += column.resources()[i] == k ? column.uses()[i] : 0;
        }
      }
      lines.add(new Ceiling(amount, choices.resources().get(k).available()));
    }
    lines.addAll(ceilings);
  }

  /// The largest sum that is not above a line.
  static double most(Ceiling line) {
    return Tie.most(line.most(), Tie.EXACT);
  }

  /// What is left of a line when so much of it is used: as large as can be kept to.
  static double left(Ceiling line, double used) {
    double left = most(line) - used;
    return left / (1 + StrictMath.copySign(Tie.EXACT, left));
  }

  /// Whether the sums over columns and reached goals keep every line.
  boolean isKept(int[] columns, boolean[] isReached) {
    for (Ceiling line : lines) {
      if (Plan.sum(columns, line.amount()) + sum(line.ofGoal(), isReached) > most(line)) {
        return false;
      }
    }
    return true;
  }

  private static double sum(double[] ofGoal, boolean[] isReached) {
    double sum = 0;
    for (int g = 0; g < ofGoal.length; g++) {
      sum += isReached[g] ? ofGoal[g] : 0;
    }
    return sum;
  }

  /// A figure that makes the numbers of a line moderate.
  static double scale(Ceiling line) {
    double scale = StrictMath.abs(line.most());
    if (scale == 0) {
      for (double amount : line.amount()) {
        scale = StrictMath.max(scale, StrictMath.abs(amount));
      }
    }
    return scale == 0 ? 1 : scale;
  }
}
