package org.tonle.plan.trade;

import java.util.function.Function;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Tightening of single limits: where a fresh check finds that a plan holds a limit less surely
/// than it must, the limit's confidence is raised and the question asked again. What is known of
/// the limit stays valid (docs/theory/plan.md, Eq. 10).
public final class Tightening {
  private final PlanProgram program;

  /// Outcome of some rounds.
  ///
  /// @param question last asked
  /// @param failing limits that fail the last check; empty where the plan passed
  public record Outcome(PlanQuestion question, Plan plan, int[] failing, int rounds) {}

  public Tightening(PlanProgram program) {
    this.program = program;
  }

  /// Asks, checks and raises until the check passes, no plan is left, or the rounds are used up.
  ///
  /// @param check the limits that a plan holds less surely than it must, by fresh draws
  /// @param step share of the draws by which a limit is raised each time
  public Outcome run(
      PlanQuestion question, Function<Plan, int[]> check, double step, int most, Effort effort) {
    PlanQuestion asked = question;
    Plan plan = program.solve(asked, effort);
    int rounds = 1;
    int[] failing = plan.isFound() ? check.apply(plan) : new int[0];
    while (plan.isFound() && failing.length > 0 && rounds < most) {
      PlanQuestion raised = raise(asked, failing, step);
      Plan next = program.solve(raised, effort);
      rounds++;
      if (!next.isFound()) {
        break;
      }
      asked = raised;
      plan = next;
      failing = check.apply(plan);
    }
    return new Outcome(asked, plan, failing, rounds);
  }

  private PlanQuestion raise(PlanQuestion question, int[] rows, double step) {
    PlanQuestion raised = question;
    for (int row : rows) {
      int draws = program.choices().rows().get(row).drawCount();
      int fewer = StrictMath.max(1, (int) StrictMath.rint(step * draws));
      raised = raised.failing(row, StrictMath.max(0, question.mayFail()[row] - fewer));
    }
    return raised;
  }
}
