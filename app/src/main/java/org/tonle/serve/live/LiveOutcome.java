package org.tonle.serve.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.load.service.Service;
import org.tonle.run.Pull;
import org.tonle.serve.held.BaselineWater;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Live outcome: the few sums that say what levers did, before and after.
///
/// @param breaches required limits that are broken and that the sources can mend, by place, season
///   and constituent
/// @param broken_km length of the reaches with a breach
/// @param people with safely managed sanitation by JMP's rules
record LiveOutcome(int breaches, double broken_km, double people) {
  /// Of the baseline.
  static LiveOutcome before(PreparedStudy study) {
    int[] by = study.water().breaches();
    int sum = 0;
    double broken_km = 0;
    for (int p = 0; p < by.length; p++) {
      sum += by[p];
      broken_km += by[p] > 0 ? length_km(study, p) : 0;
    }
    double people = study.result().loads().services().stream().mapToDouble(LiveOutcome::safe).sum();
    return new LiveOutcome(sum, broken_km, people);
  }

  /// Of a pull.
  LiveOutcome after(PreparedStudy study, Pull pull) {
    int[] by = study.water().breaches();
    Map<Place, Integer> now = new HashMap<>();
    for (Verdict v : pull.verdicts()) {
      if (BaselineWater.isBreach(v)) {
        now.merge(v.place(), 1, Integer::sum);
      }
    }
    int sum = breaches;
    double km = broken_km;
    List<Place> places = study.places().all();
    for (int p : pull.touched()) {
      int own = now.getOrDefault(places.get(p), 0);
      sum += own - by[p];
      if (own > 0 != by[p] > 0) {
        km += own > 0 ? length_km(study, p) : -length_km(study, p);
      }
    }
    double served = people;
    if (pull.how().isFull()) {
      served = pull.loads().services().stream().mapToDouble(LiveOutcome::safe).sum();
    } else {
      Set<String> sources = new HashSet<>(pull.sources());
      for (Service one : study.result().loads().services()) {
        served -= sources.contains(one.sewershed()) ? safe(one) : 0;
      }
      for (Service one : pull.loads().services()) {
        served += sources.contains(one.sewershed()) ? safe(one) : 0;
      }
    }
    return new LiveOutcome(sum, StrictMath.max(0, km), served);
  }

  private static double safe(Service of) {
    return of.strictlySafe().total();
  }

  private static double length_km(PreparedStudy study, int place) {
    Place of = study.places().all().get(place);
    return of.kind() == Place.Kind.REACH ? study.places().reach(of.id()).line().length_km() : 0;
  }

  ObjectNode json(LiveOutcome now) {
    return new JsonMapper()
        .createObjectNode()
        .put("breachesBefore", breaches)
        .put("breachesAfter", now.breaches)
        .put("kmBefore", broken_km)
        .put("kmAfter", now.broken_km)
        .put("peopleBefore", people)
        .put("peopleAfter", now.people);
  }
}
