package org.tonle.explain;

import java.util.List;
import org.tonle.cause.Trace;
import org.tonle.run.Question;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of explanations, for programs.
public final class ExplainJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ExplainJson() {}

  /// One concentration with all its parts.
  public static ObjectNode of(Explanation explained) {
    Trace trace = explained.trace();
    Question asked = trace.question();
    ObjectNode root =
        MAPPER
            .createObjectNode()
            .put("place", asked.place().id())
            .put("kind", asked.place().kind().name().toLowerCase(java.util.Locale.ROOT))
            .put("season", asked.season())
            .put("constituent", asked.constituent())
            .put("unit", trace.constituent().unit().symbol())
            .put("isShortfallOfOxygen", trace.constituent().isOxygen())
            .put("concentration", trace.total())
            .put("shown", explained.shown());
    finite(root, "dilutionM3PerS", trace.dilution_m3_per_s());
    String unit = LoadChain.unit(trace.constituent());
    ArrayNode parts = root.putArray("parts");
    for (Explanation.Part part : explained.parts()) {
      ObjectNode one = parts.addObject().put("added", part.added()).put("shown", part.shown());
      switch (part.what()) {
        case Explanation.OfLoad load -> load(one.put("what", "load"), load, unit);
        case Explanation.OtherLoads other ->
            one.put("what", "other loads").put("count", other.count());
        case Explanation.OfWater water -> water(one.put("what", "water"), water);
        case Explanation.OtherWaters other ->
            one.put("what", "other waters").put("count", other.count());
        case Explanation.Nature nature -> one.put("what", "nature");
      }
    }
    return root;
  }

  private static void load(ObjectNode one, Explanation.OfLoad load, String unit) {
    Trace.Load of = load.load();
    one.put("source", of.term().source())
        .put("path", of.term().path())
        .put("entry", of.term().entry().id())
        .put("constituent", of.term().constituent())
        .put("entering", of.entering_kg_per_d())
        .put("loadUnit", unit);
    finite(one, "arriving", of.arriving_kg_per_d());
    ObjectNode way = one.putObject("way");
    finite(way, "arriving", of.way().arriving());
    finite(way, "elsewhere", of.way().elsewhere());
    finite(way, "inLakes", of.way().inLakes());
    finite(way, "settled", of.way().settled());
    finite(way, "decayed", of.way().decayed());
    steps(one.putArray("steps"), load.steps());
  }

  private static void water(ObjectNode one, Explanation.OfWater water) {
    one.put("flow", water.water().flow().id()).put("water", water.water().flow().water());
    one.put("entering", water.water().entering_kg_per_d());
    ArrayNode steps = one.putArray("steps");
    steps(steps, List.of(water.discharge()));
    water.concentration().ifPresent(c -> steps(steps, List.of(c)));
  }

  private static void steps(ArrayNode list, List<Step> steps) {
    for (Step step : steps) {
      ObjectNode one = list.addObject().put("step", step.kind().id()).put("value", step.value());
      one.put("unit", step.unit());
      if (!step.at().file().isEmpty()) {
        one.put("file", step.at().file())
            .put("row", step.at().row())
            .put("reference", step.provenance().reference())
            .put("quality", step.provenance().quality().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  private static void finite(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }

  /// The loads that a source puts into the water.
  public static ObjectNode of(OutfallLoads loads) {
    ObjectNode root =
        MAPPER
            .createObjectNode()
            .put("source", loads.source().id())
            .put("season", loads.season())
            .put("constituent", loads.constituent().id())
            .put("load", loads.sum_kg_per_d())
            .put("shown", loads.shown())
            .put("unit", LoadChain.unit(loads.constituent()));
    loads.effluent().ifPresent(o -> finite(root, "effluent", o.concentration()));
    ArrayNode list = root.putArray("loads");
    for (OutfallLoads.Load load : loads.loads()) {
      ObjectNode one =
          list.addObject()
              .put("source", load.term().source())
              .put("path", load.term().path())
              .put("entry", load.term().entry().id())
              .put("load", load.load_kg_per_d())
              .put("shown", load.shown());
      steps(one.putArray("steps"), load.steps());
    }
    return root;
  }

  /// What a source adds, place by place.
  public static ArrayNode of(List<AddedPlaces.Row> rows) {
    ArrayNode list = MAPPER.createArrayNode();
    for (AddedPlaces.Row row : rows) {
      ObjectNode one = list.addObject().put("place", row.place().id());
      one.put("kind", row.place().kind().name().toLowerCase(java.util.Locale.ROOT));
      finite(one, "distanceKm", row.distance_km());
      one.put("concentration", row.concentration()).put("added", row.added());
      row.verdict()
          .ifPresent(
              v ->
                  one.put("limitOfMean", v.limitOfMean())
                      .put("outcome", v.outcome().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return list;
  }
}
