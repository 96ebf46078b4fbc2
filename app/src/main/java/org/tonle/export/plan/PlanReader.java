package org.tonle.export.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tonle.export.plan.SavedPlan.Headline;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reader of saved plans. A part that a file does not hold is left out.
public final class PlanReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Key of the hash of the scenario's changes.
  public static final String HASH = "scenarioHash";

  private final JsonNode root;

  private PlanReader(JsonNode root) {
    this.root = root;
  }

  /// The plan that a text holds; empty if it holds none.
  ///
  /// @param hash of the scenario's changes as they are now
  public static Optional<SavedPlan> read(String json, String hash) {
    try {
      JsonNode root = MAPPER.readTree(json);
      boolean isPlan = root.path("works").isArray() && root.path("status").isString();
      return isPlan ? Optional.of(new PlanReader(root).plan(hash)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private SavedPlan plan(String hash) {
    List<SavedPlan.LimitState> limits = new ArrayList<>(list("receptors", PlanReader::limit));
    limits.addAll(list("beyond", PlanReader::limit));
    boolean isChanged = root.has(HASH) && !text(root, HASH).equals(hash);
    return new SavedPlan(
        headline(),
        isChanged,
        list("works", PlanReader::work),
        limits,
        list("cashFlow", PlanReader::year),
        list("curve", PlanReader::point),
        number(root, "curveAll"),
        grounds(),
        list(
            "confidences",
            n ->
                new SavedPlan.Surety(
                    number(n, "confidence"), number(n, "cost_usd"), number(n, "limits"))),
        list("prices", PlanReader::price),
        list("robust", PlanReader::site),
        list("alternatives", PlanReader::swaps));
  }

  private Headline headline() {
    double budget = number(root, "budget");
    return new Headline(
        text(root, "status"),
        text(root, "standard"),
        root.has("goal") ? text(root, "goal") : "least_cost",
        number(root, "confidence"),
        number(root, "cost"),
        number(root, "bound"),
        number(root, "gap"),
        Double.isNaN(budget) ? OptionalDouble.empty() : OptionalDouble.of(budget),
        whole(root, "priceYear"),
        whole(root, "horizon_a"),
        number(root, "discount_per_a"),
        whole(root, "freshDraws"));
  }

  private SavedPlan.Grounds grounds() {
    return new SavedPlan.Grounds(
        whole(root, "costDraws"),
        whole(root, "idleSites"),
        number(root.path("regret"), "mean"),
        number(root.path("regret"), "p90"),
        number(root.path("unverified"), "limits_usd"),
        number(root.path("unverified"), "costs_usd"));
  }

  private static SavedPlan.Work work(JsonNode n) {
    double tanks = StrictMath.max(orZero(n, "emptied_people"), orZero(n, "newTanks_people"));
    return new SavedPlan.Work(
        text(n, "option"),
        text(n, "kind"),
        texts(n.path("sites")),
        text(n, "technology"),
        orZero(n, "capacity_m3_per_d"),
        new SavedPlan.People(orZero(n, "served_people"), orZero(n, "newlySewered_people"), tanks),
        whole(n, "year"),
        new SavedPlan.Money(
            orZero(n, "capital_usd"),
            orZero(n, "running_usd_per_a"),
            orZero(n, "present_usd"),
            n.has("parts")
                ? orZero(n.path("parts").path("collection"), "capital_usd")
                : Double.NaN),
        orZero(n, "land_m2"),
        orZero(n, "energy_kwh_per_a"),
        shares(n.path("removed_t_per_a")),
        n.path("costIsDefault").asBoolean(false));
  }

  private static SavedPlan.LimitState limit(JsonNode n) {
    return new SavedPlan.LimitState(
        text(n, "place"),
        text(n, "season"),
        text(n, "constituent"),
        text(n, "reach"),
        number(n, "aim"),
        number(n, "before"),
        number(n, "after"),
        number(n, "sureOf"));
  }

  private static SavedPlan.Year year(JsonNode n) {
    return new SavedPlan.Year(
        whole(n, "year"),
        orZero(n, "capital_usd"),
        orZero(n, "running_usd"),
        orZero(n, "renewal_usd"),
        number(n, "budget_usd"));
  }

  private static SavedPlan.Point point(JsonNode n) {
    return new SavedPlan.Point(
        number(n, "cost_usd"),
        number(n, "river_km"),
        number(n, "people"),
        number(n, "limits"),
        texts(n.path("first")));
  }

  private static SavedPlan.StandardPrice price(JsonNode n) {
    String by = n.has("by") ? text(n, "by") : "place";
    return new SavedPlan.StandardPrice(
        by, text(n, by), n.path("limits").size(), number(n, "saved_usd"));
  }

  private static SavedPlan.Site site(JsonNode n) {
    Map<String, Double> options = new HashMap<>();
    n.path("options").forEach(o -> options.put(text(o, "option"), orZero(o, "share")));
    return new SavedPlan.Site(text(n, "site"), number(n, "acts"), options);
  }

  private static SavedPlan.Swaps swaps(JsonNode n) {
    List<SavedPlan.Swap> swaps = new ArrayList<>();
    for (JsonNode one : n.path("swaps")) {
      swaps.add(
          new SavedPlan.Swap(
              texts(one.path("sites")), texts(one.path("from")), texts(one.path("to"))));
    }
    return new SavedPlan.Swaps(text(n, "kind"), number(n, "within"), number(n, "cost_usd"), swaps);
  }

  private <T> List<T> list(String key, Function<JsonNode, T> each) {
    List<T> found = new ArrayList<>();
    root.path(key).forEach(n -> found.add(each.apply(n)));
    return found;
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static List<String> texts(JsonNode list) {
    List<String> found = new ArrayList<>();
    list.forEach(n -> found.add(n.asString("")));
    return found;
  }

  private static Map<String, Double> shares(JsonNode node) {
    Map<String, Double> found = new HashMap<>();
    node.properties().forEach(e -> found.put(e.getKey(), e.getValue().asDouble(Double.NaN)));
    return found;
  }

  private static int whole(JsonNode node, String key) {
    return node.path(key).asInt(0);
  }

  /// A figure; NaN where there is none.
  private static double number(JsonNode node, String key) {
    return node.path(key).isNumber() ? node.path(key).asDouble() : Double.NaN;
  }

  private static double orZero(JsonNode node, String key) {
    return node.path(key).asDouble(0);
  }
}
