package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Allocation;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.model.Limit;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: the largest load a lake can bear, and the load to remove. Numbers:
/// cases/lake/lake-p-capacity (Cornell BEE 4750): the load is 9 000 kg/a; 7 000 kg/a keep 0.01
/// mg/L.
class I01_CapacityOfALake {
  private static final double Q_M3_PER_S = 400e6 / 365.25 / 86_400;
  private static final double KG_PER_A = 1e3 / 365.25 / 86_400;

  private static Study study() {
    return River.of("L -> B  1 km  0 d  %s m3/s".formatted(Q_M3_PER_S))
        .firstOrder("TP")
        .reaction("settling", "TP", Reaction.Kind.LAKE_SETTLING, 10 / 365.25)
        .inflow("L", Q_M3_PER_S, "TP", 0)
        .lake("L", 30, 0.6)
        .load("L", "TP", 6_000 * KG_PER_A)
        .load("L", "TP", 3_000 * KG_PER_A)
        .limit("TP", Limit.Statistic.MEAN, 0.01)
        .study();
  }

  static Result run(Study study, int draws) {
    return Runner.run(study, org.tonle.model.Scenario.BASELINE, Options.of(draws, 1))
        .result()
        .orElseThrow();
  }

  static Demand demand(Result result, Rule rule) {
    double confidence = result.study().settings().judging().confidence();
    return DemandModel.of(Apportionments.ofBreaches(result), rule, confidence, "");
  }

  // 7 000 of 9 000 kg/a may stay: 7/9 of each; 2 t/a go.
  @Test
  void twoNinthsOfEachLoadMustGo() {
    Result result = run(study(), 0);
    Demand demand = demand(result, Rule.EQUAL_PERCENTAGE);
    Demand.Capacity lake =
        demand.capacities().stream()
            .filter(c -> c.bound().of().place().kind() == org.tonle.assess.Place.Kind.LAKE)
            .findFirst()
            .orElseThrow();
    assertEquals(9_000 / 365.25, lake.used_kg_per_d(), 1e-6);
    assertEquals(7_000 / 365.25, lake.daily_kg_per_d(), 1e-6);
    assertEquals(7_000 / 365.25, lake.dailyAtSource_kg_per_d(), 1e-6);
    assertEquals(2.0 / 9, lake.excess().p50(), 1e-9);
    assertEquals(Allocation.Status.KEPT, demand.allocation().status(0));
    assertEquals(2, demand.cuts().stream().mapToDouble(Demand.Cut::cut_t_per_a).sum(), 1e-6);
    demand.cuts().forEach(c -> assertEquals(7.0 / 9, c.kept(), 1e-9));
  }

  @Test
  void withTheCutsTheLakeKeepsItsLimit() {
    Result result = run(study(), 0);
    Demand demand = demand(result, Rule.EQUAL_PERCENTAGE);
    Result after =
        Runner.run(
                result.study(),
                DemandModel.cutScenario(result.scenario(), demand),
                result.options())
            .result()
            .orElseThrow();
    int lake = after.concentrations().indexOf(org.tonle.assess.Place.Kind.LAKE, "L");
    double found = after.concentrations().value(org.tonle.assess.Statistic.CENTRAL, lake, 0, 0);
    assertEquals(0.01, found, 1e-9);
  }
}
