package org.tonle.plan.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Regret over several sets of costs: the best plan of each, what other plans cost more, and what
/// all plans share (docs/theory/plan.md, Eq. 16).
public final class Regret {
  private static final double TENTH = 0.9;

  private final PlanProgram program;
  private final double[][] costs;
  private final List<Plan> plans;

  /// What a plan costs more than the best of each set of costs, as a share.
  ///
  /// @param p90 that nine sets in ten do not exceed
  public record Excess(double mean, double p90) {}

  /// What plans share.
  ///
  /// @param columns works that every plan contains
  /// @param acting sites where every plan has a work
  /// @param idle sites where no plan has one
  public record Shared(int[] columns, int[] acting, int[] idle) {}

  /// @param plans the best plan for each set of costs
  public Regret(PlanProgram program, double[][] costs, List<Plan> plans) {
    this.program = program;
    this.costs = costs;
    this.plans = List.copyOf(plans);
  }

  /// Solves the question again for each set of costs.
  ///
  /// @param plan answer to the question, which holds at any costs
  /// @param effort for each set
  public static Regret of(
      PlanProgram program, PlanQuestion question, Plan plan, double[][] costs, Effort effort) {
    var plans = new ArrayList<Plan>();
    var start = new ArrayList<int[]>(List.of(plan.ofSite()));
    for (double[] cost : costs) {
      Plan best = program.solve(question.measuring(cost), effort, List.copyOf(start));
      plans.add(best);
      if (start.size() > 1) {
        start.removeLast();
      }
      start.add(best.ofSite());
    }
    return new Regret(program, costs, plans);
  }

  /// The best plan for each set of costs.
  public List<Plan> plans() {
    return plans;
  }

  /// The excess of a plan over all sets of costs.
  public Excess excess(Plan plan) {
    double[] share = new double[costs.length];
    for (int k = 0; k < share.length; k++) {
      double best = plans.get(k).measure();
      share[k] = best > 0 ? StrictMath.max(0, plan.sum(costs[k]) / best - 1) : 0;
    }
    Arrays.sort(share);
    int place = (int) StrictMath.ceil(TENTH * share.length) - 1;
    return new Excess(
        Arrays.stream(share).average().orElse(0), share.length == 0 ? 0 : share[place]);
  }

  public Shared shared() {
    int[] ofColumn = new int[program.choices().columnCount()];
    int[] ofSite = new int[program.choices().siteCount()];
    for (Plan plan : plans) {
      for (int c : plan.columns()) {
        Choices.Column column = program.choices().columns().get(c);
        if (column.isWork()) {
          ofColumn[c]++;
          for (int site : column.sites()) {
            ofSite[site]++;
          }
        }
      }
    }
    return new Shared(with(ofColumn, plans.size()), with(ofSite, plans.size()), with(ofSite, 0));
  }

  private static int[] with(int[] count, int value) {
    return IntStream.range(0, count.length).filter(i -> count[i] == value).toArray();
  }
}
