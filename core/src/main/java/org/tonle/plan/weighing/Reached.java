package org.tonle.plan.weighing;

import java.util.Arrays;
import org.tonle.plan.answer.Goals;
import org.tonle.plan.answer.PlanRequest.Goal;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;

/// What a plan brings to standard of the water that is broken today and that works can mend: a
/// place counts in a season in which all its limits hold that works can keep.
///
/// @param river_km length of river × share of the year; a lake or a place counts as one kilometre
/// @param people who live at it × share of the year; a town at two reaches counts half at each
public record Reached(double river_km, double people) {
  static final Reached NOTHING = new Reached(0, 0);

  double of(Goal goal) {
    return goal == Goal.MOST_PEOPLE ? people : river_km;
  }

  /// What the plan that was asked for reaches.
  public static Reached of(Planner.Planned planned) {
    return planned.plan().isFound()
        ? of(
            new LeastPlan(planned.model(), planned.program(), planned.question(), planned.plan()),
            planned.plan())
        : NOTHING;
  }

  /// What would be reached if all limits held that works can keep.
  public static Reached most(Planner.Planned planned) {
    int[] held = new int[planned.model().rows().size()];
    Arrays.fill(held, Integer.MAX_VALUE);
    LeastPlan all =
        new LeastPlan(planned.model(), planned.program(), planned.question(), planned.plan());
    return of(all, held);
  }

  static Reached of(LeastPlan least, Plan plan) {
    return plan.isFound() ? of(least, plan.held()) : NOTHING;
  }

  private static Reached of(LeastPlan least, int[] held) {
    return new Reached(
        sum(least, Goals.of(least.model(), Goal.MOST_RIVER), held),
        sum(least, Goals.of(least.model(), Goal.MOST_PEOPLE), held));
  }

  private static double sum(LeastPlan least, Goals goals, int[] held) {
    boolean[] counts = new boolean[goals.worth().length];
    boolean[] fails = new boolean[counts.length];
    int[] goalOf = least.question().goalOf();
    for (int r = 0; r < held.length; r++) {
      if (goalOf[r] != PlanQuestion.IGNORED) {
        counts[goals.of()[r]] = true;
        fails[goals.of()[r]] |= held[r] < least.needed(r);
      }
    }
    double sum = 0;
    for (int g = 0; g < counts.length; g++) {
      sum += counts[g] && !fails[g] ? goals.amount()[g] : 0;
    }
    return sum;
  }
}
