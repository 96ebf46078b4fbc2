package org.tonle.plan.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Budget curve: the most that each of several budgets brings to standard (docs/theory/plan.md, Eq.
/// 13). Each answer starts from that of the smaller budget, so the curve never falls, and its bound
/// is at most that of the larger one.
public final class BudgetCurve {
  /// Point of the curve.
  ///
  /// @param reached worth of the goals that the plan reaches
  /// @param most worth that the budget can reach, by the bound
  /// @param cost of the plan
  public record Point(double budget, double reached, double most, double cost, Plan plan) {}

  private BudgetCurve() {}

  /// The points in order of their budgets, with the same effort for each.
  public static List<Point> of(
      PlanProgram program, PlanQuestion seeking, double[] cost, double[] budgets, Effort effort) {
    return of(program, seeking, cost, budgets, List.of(), () -> effort);
  }

  /// The points in order of their budgets.
  ///
  /// @param seeking what is sought, without the budget
  /// @param cost of each column
  /// @param known choices of falling cost, of which each search starts from the first that its
  ///   budget pays
  /// @param effort asked for before each point
  public static List<Point> of(
      PlanProgram program,
      PlanQuestion seeking,
      double[] cost,
      double[] budgets,
      List<int[]> known,
      Supplier<Effort> effort) {
    double[] rising = Arrays.stream(budgets).sorted().toArray();
    var found = new ArrayList<Point>();
    var starts = new ArrayList<int[]>();
    double all = seeking.allWorth();
    for (double budget : rising) {
      known.stream().filter(k -> paid(k, cost) <= budget).findFirst().ifPresent(starts::add);
      Plan plan = program.solve(seeking.within(cost, budget), effort.get(), List.copyOf(starts));
      if (plan.isFound()) {
        starts.clear();
        starts.add(plan.ofSite());
      }
      double reached = plan.isFound() ? StrictMath.max(0, all - plan.missed()) : 0;
      found.add(new Point(budget, reached, all - plan.bound(), plan.sum(cost), plan));
    }
    return bounded(found);
  }

  private static double paid(int[] ofSite, double[] cost) {
    return Arrays.stream(ofSite).distinct().mapToDouble(c -> cost[c]).sum();
  }

  private static List<Point> bounded(List<Point> points) {
    double[] most = new double[points.size()];
    double larger = Double.POSITIVE_INFINITY;
    for (int k = most.length - 1; k >= 0; k--) {
      larger = StrictMath.min(larger, points.get(k).most);
      most[k] = larger;
    }
    return IntStream.range(0, most.length)
        .mapToObj(
            k -> {
              Point p = points.get(k);
              return new Point(p.budget, p.reached, most[k], p.cost, p.plan);
            })
        .toList();
  }
}
