package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.CauseNames;
import org.tonle.export.DemandRow;
import org.tonle.export.MeasureJson;
import org.tonle.i18n.Words;
import org.tonle.report.page.CutSentence;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.run.Result;
import org.tonle.serve.held.DemandAnswers;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Demand route: how much load must go, where and whose, by a rule and at a confidence.
public final class DemandRoute {
  private final Served served;
  private final DemandAnswers demands;

  public DemandRoute(Served served, DemandAnswers demands) {
    this.served = served;
    this.demands = demands;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "rule", "confidence", "sc");
    PreparedStudy study = served.study();
    List<String> rules = Arrays.stream(Rule.values()).map(Rule::id).toList();
    Rule rule =
        query
            .oneOf("rule", rules)
            .map(id -> Rule.values()[rules.indexOf(id)])
            .orElse(Rule.EQUAL_PERCENTAGE);
    double usual = study.study().settings().judging().confidence();
    double confidence =
        query.integer("confidence", (int) StrictMath.round(usual * 100), 50, 99) / 100.0;
    Result result = served.scenarios().result(study, query.text("sc"));
    Json.write(asked, json(demands.of(result, rule, confidence), query.words()));
  }

  private static ObjectNode json(Answers found, Words words) {
    Demand demand = found.demand().orElseThrow();
    CauseNames names = new CauseNames(found.result().study());
    CutSentence sentence = new CutSentence(new Page(found.result(), words, found.worst()));
    ObjectNode root = Json.object();
    root.put("rule", demand.allocation().rule().id());
    root.put("confidence", demand.allocation().confidence());
    root.set("rules", Json.of(Arrays.stream(Rule.values()).map(Rule::id).toList()));
    ArrayNode rows = root.putArray("rows");
    for (DemandRow row : DemandRow.of(demand)) {
      ObjectNode one = rows.addObject();
      one.put("level", row.level().name().toLowerCase(java.util.Locale.ROOT));
      one.put("unit", row.unit()).put("source", row.source()).put("category", row.category());
      one.put(
          "name",
          switch (row.level()) {
            case TOTAL -> "";
            case UNIT -> names.unit(row.unit(), words);
            case SOURCE -> names.source(row.source(), words);
          });
      one.put("constituent", row.constituent());
      Json.put(one, "now_t_per_a", row.now_t_per_a());
      Json.put(one, "cut_t_per_a", row.cut_t_per_a());
      Json.put(one, "cutLow_t_per_a", row.cutLow_t_per_a());
      Json.put(one, "cutHigh_t_per_a", row.cutHigh_t_per_a());
      Json.put(one, "peopleEquivalent", row.peopleEquivalent());
      Json.put(one, "treat_m3_per_d", row.treat_m3_per_d());
      Json.put(one, "reductionRate", row.reductionRate());
      one.put("reductionLogs", Figures.logs(row.reductionRate()));
      if (row.level() == DemandRow.Level.TOTAL) {
        one.put("sentence", sentence.of(row));
      }
      if (row.binding() >= 0) {
        Bound bound = demand.allocation().bounds().get(row.binding());
        one.put("bindingPlace", bound.of().place().id());
        one.put("bindingSeason", bound.of().season());
      }
    }
    capacities(root, demand);
    found.worth().ifPresent(w -> MeasureJson.put(root, found.result().study(), demand, w, words));
    return root;
  }

  /// Both faces of a capacity: the total maximum daily load, and what is left of it.
  private static void capacities(ObjectNode root, Demand demand) {
    ArrayNode list = root.putArray("capacities");
    for (Demand.Capacity c : demand.capacities()) {
      ObjectNode one =
          list.addObject()
              .put("place", c.bound().of().place().id())
              .put("season", c.bound().of().season())
              .put("constituent", c.constituent())
              .put("isBroken", c.number() >= 0);
      Json.put(one, "daily_kg_per_d", c.daily_kg_per_d());
      Json.put(one, "used_kg_per_d", c.used_kg_per_d());
      Json.put(one, "left_kg_per_d", c.left_kg_per_d());
      Json.put(one, "margin_kg_per_d", c.margin_kg_per_d());
      Json.put(one, "reserve_kg_per_d", c.reserve_kg_per_d());
      Json.put(one, "newSource_kg_per_d", c.newSource_kg_per_d());
      Json.put(one, "allowed_kg_per_d", c.allowed_kg_per_d());
    }
  }
}
