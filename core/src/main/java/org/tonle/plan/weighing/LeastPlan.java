package org.tonle.plan.weighing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.option.Option;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Least plan: the cheapest works, from which the weighing starts, with the limits held as surely
/// as the check with fresh draws asked for.
///
/// @param plan none found where the limits cannot be kept together
record LeastPlan(PlanModel model, PlanProgram program, PlanQuestion question, Plan plan) {
  /// The plan itself, with its budgets.
  static LeastPlan own(Planner.Planned planned) {
    return new LeastPlan(planned.model(), planned.program(), planned.question(), planned.plan());
  }

  /// The plan without budgets: itself, where it has none.
  static LeastPlan of(Planner.Planned planned, PlanRequest request, Effort effort) {
    boolean isLeast =
        request.goal() == PlanRequest.Goal.LEAST_COST && planned.question().worth().length == 0;
    boolean hasBudget = request.budget_usd().isPresent() || request.periods().hasBudgets();
    if (isLeast && !hasBudget) {
      return own(planned);
    }
    PlanQuestion asked = planned.question();
    int[] goalOf =
        Arrays.stream(asked.goalOf())
            .map(g -> g == PlanQuestion.IGNORED ? g : PlanQuestion.REQUIRED)
            .toArray();
    PlanQuestion question =
        new PlanQuestion(
            planned.model().cost_usd(),
            planned.model().means(),
            goalOf,
            new double[0],
            asked.mayFail(),
            asked.fixing());
    List<int[]> starts = planned.plan().isFound() ? List.of(planned.plan().ofSite()) : List.of();
    Plan plan = planned.program().solve(question, effort, starts);
    return new LeastPlan(planned.model(), planned.program(), question, plan);
  }

  double cost_usd() {
    return plan.sum(question.measure());
  }

  Choices choices() {
    return program.choices();
  }

  Option option(int column) {
    return model.options().get(column);
  }

  /// Id of each site, by its number in the choices.
  String[] sites() {
    String[] ids = new String[choices().siteCount()];
    for (int c = 0; c < choices().columnCount(); c++) {
      int[] sites = choices().columns().get(c).sites();
      for (int i = 0; i < sites.length; i++) {
        ids[sites[i]] = option(c).sites().get(i);
      }
    }
    return ids;
  }

  /// Draws that each limit must hold in.
  int needed(int row) {
    return choices().rows().get(row).drawCount() - question.mayFail()[row];
  }

  /// Limits that a plan keeps: at every point of a reach that has a row, in each period by itself.
  int kept(Plan other) {
    Map<PlanModel.Limit, Boolean> isKept = new HashMap<>();
    for (int r = 0; r < model.rows().size(); r++) {
      boolean holds = question.goalOf()[r] != PlanQuestion.IGNORED && other.held()[r] >= needed(r);
      isKept.merge(model.limit(r), holds, Boolean::logicalAnd);
    }
    return (int) isKept.values().stream().filter(kept -> kept).count();
  }

  /// Amounts in which the cost is a trifle beside one of any unit: so that nothing is built for
  /// nothing.
  double[] withTrifle(double[] amount, double one) {
    double[] cost = question.measure();
    double most = StrictMath.max(cost_usd(), 1);
    double[] sum = amount.clone();
    for (int c = 0; c < sum.length; c++) {
      sum[c] += TRIFLE * one * cost[c] / most;
    }
    return sum;
  }

  private static final double TRIFLE = 1e-3;
}
