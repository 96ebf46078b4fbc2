package org.tonle.plan.trade;

import java.util.ArrayList;
import java.util.List;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.Plan.Status;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Conflicts of limits: what the best choice for each limit alone can do, and smallest sets of
/// limits that no choice keeps together (docs/theory/plan.md, Eqs. 17 and 18).
public final class Conflicts {
  private final PlanProgram program;
  private final PlanQuestion question;

  /// @param question whose required limits, sums and fixings are meant; its measure plays no part
  public Conflicts(PlanProgram program, PlanQuestion question) {
    this.program = program;
    this.question = question.measuring(new double[question.measure().length]);
  }

  /// The best that can be had at one limit alone.
  ///
  /// @param held most draws in which a choice was found to keep it
  /// @param most draws in which any choice keeps it, by the bound; equal to `held` where proven
  /// @param ofSite the choice
  public record Best(int row, int held, int most, int[] ofSite) {
    /// Whether works can be shown not to reach it, with these draws.
    public boolean isBeyond(int needed) {
      return most < needed;
    }
  }

  /// The best that can be had at a limit alone, by halving: can it hold in so many draws?
  public Best alone(int row, Effort effort) {
    PlanQuestion alone = question.only(row);
    int draws = program.choices().rows().get(row).drawCount();
    Plan best = program.solve(alone.failing(row, draws), effort);
    if (!best.isFound()) {
      return new Best(row, 0, 0, new int[0]);
    }
    int low = draws - best.held()[row];
    int least = 0;
    int trial = alone.mayFail()[row];
    while (least < low) {
      trial = StrictMath.max(least, StrictMath.min(trial, low - 1));
      Plan plan = program.solve(alone.failing(row, trial), effort);
      if (plan.isFound()) {
        best = plan;
        low = draws - plan.held()[row];
      } else if (plan.status() == Status.IMPOSSIBLE) {
        least = trial + 1;
      } else {
        break;
      }
      trial = (least + low) / 2;
    }
    return new Best(row, draws - low, draws - least, best.ofSite());
  }

  /// A smallest set of required limits that no choice keeps together: without any one of them the
  /// others can be kept. Empty if all can be kept together.
  ///
  /// @param rows among which it is sought
  public int[] smallest(int[] rows, Effort effort) {
    if (!isImpossible(rows, effort)) {
      return new int[0];
    }
    List<Integer> left = new ArrayList<>();
    for (int row : rows) {
      left.add(row);
    }
    for (int row : rows) {
      var fewer = new ArrayList<Integer>(left);
      fewer.removeIf(other -> other == row);
      if (isImpossible(array(fewer), effort)) {
        left = fewer;
      }
    }
    return array(left);
  }

  /// A smallest conflict among all limits that count.
  public int[] smallest(Effort effort) {
    return smallest(question.rows(), effort);
  }

  private boolean isImpossible(int[] rows, Effort effort) {
    return program.solve(question.only(rows), effort).status() == Status.IMPOSSIBLE;
  }

  private static int[] array(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
