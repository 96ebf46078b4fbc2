package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.option.OptionRow;

/// Goals of a plan that seeks the most within a budget: a place in a season counts when all its
/// limits hold (docs/theory/plan.md, Eq. 13).
///
/// @param of goal of each row of the model
/// @param amount of each goal: km of river × share of the year, or people × share of the year; a
///   town at several places counts at each in equal parts, and each period by its share of the
///   years
/// @param worth of each goal: its amount, or one person where nobody lives, so that every place
///   counts
public record Goals(int[] of, double[] amount, double[] worth) {

  /// Place in a season of a period.
  private record Stay(Place place, String season, int period) {}

  /// Node, reach or lake in a season of a period.
  private record End(String id, String season, int period) {}

  public static Goals of(PlanModel model, PlanRequest.Goal goal) {
    Study study = model.baseline().instance().study();
    Map<Stay, Integer> known = new LinkedHashMap<>();
    int[] of = new int[model.rows().size()];
    for (int r = 0; r < of.length; r++) {
      OptionRow row = model.rows().get(r);
      Stay stay = new Stay(row.question().place(), row.question().season(), model.periodOfRow(r));
      of[r] = known.computeIfAbsent(stay, s -> known.size());
    }
    List<Stay> stays = List.copyOf(known.keySet());
    boolean isPeople = goal == PlanRequest.Goal.MOST_PEOPLE;
    double[] amount = isPeople ? people(study, stays) : lengths_km(study, stays);
    double[] worth = new double[amount.length];
    for (int g = 0; g < worth.length; g++) {
      double share =
          shareOfYear(study, stays.get(g).season) * model.shareOfYears(stays.get(g).period);
      amount[g] *= share;
      worth[g] = isPeople ? StrictMath.max(share, amount[g]) : amount[g];
    }
    return new Goals(of, amount, worth);
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

  /// Lengths of reaches; a lake or a place counts as one kilometre.
  private static double[] lengths_km(Study study, List<Stay> stays) {
    Map<String, Double> known = new HashMap<>();
    study.waterways().reaches().forEach(r -> known.put(r.id(), r.line().length_km()));
    return stays.stream()
        .mapToDouble(
            s -> s.place.kind() == Place.Kind.REACH ? known.getOrDefault(s.place.id(), 1.0) : 1.0)
        .toArray();
  }

  /// People whose wastewater enters at a place or its ends.
  private static double[] people(Study study, List<Stay> stays) {
    Map<String, List<String>> ends = new HashMap<>();
    study
        .waterways()
        .reaches()
        .forEach(r -> ends.put(r.id(), List.of(r.line().fromNode(), r.line().toNode())));
    Map<End, List<Integer>> near = new HashMap<>();
    for (int g = 0; g < stays.size(); g++) {
      Stay stay = stays.get(g);
      List<String> ids = new ArrayList<>(List.of(stay.place.id()));
      if (stay.place.kind() == Place.Kind.REACH) {
        ids.addAll(ends.getOrDefault(stay.place.id(), List.of()));
      }
      for (String id : ids) {
        near.computeIfAbsent(new End(id, stay.season, stay.period), k -> new ArrayList<>()).add(g);
      }
    }
    double[] people = new double[stays.size()];
    for (Source source : study.emissions().sources()) {
      if (source instanceof Source.Town town) {
        near.forEach(
            (end, goals) -> {
              if (end.id.equals(town.entry().id())) {
                goals.forEach(g -> people[g] += town.population() / goals.size());
              }
            });
      }
    }
    return people;
  }
}
