package org.tonle.planning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.weighing.ConfidenceCosts;
import org.tonle.plan.weighing.ConflictSets;
import org.tonle.plan.weighing.Curve;
import org.tonle.plan.weighing.NearPlans;
import org.tonle.plan.weighing.PriceRobustness;
import org.tonle.plan.weighing.Reached;
import org.tonle.plan.weighing.StandardPrices;
import org.tonle.plan.weighing.Trades;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Trades of a plan as JSON: `curve[]`, `confidences[]`, `prices[]`, `robust[]`, `alternatives[]`,
/// `conflicts[]`. A list is empty where its part was not asked for.
final class TradeJson {
  private final ObjectNode root;
  private final PlanModel model;

  private TradeJson(ObjectNode root, PlanModel model) {
    this.root = root;
    this.model = model;
  }

  static void add(ObjectNode root, PlanRun.Outcome outcome, PlanRequest request) {
    Planner.Planned planned = outcome.planned().orElseThrow();
    Trades trades = outcome.trades();
    TradeJson json = new TradeJson(root, planned.model());
    root.put("goal", request.goal().name().toLowerCase(java.util.Locale.ROOT));
    PlanJson.put(root, "budget", request.budget_usd().orElse(Double.NaN));
    root.put("stopped", outcome.stop().id());
    json.reached(planned);
    json.curve(trades);
    json.confidences(trades);
    json.prices(trades);
    json.robust(trades);
    json.alternatives(trades);
    json.conflicts(trades);
    ArrayNode incomplete = root.putArray("incomplete");
    trades.cutShort().forEach(p -> incomplete.add(p.id()));
  }

  private void reached(Planner.Planned planned) {
    Reached reached = Reached.of(planned);
    Reached most = Reached.most(planned);
    root.putObject("reached")
        .put("river_km", reached.river_km())
        .put("riverAll_km", most.river_km())
        .put("people", reached.people())
        .put("peopleAll", most.people());
  }

  private void curve(Trades trades) {
    ArrayNode points = root.putArray("curve");
    if (trades.curve().isEmpty()) {
      return;
    }
    Curve curve = trades.curve().get();
    boolean isPeople = curve.goal() == PlanRequest.Goal.MOST_PEOPLE;
    root.put("curveOf", isPeople ? "people" : "river");
    PlanJson.put(root, "curveAll", isPeople ? curve.all().people() : curve.all().river_km());
    root.put("curveBend", curve.bend());
    Set<Integer> before = Set.of();
    for (Curve.Point one : curve.points()) {
      ObjectNode node = points.addObject();
      PlanJson.put(node, "budget_usd", one.budget_usd());
      PlanJson.put(node, "cost_usd", one.cost_usd());
      PlanJson.put(node, "river_km", one.reached().river_km());
      PlanJson.put(node, "people", one.reached().people());
      node.put("limits", one.limits());
      PlanJson.put(node, "gap", one.gap());
      ArrayNode first = node.putArray("first");
      Set<Integer> known = before;
      double[] cost = model.cost_usd();
      Arrays.stream(one.columns())
          .boxed()
          .filter(c -> !known.contains(c) && !model.options().get(c).isNothing())
          .sorted(Comparator.comparingDouble((Integer c) -> -cost[c]))
          .forEach(c -> first.add(id(c)));
      before = new HashSet<>();
      for (int c : one.columns()) {
        before.add(c);
      }
    }
  }

  private void confidences(Trades trades) {
    ArrayNode points = root.putArray("confidences");
    List<ConfidenceCosts.Point> all =
        trades.confidences().map(ConfidenceCosts::points).orElse(List.of());
    for (ConfidenceCosts.Point one : all) {
      ObjectNode node = points.addObject();
      node.put("confidence", one.confidence());
      PlanJson.put(node, "cost_usd", one.cost_usd());
      PlanJson.put(node, "bound_usd", one.bound_usd());
      PlanJson.put(node, "gap", one.gap());
      node.put("limits", one.limits());
      node.put("lost", one.lost());
    }
  }

