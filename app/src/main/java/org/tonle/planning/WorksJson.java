package org.tonle.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.convert.Convert;
import org.tonle.load.LoadModel;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.cost.CashFlow;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.Works;
import org.tonle.scenario.Applied;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Works of a plan as JSON, in more detail: for each the people it serves, the parts of its cost,
/// and what it keeps out of the water; for all together the cash flow by year.
public final class WorksJson {
  private static final double KG_PER_T = 1000;

  /// Kilograms a day of a gram a second.
  private static final double KG_PER_D = 86.4;

  /// Path of loads that a plant treats.
  private static final String TREATED = "treated";

  private final Study study;
  private final PriceBook book;
  private final Horizon horizon;
  private final Map<String, Map<String, Double>> removed_t_per_a = new HashMap<>();

  /// What reaches plants with the plan, before they treat it, in kilograms a day by source.
  private final Map<String, Map<String, Double>> treated_kg_per_d = new HashMap<>();

  private WorksJson(Study study, Scenario before, PlanAnswer answer, Horizon horizon) {
    this.study = study;
    this.horizon = horizon;
    book = PriceBook.of(study.catalogue());
    sum(before, 1);
    sum(answer.scenario(), -1);
  }

  /// Adds to the JSON of a plan, whose `works` are those of the answer in their order.
  ///
  /// @param before scenario that the plan starts from
  public static void add(
      ObjectNode root, Study study, Scenario before, PlanAnswer answer, Horizon horizon) {
    root.put("scenario", before.id());
    root.put("horizon_a", horizon.years());
    root.put("discount_per_a", horizon.discount_per_a());
    WorksJson json = new WorksJson(study, before, answer, horizon);
    List<PlannedWork> works = answer.works();
    for (int w = 0; w < works.size(); w++) {
      JsonNode node = root.path("works").path(w);
      if (node instanceof ObjectNode own) {
        json.add(own, works.get(w));
      }
    }
    addCashFlow(root, works, horizon, study.settings().year());
  }

  /// Adds what works cost in each year, as `cashFlow[]`.
  ///
  /// @param first first year of the horizon
  static void addCashFlow(ObjectNode root, List<PlannedWork> works, Horizon horizon, int first) {
    CashFlow flow = new CashFlow(horizon);
    works.forEach(w -> w.cost().into(flow, StrictMath.max(0, w.year() - first)));
    var years = root.putArray("cashFlow");
    for (int year = 0; year < flow.years() && !works.isEmpty(); year++) {
      years
          .addObject()
          .put("year", first + year)
          .put("capital_usd", flow.capital_usd(year))
          .put("running_usd", flow.running_usd(year))
          .put("renewal_usd", flow.renewal_usd(year));
    }
  }

  private void add(ObjectNode node, PlannedWork work) {
    Works works = work.option().works();
    node.put("served_people", works.served_people());
    node.put("trunk_km", works.trunk_km());
    node.put("sludge_t_per_a", work.cost().sludge_t_per_a());
    ObjectNode parts = node.putObject("parts");
    part(parts, "plant", work.cost().plant());
    part(parts, "collection", work.cost().collection());
    part(parts, "onSite", work.cost().onSite());
    part(parts, "land", work.cost().land());
    ObjectNode removed = node.putObject("removed_t_per_a");
    Map<String, Double> sums = new TreeMap<>();
    for (String site : work.option().sites()) {
      removed_t_per_a.getOrDefault(site, Map.of()).forEach((c, t) -> sums.merge(c, t, Double::sum));
    }
    sums.forEach(removed::put);
    double people = StrictMath.max(works.served_people(), works.emptied_people());
    double annuity_usd_per_a = work.present().annuity_usd_per_a(horizon);
    node.put("annuity_usd_per_a", annuity_usd_per_a);
    if (people > 0) {
      node.put("present_usd_per_person", work.present().total_usd() / people);
    }
    ObjectNode perKg = node.putObject("annuity_usd_per_kg");
    sums.forEach(
        (c, t) -> {
          if (t > 0 && !counts(c)) {
            perKg.put(c, annuity_usd_per_a / (KG_PER_T * t));
          }
        });
    book.technology(works.technology()).ifPresent(t -> node.put("gas_t_per_a", gas(t, work)));
    boolean isDefault =
        book.technology(works.technology()).map(TechnologyPrice::isDefault).orElse(false);
    node.put("costIsDefault", isDefault);
  }

  /// Greenhouse gas of a plant as carbon dioxide, from what its towns bring to it.
  private double gas(TechnologyPrice technology, PlannedWork work) {
    double bod5_kg_per_d = 0;
    double nitrogen_kg_per_d = 0;
    for (String site : work.option().sites()) {
      Map<String, Double> own = treated_kg_per_d.getOrDefault(site, Map.of());
      bod5_kg_per_d += own.getOrDefault("BOD", own.getOrDefault("BOD5", 0.0));
      nitrogen_kg_per_d += own.getOrDefault("TN", 0.0);
    }
    return technology.gas_t_per_a(bod5_kg_per_d, nitrogen_kg_per_d);
  }

  private static void part(ObjectNode parts, String name, OptionCost.Part part) {
    if (part.capital_usd() > 0 || part.running_usd_per_a() > 0) {
      parts
          .putObject(name)
          .put("capital_usd", part.capital_usd())
          .put("running_usd_per_a", part.running_usd_per_a());
    }
  }

  /// Adds what every source brings to the water in a year, t (bacteria 10^12 counts).
  private void sum(Scenario scenario, int sign) {
    for (LoadTerm term : LoadModel.of(study, Applied.of(study, scenario)).terms()) {
      double mean_g_per_s =
          term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s();
      double year = Convert.tonnesPerYearFromGramsPerSecond(mean_g_per_s);
      removed_t_per_a
          .computeIfAbsent(term.source(), s -> new TreeMap<>())
          .merge(
              term.constituent(),
              sign * (counts(term.constituent()) ? year / 1e6 : year),
              Double::sum);
      if (sign < 0 && term.path().equals(TREATED)) {
        treated_kg_per_d
            .computeIfAbsent(term.source(), s -> new TreeMap<>())
            .merge(term.constituent(), term.generated_g_per_s() * KG_PER_D, Double::sum);
      }
    }
  }

  private boolean counts(String constituent) {
    return study.chemistry().constituents().stream()
        .filter(c -> c.id().equals(constituent))
        .map(Constituent::unit)
        .anyMatch(u -> u.counts());
  }
}
