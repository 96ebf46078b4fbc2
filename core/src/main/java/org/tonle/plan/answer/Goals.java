package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Place;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.PlanQuestion;

/// Goals of a plan that seeks the most within a budget: a place in a season counts when all its
/// limits hold (docs/theory/plan.md, Eq. 13).
///
/// @param of goal of each row of the model
/// @param worth of each goal: km of river × share of the year, or people × share of the year; over
///   periods times the share of their years
/// @param province that each goal's place lies in
record Goals(int[] of, double[] worth, String[] province) {
  private static final String PROVINCE = "province";

  /// Place in a season of a period.
  private record Stay(Place place, String season, int period) {}

  static Goals of(PlanModel model, PlanRequest.Goal goal) {
    Study study = model.baseline().instance().study();
    Map<Stay, Integer> known = new HashMap<>();
    List<String> provinces = new ArrayList<>();
    List<Double> worth = new ArrayList<>();
    int[] of = new int[model.rows().size()];
    for (int r = 0; r < of.length; r++) {
      OptionRow row = model.rows().get(r);
      Stay stay = new Stay(
              row.question().place(), row.question().season(), model.periodOfRow(r));
      of[r] =
          known.computeIfAbsent(
              stay,
              s -> {
                provinces.add(province(study, s.place.unit()));
                worth.add(
                    shareOfYear(study, s.season)
                        * model.shareOfYears(s.period)
                        * (goal == PlanRequest.Goal.MOST_PEOPLE
                            ? people(study, s.place)
                            : length_km(study, s.place)));
                return worth.size() - 1;
              });
    }
    return new Goals(
        of,
        worth.stream().mapToDouble(Double::doubleValue).toArray(),
        provinces.toArray(String[]::new));
  }

  /// The province around a unit; the unit itself where it lies in none.
  private static String province(Study study, String unit) {
    Map<String, Unit> units = new HashMap<>();
    study.emissions().units().forEach(u -> units.put(u.id(), u));
    Unit at = units.get(unit);
    for (int depth = 0; at != null && depth < units.size(); depth++) {
      if (at.kind().equals(PROVINCE)) {
        return at.id();
      }
      at = units.get(at.parent());
    }
    return unit;
  }

  /// What every province must reach of its goals for a share of them: ceilings on less.
  ///
  /// @param counts which goals works can reach
  List<PlanQuestion.Ceiling> equal(double share, boolean[] counts, int columns) {
    List<PlanQuestion.Ceiling> floors = new ArrayList<>();
    Map<String, Double> least = new TreeMap<>();
    for (int g = 0; g < worth.length; g++) {
      if (counts[g]) {
        least.merge(province[g], share * worth[g], Double::sum);
      }
    }
    least.forEach(
        (where, sum) -> {
          double[] ofGoal = new double[worth.length];
          for (int g = 0; g < worth.length; g++) {
            ofGoal[g] = counts[g] && province[g].equals(where) ? -worth[g] : 0;
          }
          floors.add(new PlanQuestion.Ceiling(new double[columns], ofGoal, -sum));
        });
    return floors;
  }

  /// Share of its goals that each province reaches.
  Map<String, Double> shares(boolean[] counts, boolean[] isReached) {
    Map<String, Double> all = new TreeMap<>();
    Map<String, Double> reached = new TreeMap<>();
    for (int g = 0; g < worth.length; g++) {
      if (counts[g]) {
        all.merge(province[g], worth[g], Double::sum);
        reached.merge(province[g], isReached[g] ? worth[g] : 0, Double::sum);
      }
    }
    all.replaceAll((where, sum) -> sum > 0 ? reached.getOrDefault(where, 0.0) / sum : 1);
    return all;
  }

  private static double shareOfYear(Study study, String season) {
    double all = 0;
    double own = 0;
    for (Season one : study.waterways().seasons()) {
      all += one.duration_d();
      own += one.id().equals(season) ? one.duration_d() : 0;
    }
    return all > 0 ? own / all : 0;
  }

  /// Length of a reach; a lake or a place counts as one kilometre.
  private static double length_km(Study study, Place place) {
    return study.waterways().reaches().stream()
        .filter(r -> place.kind() == Place.Kind.REACH && r.id().equals(place.id()))
        .mapToDouble(r -> r.line().length_km())
        .findFirst()
        .orElse(1);
  }

  /// People whose wastewater enters at the place's ends; at least one, so that every place counts.
  private static double people(Study study, Place place) {
    List<String> nodes = new ArrayList<>(List.of(place.id()));
    for (Reach reach : study.waterways().reaches()) {
      if (place.kind() == Place.Kind.REACH && reach.id().equals(place.id())) {
        nodes.add(reach.line().fromNode());
        nodes.add(reach.line().toNode());
      }
    }
    double sum = 0;
    for (Source source : study.emissions().sources()) {
      if (source instanceof Source.Town town && nodes.contains(town.entry().id())) {
        sum += town.population();
      }
    }
    return StrictMath.max(1, sum);
  }
}