  private void prices(Trades trades) {
    ArrayNode prices = root.putArray("prices");
    if (trades.prices().isEmpty()) {
      root.putNull("unverified");
      return;
    }
    StandardPrices all = trades.prices().get();
    for (StandardPrices.Price one : all.prices()) {
      ObjectNode node = prices.addObject();
      node.put("by", one.by().id());
      node.put(one.by().id(), one.id());
      PlanJson.put(node, "saved_usd", one.saving().saved_usd());
      PlanJson.put(node, "most_usd", one.saving().most_usd());
      PlanJson.put(node, "gap_usd", one.saving().most_usd() - one.saving().saved_usd());
      if (one.by() == StandardPrices.By.PLACE) {
        limits(node, one.rows());
      }
    }
    ObjectNode unverified = root.putObject("unverified");
    PlanJson.put(unverified, "limits_usd", all.unverifiedLimits().saved_usd());
    PlanJson.put(unverified, "limits_most_usd", all.unverifiedLimits().most_usd());
    PlanJson.put(unverified, "costs_usd", all.unverifiedCosts_usd());
  }

  private void limits(ObjectNode node, int[] rows) {
    ArrayNode limits = node.putArray("limits");
    for (int r : rows) {
      OptionRow row = model.rows().get(r);
      ObjectNode limit = limits.addObject();
      limit.put("place", row.question().place().id());
      limit.put("season", row.question().season());
      limit.put("constituent", row.question().constituent());
      limit.put("aim", row.aim());
    }
  }

  private void robust(Trades trades) {
    ArrayNode sites = root.putArray("robust");
    if (trades.robust().isEmpty()) {
      return;
    }
    PriceRobustness robust = trades.robust().get();
    for (PriceRobustness.Site one : robust.sites()) {
      ObjectNode node = sites.addObject();
      node.put("site", one.id());
      node.put("acts", one.acts());
      node.put("always", one.isAlways());
      shares(node.putArray("options"), "option", one.options());
    }
    root.put("costDraws", robust.plans());
    root.put("idleSites", robust.idle());
    ObjectNode works = root.putObject("robustWorks");
    ArrayNode always = works.putArray("always");
    robust.options().stream()
        .filter(PriceRobustness.Share::isAlways)
        .forEach(o -> always.add(o.id()));
    shares(
        works.putArray("sometimes"),
        "option",
        robust.options().stream().filter(o -> !o.isAlways()).toList());
    shares(root.putArray("technologies"), "technology", robust.technologies());
    ObjectNode regret = root.putObject("regret");
    PlanJson.put(regret, "mean", robust.excess().mean());
    PlanJson.put(regret, "p90", robust.excess().p90());
  }

  private static void shares(ArrayNode nodes, String name, List<PriceRobustness.Share> shares) {
    shares.forEach(s -> nodes.addObject().put(name, s.id()).put("share", s.share()));
  }

  private void alternatives(Trades trades) {
    ArrayNode plans = root.putArray("alternatives");
    List<NearPlans.NearPlan> all = trades.alternatives().map(NearPlans::plans).orElse(List.of());
    for (NearPlans.NearPlan one : all) {
      ObjectNode node = plans.addObject();
      node.put("kind", one.kind().id());
      node.put("within", one.within());
      PlanJson.put(node, "cost_usd", one.cost_usd());
      node.put("works", one.amounts().works());
      PlanJson.put(node, "energy_kwh_per_a", one.amounts().energy_kwh_per_a());
      PlanJson.put(node, "land_m2", one.amounts().land_m2());
      ArrayNode swaps = node.putArray("swaps");
      for (NearPlans.Swap swap : one.swaps()) {
        ObjectNode own = swaps.addObject();
        ArrayNode sites = own.putArray("sites");
        swap.sites().forEach(sites::add);
        ids(own.putArray("from"), swap.from());
        ids(own.putArray("to"), swap.to());
      }
    }
  }

  private void ids(ArrayNode nodes, List<Integer> columns) {
    columns.forEach(c -> nodes.add(id(c)));
  }

  private String id(int column) {
    return model.options().get(column).id();
  }

  private void conflicts(Trades trades) {
    ArrayNode sets = root.putArray("conflicts");
    List<ConflictSets.Conflict> all =
        trades.conflicts().map(ConflictSets::conflicts).orElse(List.of());
    for (ConflictSets.Conflict one : all) {
      ObjectNode node = sets.addObject();
      limits(node, one.rows());
      PlanJson.put(node, "together", one.together());
    }
  }
}
