package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.UnitTree;
import org.tonle.explain.InputRows;
import org.tonle.export.CauseNames;
import org.tonle.i18n.Words;
import org.tonle.model.Provenance;
import org.tonle.model.Reach;
import org.tonle.model.Unit;
import org.tonle.problem.Nearest;
import org.tonle.report.page.Page;
import org.tonle.run.Result;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.CauseAnswers;
import org.tonle.serve.held.PlaceList;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Place route: one reach, lake or station, with its water through the seasons, who causes it, what
/// lies above and below, and where its figures come from.
public final class PlaceRoute {
  private final Served served;
  private final CauseAnswers causes;

  public PlaceRoute(Served served, CauseAnswers causes) {
    this.served = served;
    this.causes = causes;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "c", "s", "std", "sc");
    PreparedStudy study = served.study();
    int place = place(study, asked.pathParam("id"));
    int constituent = query.constituent(study);
    query.standard(study);
    Optional<Integer> season = query.season(study);
    Result result = served.scenarios().result(study, query.text("sc"));
    Words words = query.words();
    ObjectNode root = about(study, place, words);
    seasons(root, result, place, constituent);
    verdicts(root, result, place, constituent);
    classes(root, result, place);
    measured(root, result, place, constituent);
    root.set("upstream", Json.of(reached(study.places(), place, true)));
    root.set("downstream", Json.of(reached(study.places(), place, false)));
    if (constituent >= 0) {
      int at = season.orElseGet(() -> CauseAnswers.worstSeason(result, place, constituent));
      causes
          .of(result, place, at, constituent)
          .ifPresent(a -> root.set("causes", causes(study, result, a, words)));
    }
    Json.write(asked, root);
  }

  /// Number of the place that a path names by its id.
  static int place(PreparedStudy study, String id) {
    int place = study.places().find(id);
    if (place < 0) {
      List<String> ids = study.places().all().stream().map(Place::id).toList();
      throw RequestProblem.missing("no_place", Query.shown(id), Nearest.id(id, ids));
    }
    return place;
  }

  private static ObjectNode about(PreparedStudy study, int number, Words words) {
    Place place = study.places().all().get(number);
    ObjectNode root = Json.object().put("id", place.id()).put("place", number);
    root.put("kind", place.kind().name().toLowerCase(java.util.Locale.ROOT));
    root.set("names", Json.names(place.names()));
    study.study().emissions().units().stream()
        .filter(u -> u.id().equals(place.unit()))
        .findFirst()
        .ifPresent(u -> root.set("province", unit(u)));
    InputRows rows = new InputRows(study.source().inputs());
    Page page = study.page(words);
    if (place.kind() == Place.Kind.REACH) {
      Reach reach = study.places().reach(place.id());
      root.set("river", Json.names(PlaceList.river(reach)));
      root.put("length_km", reach.line().length_km());
      provenance(root, reach.provenance(), rows.find("reaches.csv", "reach", reach.id()), page);
    }
    study.study().waterways().lakes().stream()
        .filter(l -> place.kind() == Place.Kind.LAKE && l.id().equals(place.id()))
        .findFirst()
        .ifPresent(
            l -> provenance(root, l.provenance(), rows.find("lakes.csv", "lake", l.id()), page));
    return root;
  }

  private static ObjectNode unit(Unit unit) {
    ObjectNode one = Json.object().put("id", unit.id());
    one.set("names", Json.names(unit.names()));
    return one;
  }

  static void provenance(ObjectNode to, Provenance of, InputRows.At at, Page page) {
    to.putObject("provenance")
        .put("reference", of.reference())
        .put("quality", of.quality().name().toLowerCase(java.util.Locale.ROOT))
        .put("words", page.quality(of.quality()))
        .put("file", at.file())
        .put("row", at.row());
  }

  private static void seasons(ObjectNode root, Result result, int place, int constituent) {
    Concentrations water = result.concentrations();
    Map<String, Hydraulics> flows = new HashMap<>();
    Place of = water.places().get(place);
    result.hydraulics().stream()
        .filter(h -> of.kind() == Place.Kind.REACH && h.reach().equals(of.id()))
        .forEach(h -> flows.put(h.season(), h));
    ArrayNode list = root.putArray("seasons");
    for (int s = 0; s < water.seasons().size(); s++) {
      ObjectNode one = list.addObject().put("id", water.seasons().get(s).id());
      one.put("state", water.state(place, s).name().toLowerCase(java.util.Locale.ROOT));
      Hydraulics flow = flows.get(water.seasons().get(s).id());
      if (flow != null) {
        Json.put(one, "discharge_m3_per_s", flow.discharge_m3_per_s());
        Json.put(one, "velocity_m_per_s", flow.velocity_m_per_s());
        Json.put(one, "depth_m", flow.depth_m());
        Json.put(one, "travelTime_d", flow.travelTime_d());
        Json.put(one, "temperature_c", flow.temperature_c());
        Json.put(one, "upstreamArea_km2", flow.upstreamArea_km2());
      }
      for (Statistic statistic : Statistic.values()) {
        if (constituent >= 0 && water.isJudged(place, s)) {
          Json.put(one, statistic.id(), water.value(statistic, place, s, constituent));
        }
      }
    }
  }

  private static void verdicts(ObjectNode root, Result result, int place, int constituent) {
    Concentrations water = result.concentrations();
    ArrayNode list = root.putArray("verdicts");
    for (Verdict v : CauseAnswers.verdicts(result, place)) {
      boolean isAsked =
          constituent < 0 || v.constituent().equals(water.constituents().get(constituent).id());
      if (!isAsked || (constituent < 0 && !v.required())) {
        continue;
      }
      ObjectNode one =
          list.addObject()
              .put("standard", v.limit().standard())
              .put("class", v.limit().className())
              .put("season", v.season())
              .put("constituent", v.constituent())
              .put("limit", v.limit().value())
              .put("statistic", v.limit().statistic().name().toLowerCase(java.util.Locale.ROOT))
              .put("isMinimum", v.limit().statistic().isMinimum())
              .put("isRequired", v.required())
              .put("outcome", v.outcome().id());
      Json.put(one, "limitOfMean", v.limitOfMean());
      Json.put(one, "probabilityOfMeeting", v.probabilityOfMeeting());
      Json.put(one, "probabilityWithoutSources", v.probabilityWithout());
    }
  }

  private static void classes(ObjectNode root, Result result, int place) {
    Place of = result.concentrations().places().get(place);
    ArrayNode list = root.putArray("classes");
    result.judged().classes().stream()
        .filter(c -> c.place().equals(of))
        .forEach(
            c ->
                list.addObject()
                    .put("standard", c.standard())
                    .put("season", c.season())
                    .put("constituent", c.constituent())
                    .put("rank", c.rank())
                    .put("name", c.className())
                    .put("agreement", c.agreement()));
  }

  private static void measured(ObjectNode root, Result result, int place, int constituent) {
    Concentrations water = result.concentrations();
    Place of = water.places().get(place);
    ArrayNode list = root.putArray("measured");
    for (Comparison c : result.comparisons()) {
      boolean isAsked =
          constituent < 0
              || c.observation().constituent().equals(water.constituents().get(constituent).id());
      if (c.place().equals(of) && isAsked) {
        list.add(comparison(c));
      }
    }
  }

  static ObjectNode comparison(Comparison c) {
    ObjectNode one =
        Json.object()
            .put("station", c.observation().station())
            .put("place", c.place().id())
            .put("constituent", c.observation().constituent())
            .put("seasons", c.seasons())
            .put("statistic", c.observation().statistic().name().toLowerCase(java.util.Locale.ROOT))
            .put("n", c.observation().n())
            .put("value", c.observation().value())
            .put("bound", c.observation().bound().name().toLowerCase(java.util.Locale.ROOT))
            .put("reference", c.observation().provenance().reference());
    Json.put(one, "simulated", c.simulated());
    Json.put(one, "low", c.low());
    Json.put(one, "high", c.high());
    return one.put("isCovered", c.covered()).put("isCircular", c.circular());
  }

  /// Numbers of all places above or below, the nearest first, along the drawn direction.
  private static List<Integer> reached(PlaceList places, int from, boolean isUpstream) {
    boolean[] seen = new boolean[places.all().size()];
    seen[from] = true;
    List<Integer> found = new ArrayList<>();
    Deque<Integer> next = new ArrayDeque<>(places.neighbours(from, isUpstream));
    while (!next.isEmpty()) {
      int place = next.removeFirst();
      if (!seen[place]) {
        seen[place] = true;
        found.add(place);
        next.addAll(places.neighbours(place, isUpstream));
      }
    }
    return found;
  }

  /// Causes by source, category, unit and country; each list adds up to the total.
  static ObjectNode causes(PreparedStudy study, Result result, Apportionment of, Words words) {
    CauseNames names = new CauseNames(study.study());
    ObjectNode root = Json.object();
    root.put("place", of.place().id()).put("season", of.season());
    root.put("constituent", of.constituent().id());
    root.put("unit", of.constituent().unit().symbol());
    root.put("isShortfall", of.isShortfall());
    root.put("total", of.total());
    UnitTree units = new UnitTree(study.study().emissions().units());
    String home = units.home(of.place());
    if (!home.isEmpty()) {
      root.put("overBorderShare", of.transboundaryShare(units, home));
    }
    for (Grouping grouping : Grouping.values()) {
      ArrayNode list = root.putArray(grouping.id());
      for (Contribution part : of.by(grouping)) {
        ObjectNode one = list.addObject().put("key", part.key());
        one.put("name", names.of(grouping, part.key(), words));
        Json.put(one, "central", part.central());
        Json.put(one, "p5", part.p5());
        Json.put(one, "p95", part.p95());
        Json.put(one, "share", part.share());
        if (grouping == Grouping.SOURCE) {
          result
              .instance()
              .applied()
              .source(part.key())
              .ifPresent(s -> one.put("at", study.places().of(s.entry())));
          of.causes().stream()
              .filter(c -> c.id().equals(part.key()))
              .findFirst()
              .ifPresent(c -> one.put("category", c.category()));
        }
      }
    }
    return root;
  }
}
