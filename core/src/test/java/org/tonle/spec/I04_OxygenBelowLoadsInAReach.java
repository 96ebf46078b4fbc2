package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.model.Entry;
import org.tonle.model.Limit;
import org.tonle.model.Reaction;
import org.tonle.model.Scenario;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: what a river may bear of BOD for the sake of its oxygen, where the BOD
/// enters inside the reach that is judged.
class I04_OxygenBelowLoadsInAReach {
  private static Demand.Capacity capacity(Entry entry) {
    Result result =
        Runner.run(
                River.of("R: A -> B  200 km  6 d  20 m3/s")
                    .linked("BOD", "DO")
                    .decay("oxidation", "BOD", 0.3, "DO", -1)
                    .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.6, 1, "", 0)
                    .boundary("A", 20, "BOD", 0, "DO", 9.0922)
                    .load(entry, "BOD", 200)
                    .limit("DO", Limit.Statistic.MIN, 7.5)
                    .study(),
                Scenario.BASELINE,
                Options.of(0, 1))
            .result()
            .orElseThrow();
    return DemandModel.of(Apportionments.ofBreaches(result), Rule.EQUAL_PERCENTAGE, 0.9, "")
        .capacities()
        .stream()
        .filter(c -> c.constituent().equals("BOD"))
        .findFirst()
        .orElseThrow();
  }

  // 200 g/s are 17,280 kg/d, and all of them arrive where they enter. Of a load that is spread
  // along the reach, that arrives which enters above the lowest point.
  @ParameterizedTest
  @EnumSource(Entry.How.class)
  void allThatEntersAboveTheLowestPointIsUsed(Entry.How how) {
    Entry entry =
        how == Entry.How.NODE
            ? Entry.atNode("A")
            : new Entry(how, "R", how == Entry.How.POINT ? 50 : 0);
    Demand.Capacity found = capacity(entry);
    assertEquals(17_280, found.usedAtSource_kg_per_d(), 1e-6);
    if (how == Entry.How.UNIFORM) {
      assertTrue(found.used_kg_per_d() > 0 && found.used_kg_per_d() <= 17_280 * (1 + 1e-12));
    } else {
      assertEquals(17_280, found.used_kg_per_d(), 1e-6);
    }
    assertTrue(found.daily_kg_per_d() > 0);
    assertEquals(
        found.daily_kg_per_d() / found.used_kg_per_d(),
        found.dailyAtSource_kg_per_d() / found.usedAtSource_kg_per_d(),
        1e-9);
  }
}
