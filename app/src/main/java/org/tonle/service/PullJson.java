package org.tonle.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.demand.EffluentVerdict;
import org.tonle.load.LoadTerm;
import org.tonle.load.Outfall;
import org.tonle.load.service.Service;
import org.tonle.run.Pull;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pull JSON: the difference of a pull from its baseline, with the places and sources whose figures
/// changed, each with the figures before and after. Everything else is unchanged.
final class PullJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Pull pull;
  private final Result before;
  private final ObjectNode root = MAPPER.createObjectNode();

  private PullJson(Pull pull) {
    this.pull = pull;
    before = pull.baseline().result().orElseThrow();
  }

  static ObjectNode of(Pull pull) {
    return new PullJson(pull).all();
  }

  private ObjectNode all() {
    root.put("how", lower(pull.how()));
    root.put("full", pull.how().isFull());
    root.put("placesComputed", pull.touched().length);
    concentrations();
    verdicts();
    classes();
    loads();
    services();
    outfalls();
    return root;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void concentrations() {
    ArrayNode list = root.putArray("concentrations");
    Concentrations old = before.concentrations();
    Concentrations now = pull.concentrations();
    for (int p : pull.touched()) {
      for (int s = 0; s < old.seasons().size(); s++) {
        for (int c = 0; c < old.constituents().size(); c++) {
          if (isChanged(old, now, p, s, c)) {
            ObjectNode row = place(list.addObject(), old.places().get(p));
            row.put("season", old.seasons().get(s).id());
            row.put("constituent", old.constituents().get(c).id());
            row.put("unit", old.constituents().get(c).unit().symbol());
            figures(row.putObject("before"), old, p, s, c);
            figures(row.putObject("after"), now, p, s, c);
          }
        }
      }
    }
  }

  private static boolean isChanged(Concentrations old, Concentrations now, int p, int s, int c) {
    for (Statistic statistic : Statistic.values()) {
      if (old.value(statistic, p, s, c) != now.value(statistic, p, s, c)) {
        return true;
      }
    }
    return false;
  }

  private static void figures(ObjectNode node, Concentrations of, int p, int s, int c) {
    for (Statistic statistic : Statistic.values()) {
      node.put(lower(statistic), of.value(statistic, p, s, c));
    }
  }

  private static ObjectNode place(ObjectNode node, Place place) {
    return node.put("place", place.id()).put("kind", lower(place.kind()));
  }

  /// Judged figure of a verdict.
  private record Judged(Place place, String season, String constituent, String law, String of) {
    static Judged of(Verdict v) {
      String limit = v.limit().className() + " " + v.limit().statistic() + v.limit().scope();
      return new Judged(v.place(), v.season(), v.constituent(), v.limit().standard(), limit);
    }

    static Judged of(WaterClass c) {
      return new Judged(c.place(), c.season(), c.constituent(), c.standard(), "");
    }
  }

  private void verdicts() {
    ArrayNode list = root.putArray("verdicts");
    Map<Judged, Verdict> old = new HashMap<>();
    pull.verdictsBefore().forEach(v -> old.put(Judged.of(v), v));
    for (Verdict v : pull.verdicts()) {
      Verdict was = old.get(Judged.of(v));
      if (was != null && !was.equals(v)) {
        ObjectNode row = place(list.addObject(), v.place());
        row.put("season", v.season())
            .put("constituent", v.constituent())
            .put("standard", v.limit().standard())
            .put("class", v.limit().className())
            .put("period", lower(v.limit().scope().period()))
            .put("condition", v.limit().scope().text())
            .put("limit", v.limit().value())
            .put("required", v.required())
            .put("before", lower(was.outcome()))
            .put("after", lower(v.outcome()));
        if (was.isJudged() && v.isJudged()) {
          row.put("probabilityBefore", was.probabilityOfMeeting())
              .put("probabilityAfter", v.probabilityOfMeeting())
              .put("probabilityWithoutSources", v.probabilityWithout());
        }
      }
    }
  }

  private void classes() {
    ArrayNode list = root.putArray("classes");
    Map<Judged, WaterClass> old = new HashMap<>();
    pull.classesBefore().forEach(c -> old.put(Judged.of(c), c));
    for (WaterClass c : pull.classes()) {
      WaterClass was = old.get(Judged.of(c));
      if (was != null && was.rank() != c.rank()) {
        place(list.addObject(), c.place())
            .put("season", c.season())
            .put("constituent", c.constituent())
            .put("standard", c.standard())
            .put("before", was.rank())
            .put("after", c.rank());
      }
    }
  }

  /// Load into the water of each source and constituent that changed, mean of the year.
  private void loads() {
    ArrayNode list = root.putArray("loads");
    Map<List<String>, double[]> sums =
        new java.util.TreeMap<>(java.util.Comparator.comparing(List::toString));
    pull.termsBefore().forEach(t -> sums.computeIfAbsent(key(t), k -> new double[2])[0] += mean(t));
    pull.loads().terms().stream()
        .filter(t -> pull.sources().contains(t.source()))
        .forEach(t -> sums.computeIfAbsent(key(t), k -> new double[2])[1] += mean(t));
    sums.forEach(
        (key, sum) -> {
          if (sum[0] != sum[1]) {
            list.addObject()
                .put("source", key.get(0))
                .put("constituent", key.get(1))
                .put("before_g_per_s", sum[0])
                .put("after_g_per_s", sum[1]);
          }
        });
  }

  private static List<String> key(LoadTerm term) {
    return List.of(term.source(), term.constituent());
  }

  private double mean(LoadTerm term) {
    double sum = 0;
    double year = 0;
    List<org.tonle.model.Season> seasons = before.study().waterways().seasons();
    for (int s = 0; s < seasons.size(); s++) {
      sum += term.delivered_g_per_s().get(s) * seasons.get(s).duration_d();
      year += seasons.get(s).duration_d();
    }
    return sum / year;
  }

  private void services() {
    ArrayNode list = root.putArray("services");
    Map<List<String>, double[]> people =
        new java.util.TreeMap<>(java.util.Comparator.comparing(List::toString));
    before.loads().services().stream()
        .filter(s -> pull.sources().contains(s.sewershed()))
        .forEach(s -> count(people, s, 0));
    pull.loads().services().forEach(s -> count(people, s, 1));
    people.forEach(
        (key, of) -> {
          if (of[0] != of[1] || of[2] != of[3]) {
            list.addObject()
                .put("town", key.get(0))
                .put("sewershed", key.get(1))
                .put("path", key.get(2))
                .put("peopleBefore", of[0])
                .put("peopleAfter", of[1])
                .put("safelyManagedBefore", of[2])
                .put("safelyManagedAfter", of[3]);
          }
        });
  }

  private static void count(Map<List<String>, double[]> people, Service service, int when) {
    double[] of =
        people.computeIfAbsent(
            List.of(service.town(), service.sewershed(), service.path().id()), k -> new double[4]);
    of[when] += service.people();
    of[2 + when] += service.strictlySafe().total();
  }

  private void outfalls() {
    ArrayNode list = root.putArray("outfalls");
    Map<List<String>, Outfall> old = new HashMap<>();
    before.loads().outfalls().forEach(o -> old.put(List.of(o.source(), o.constituent()), o));
    Map<Outfall, EffluentVerdict> verdicts = new HashMap<>();
    EffluentVerdict.of(pull.applied().study(), pull.loads(), before.options())
        .forEach(v -> verdicts.put(v.outfall(), v));
    for (Outfall outfall : pull.loads().outfalls()) {
      Outfall was = old.remove(List.of(outfall.source(), outfall.constituent()));
      if (!outfall.equals(was)) {
        ObjectNode row =
            list.addObject()
                .put("source", outfall.source())
                .put("constituent", outfall.constituent())
                .put("wastewater_m3_per_d", outfall.wastewater_m3_per_d())
                .put("concentration", outfall.concentration());
        if (was != null) {
          row.put("concentrationBefore", was.concentration());
        }
        EffluentVerdict verdict = verdicts.get(outfall);
        if (verdict != null) {
          row.put("outcome", verdict.outcome().id());
          row.put("assumed", verdict.isAssumed());
          row.put("probability", verdict.probabilityOfMeeting());
        }
      }
    }
  }
}
