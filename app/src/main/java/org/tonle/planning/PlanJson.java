package org.tonle.planning;

import java.util.Locale;
import org.tonle.model.Limit;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.option.Works;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON: `status`, `cost`, `bound`, `gap`, `works[]`, `receptors[]`, `beyond[]`, and how
/// it was found.
public final class PlanJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PlanJson() {}

  /// A plan with its trades.
  public static ObjectNode of(Study study, PlanRun.Outcome outcome, PlanRequest request) {
    PlanAnswer answer = outcome.planned().orElseThrow().answer();
    ObjectNode root = of(study, answer, request.confidence());
    TradeJson.add(root, outcome, request);
    return root;
  }

  /// Adds the seconds of each step, and of each part of the trades. They differ from run to run.
  public static void addSeconds(ObjectNode root, PlanRun.Outcome outcome) {
    ObjectNode seconds = root.putObject("seconds");
    for (PlanRun.Step step : PlanRun.Step.values()) {
      seconds.put(step.id(), outcome.seconds()[step.ordinal()]);
    }
    outcome.trades().seconds().forEach((part, spent) -> seconds.put(part.id(), spent));
  }

  private static ObjectNode of(Study study, PlanAnswer answer, double confidence) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", study.id());
    root.put("standard", study.settings().judging().mainStandard());
    root.put("status", answer.status().id());
    root.put("confidence", confidence);
    put(root, "cost", answer.cost_usd());
    put(root, "bound", answer.bound_usd());
    put(root, "gap", answer.gap());
    root.put("currency", "USD");
    root.put("priceYear", study.catalogue().money().baseYear());
    root.put("sampleDraws", answer.sampleDraws());
    root.put("freshDraws", answer.freshDraws());
    root.put("rounds", answer.rounds());
    root.put("options", answer.options());
    ArrayNode works = root.putArray("works");
    answer.works().forEach(w -> add(works.addObject(), w));
    ArrayNode receptors = root.putArray("receptors");
    ArrayNode beyond = root.putArray("beyond");
    for (PlannedLimit limit : answer.limits()) {
      boolean isBeyond =
          switch (limit.reach()) {
            case PLANNED, GIVEN_UP -> false;
            case NONE_FOUND, BEYOND_WORKS, BEYOND_SOURCES -> true;
          };
      add((isBeyond ? beyond : receptors).addObject(), limit);
    }
    return root;
  }

  static void add(ObjectNode node, PlannedWork work) {
    Works works = work.option().works();
    node.put("option", work.option().id());
    node.put("kind", work.option().kind().id());
    ArrayNode sites = node.putArray("sites");
    work.option().sites().forEach(sites::add);
    node.put("technology", works.technology());
    put(node, "capacity_m3_per_d", works.capacity_m3_per_d());
    put(node, "newlySewered_people", works.newlySewered_people());
    put(node, "emptied_people", works.emptied_people());
    put(node, "newTanks_people", works.newTanks_people());
    node.put("year", work.year());
    put(node, "capital_usd", work.cost().capital_usd());
    put(node, "running_usd_per_a", work.cost().running_usd_per_a());
    put(node, "present_usd", work.present().total_usd());
    put(node, "land_m2", work.cost().land_m2());
    put(node, "energy_kwh_per_a", work.cost().energy_kwh_per_a());
  }

  private static void add(ObjectNode node, PlannedLimit limit) {
    Limit law = limit.verdict().limit();
    node.put("place", limit.question().place().id());
    node.put("placeKind", limit.question().place().kind().name().toLowerCase(Locale.ROOT));
    node.put("unit", limit.question().place().unit());
    node.put("season", limit.question().season());
    node.put("constituent", limit.question().constituent());
    node.put("reach", limit.reach().id());
    node.put("standard", law.standard());
    node.put("class", law.className());
    node.put("statistic", law.statistic().name().toLowerCase(Locale.ROOT));
    put(node, "value", law.value());
    put(node, "limitOfMean", limit.verdict().limitOfMean());
    node.put("quality", law.provenance().quality().name().toLowerCase(Locale.ROOT));
    node.put("year", limit.year());
    put(node, "aim", limit.aim());
    put(node, "best", limit.best());
    put(node, "before", limit.before());
    put(node, "after", limit.after());
    put(node, "sureOf", limit.sureOf());
  }

  /// JSON has no NaN and no infinity: such a figure is null.
  static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }
}
