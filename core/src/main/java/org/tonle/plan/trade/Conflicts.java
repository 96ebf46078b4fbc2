package org.tonle.plan.trade;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    return smallest(rows, () -> effort, () -> false);
  }

  /// Halves are tried first, then smaller parts, then single limits. Where the time is over a set
  /// is left that cannot hold together, but of which some limits may play no part.
  ///
  /// @param effort asked for before each solve
  /// @param isOver whether the time is over
  public int[] smallest(int[] rows, Supplier<Effort> effort, BooleanSupplier isOver) {
    if (!isImpossible(rows, effort.get())) {
      return new int[0];
    }
    int[] left = rows.clone();
    for (int size = StrictMath.max(1, rows.length / 2); size >= 1; size /= 2) {
      for (int from = 0; from < left.length && !isOver.getAsBoolean(); ) {
        int[] fewer = without(left, from, size);
        if (isImpossible(fewer, effort.get())) {
          left = fewer;
        } else {
          from += size;
        }
      }
    }
    return left;
  }

  private static int[] without(int[] rows, int from, int count) {
    return IntStream.range(0, rows.length)
        .filter(i -> i < from || i >= from + count)
        .map(i -> rows[i])
        .toArray();
  }

  /// A smallest conflict among all limits that count.
  public int[] smallest(Effort effort) {
    return smallest(question.rows(), effort);
  }

  private boolean isImpossible(int[] rows, Effort effort) {
    return program.solve(question.only(rows), effort).status() == Status.IMPOSSIBLE;
  }
}
