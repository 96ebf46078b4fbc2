package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.plan.program.PlanQuestion;

/// Provinces of a plan's goals: what each must reach at least of what works can reach there, so
/// that none is left behind where a budget does not suffice (docs/theory/plan.md, Eq. 25).
final class Provinces {
  private static final String PROVINCE = "province";

  private final String[] of;
  private final double[] worth;
  private final boolean[] counts;

  /// @param goalOf goal of each row of the model, or that it does not count
  Provinces(PlanModel model, Goals goals, int[] goalOf) {
    Study study = model.baseline().instance().study();
    Map<String, Unit> units = new HashMap<>();
    study.emissions().units().forEach(u -> units.put(u.id(), u));
    worth = goals.worth();
    of = new String[worth.length];
    counts = new boolean[worth.length];
    for (int r = 0; r < goalOf.length; r++) {
      of[goals.of()[r]] = province(units, model.rows().get(r).question().place().unit());
      counts[goals.of()[r]] |= goalOf[r] >= 0 && !of[goals.of()[r]].isEmpty();
    }
  }

  /// The province around a unit; the unit itself where it lies in none. Places of no unit count in
  /// none.
  private static String province(Map<String, Unit> units, String unit) {
    Unit at = units.get(unit);
    for (int depth = 0; at != null && depth < units.size(); depth++) {
      if (at.kind().equals(PROVINCE)) {
        return at.id();
      }
      at = units.get(at.parent());
    }
    return unit;
  }

  /// Ceilings on what is not reached, so that every province reaches a share.
  ///
  /// @param columns of the program
  List<PlanQuestion.Ceiling> reaching(double share, int columns) {
    Map<String, Double> least = new TreeMap<>();
    for (int g = 0; g < worth.length; g++) {
      if (counts[g]) {
        least.merge(of[g], share * worth[g], Double::sum);
      }
    }
    List<PlanQuestion.Ceiling> ceilings = new ArrayList<>();
    least.forEach(
        (where, sum) -> {
          double[] ofGoal = new double[worth.length];
          for (int g = 0; g < worth.length; g++) {
            ofGoal[g] = counts[g] && of[g].equals(where) ? -worth[g] : 0;
          }
          ceilings.add(new PlanQuestion.Ceiling(new double[columns], ofGoal, -sum));
        });
    return ceilings;
  }

  /// Share of what works can reach that each province reaches.
  Map<String, Double> shares(boolean[] isReached) {
    Map<String, Double> all = new TreeMap<>();
    Map<String, Double> reached = new TreeMap<>();
    for (int g = 0; g < worth.length; g++) {
      if (counts[g]) {
        all.merge(of[g], worth[g], Double::sum);
        reached.merge(of[g], isReached[g] ? worth[g] : 0, Double::sum);
      }
    }
    all.replaceAll((where, sum) -> sum > 0 ? reached.getOrDefault(where, 0.0) / sum : 1);
    return all;
  }
}
