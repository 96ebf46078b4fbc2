package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.plan.answer.Goals;
import org.tonle.plan.answer.PlanRequest.Goal;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.trade.BudgetCurve;

/// Curve of budgets: what each buys of the river, and of the people near it (docs/theory/plan.md,
/// Eq. 13). Points hold in the sample; they are not checked with fresh draws.
///
/// @param goal what was sought, river or people
/// @param points by rising budget; the last is the plan that keeps all
/// @param all what the last point reaches
/// @param bend point beyond which money buys least more, as a position in the points
public record Curve(Goal goal, List<Point> points, Reached all, int bend) {
  /// Share of the time that is left when thinning must end.
  private static final double THINNING = 0.7;

  public Curve {
    points = List.copyOf(points);
  }

  /// Point of the curve.
  ///
  /// @param limits number that it keeps
  /// @param gap share of what the budget can reach at most that is perhaps missed
  /// @param columns that it chooses
  public record Point(
      double budget_usd, double cost_usd, Reached reached, int limits, double gap, int[] columns) {}

  /// Budgets as shares of the cost of all: small ones lie close, as most is won there.
  private static double share(int k, int count) {
    double part = (double) k / count;
    return part * part;
  }

  static Curve of(LeastPlan least, Goal sought, int count, Allotment time) {
    Goal goal = sought == Goal.LEAST_COST ? Goal.MOST_RIVER : sought;
    Goals goals = Goals.of(least.model(), goal);
    double[] cost = least.question().measure();
    double all_usd = least.cost_usd();
    int[] goalOf = least.question().goalOf().clone();
    Set<Integer> counted = new TreeSet<>();
    for (int r = 0; r < goalOf.length; r++) {
      goalOf[r] = goalOf[r] == PlanQuestion.IGNORED ? goalOf[r] : goals.of()[r];
      if (goalOf[r] >= 0) {
        counted.add(goalOf[r]);
      }
    }
    double[] worth = goals.worth().clone();
    for (int g = 0; g < worth.length; g++) {
      worth[g] = counted.contains(g) ? worth[g] : 0;
    }
    double smallest = Arrays.stream(worth).filter(w -> w > 0).min().orElse(1);
    PlanQuestion seeking =
        least
            .question()
            .seeking(goalOf, worth)
            .measuring(least.withTrifle(new double[cost.length], smallest));
    double[] budgets = new double[StrictMath.max(0, count - 1)];
    for (int k = 0; k < budgets.length; k++) {
      budgets[k] = share(k + 1, count) * all_usd;
    }
    double left = time.left();
    List<int[]> known =
        least
            .program()
            .thinned(
                seeking,
                least.plan().ofSite(),
                cost,
                () -> !time.isOver() && time.left() > THINNING * left);
    int[] asked = {0};
    List<BudgetCurve.Point> found =
        BudgetCurve.of(
            least.program(),
            seeking,
            cost,
            budgets,
            known,
            () -> time.oneOf(budgets.length - asked[0]++));
    List<Point> points = new ArrayList<>();
    Reached all = Reached.of(least, least.plan());
    for (BudgetCurve.Point one : found) {
      points.add(point(least, one, StrictMath.min(one.most(), seeking.allWorth())));
    }
    points.add(point(least, all_usd, least.plan(), 0));
    return new Curve(goal, points, all, bend(goal, points));
  }

  private static Point point(LeastPlan least, BudgetCurve.Point one, double most) {
    double gap = most > 0 ? StrictMath.max(0, (most - one.reached()) / most) : 0;
    return point(least, one.budget(), one.plan(), gap);
  }

  private static Point point(LeastPlan least, double budget_usd, Plan plan, double gap) {
    if (!plan.isFound()) {
      return new Point(budget_usd, Double.NaN, Reached.NOTHING, 0, gap, new int[0]);
    }
    return new Point(
        budget_usd,
        plan.sum(least.question().measure()),
        Reached.of(least, plan),
        least.kept(plan),
        gap,
        plan.columns());
  }

  /// The point that lies highest above the straight line from nothing to all.
  private static int bend(Goal goal, List<Point> points) {
    Point last = points.getLast();
    double all = last.reached.of(goal);
    int bend = points.size() - 1;
    double highest = 0;
    for (int k = 0; k < points.size(); k++) {
      Point one = points.get(k);
      double above =
          (all > 0 ? one.reached.of(goal) / all : 0)
              - (last.cost_usd > 0 ? one.cost_usd / last.cost_usd : 0);
      if (above > highest + 1e-9) {
        highest = above;
        bend = k;
      }
    }
    return bend;
  }

  /// Whether every budget is shown to reach no more than that share of what it could.
  boolean isWithin(double gap) {
    return points.stream().allMatch(p -> p.gap <= gap + 1e-9);
  }

  /// How many times as dear a kilometre, or a person, is beyond the bend as before it, on average;
  /// NaN where the curve has no bend.
  public double dearerBeyondBend() {
    Point at = points.get(bend);
    Point last = points.getLast();
    double before = at.cost_usd / at.reached.of(goal);
    double beyond = (last.cost_usd - at.cost_usd) / (last.reached.of(goal) - at.reached.of(goal));
    return beyond / before;
  }
}
