package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.option.OptionRow;

/// Goals of a plan that seeks the most within a budget: a place in a season counts when all its
/// limits hold (docs/theory/plan.md, Eq. 13).
///
/// @param of goal of each row of the model
/// @param worth of each goal: km of river × share of the year, or people × share of the year
record Goals(int[] of, double[] worth) {

  /// Place in a season.
  private record Stay(Place place, String season) {}

  static Goals of(PlanModel model, PlanRequest.Goal goal) {
    Study study = model.baseline().instance().study();
    Map<Stay, Integer> known = new HashMap<>();
    List<Double> worth = new ArrayList<>();
    int[] of = new int[model.rows().size()];
    for (int r = 0; r < of.length; r++) {
      OptionRow row = model.rows().get(r);
      Stay stay = new Stay(row.question().place(), row.question().season());
      of[r] =
          known.computeIfAbsent(
              stay,
              s -> {
                worth.add(
                    shareOfYear(study, s.season)
                        * (goal == PlanRequest.Goal.MOST_PEOPLE
                            ? people(study, s.place)
                            : length_km(study, s.place)));
                return worth.size() - 1;
              });
    }
    return new Goals(of, worth.stream().mapToDouble(Double::doubleValue).toArray());
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
