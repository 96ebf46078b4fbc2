package org.tonle.plan.trade;

import java.util.ArrayList;
import java.util.List;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Prices of standards: what a plan saves if limits are given up, found by solving again without
/// them (docs/theory/plan.md, Eq. 14). Dual prices of the linear program would mislead: a work is
/// built or not.
public final class Prices {
  private final PlanProgram program;
  private final PlanQuestion question;
  private final Plan plan;

  /// Price of some limits together.
  ///
  /// @param rows that are given up
  /// @param saved what the plan found without them costs less
  /// @param most that can be saved, by the bound; the price lies between the two
  /// @param without the plan without them
  public record Price(int[] rows, double saved, double most, Plan without) {}

  /// @param plan answer to the question
  public Prices(PlanProgram program, PlanQuestion question, Plan plan) {
    if (!plan.isFound()) {
      throw new IllegalArgumentException("Prices need a plan.");
    }
    this.program = program;
    this.question = question;
    this.plan = plan;
  }

  /// The price of a group of limits. The plan itself holds without them, so that no price is below
  /// 0.
  public Price of(int[] rows, Effort effort) {
    PlanQuestion fewer = question.without(rows);
    Plan without = program.solve(fewer, effort, List.of(plan.ofSite()));
    return new Price(
        rows.clone(),
        plan.measure() - without.measure(),
        plan.measure() - without.bound(),
        without);
  }

  /// The price of each limit that counts and holds by no more than some draws to spare: others save
  /// nothing or little.
  public List<Price> tight(int spare, Effort effort) {
    var found = new ArrayList<Price>();
    for (int r : question.rows()) {
      int draws = program.choices().rows().get(r).drawCount();
      if (plan.held()[r] <= draws - question.mayFail()[r] + spare) {
        found.add(of(new int[] {r}, effort));
      }
    }
    return found;
  }
}
