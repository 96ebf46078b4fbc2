package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.model.Entry;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Reaction;
import org.tonle.model.Receptor;
import org.tonle.model.Scenario;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: people bathe in a lake that fills in the wet season, when no water leaves
/// it. Their place has the lake's water all year, and what may enter it is what may enter the lake.
class D06_BathingPlaceAtALake {
  private static Study study() {
    double wet = 487.5e6 / 86_400;
    double dry = 58.5e9 / 245 / 86_400;
    Study study =
        River.of("A -> L  10 km  0 d  %s|%s m3/s".formatted(wet, -dry))
            .season("wet", 120)
            .season("dry", 245)
            .firstOrder("P")
            .reaction("loss", "P", Reaction.Kind.DECAY, 0.004)
            .boundary("A", new double[] {wet, 0}, "P", 0.02)
            .lake("L", 10_000, 60, 1.5)
            .load("L", "P", 200)
            .limit("P", Limit.Statistic.MEAN, 0.03)
            .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.3)
            .study();
    Receptor beach =
        new Receptor(
            "beach",
            Names.of("beach"),
            Receptor.Kind.BATHING,
            Entry.atNode("L"),
            1,
            "law",
            "I",
            Provenance.NONE);
    Study.Rules old = study.rules();
    return new Study(
        study.id(),
        study.title(),
        study.settings(),
        study.waterways(),
        study.chemistry(),
        study.emissions(),
        new Study.Rules(
            old.limits(),
            old.effluentLimits(),
            old.designations(),
            List.of(beach),
            old.conditions(),
            old.laws()),
        study.evidence(),
        study.catalogue(),
        study.scenarios());
  }

  private static Result run(int draws) {
    return Runner.run(study(), Scenario.BASELINE, Options.of(draws, 1)).result().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void hasTheWaterOfTheLake(int draws) {
    Concentrations found = run(draws).concentrations();
    int lake = found.indexOf(Place.Kind.LAKE, "L");
    int beach = found.indexOf(Place.Kind.NODE, "beach");
    for (int s = 0; s < 2; s++) {
      assertTrue(found.isJudged(beach, s), "season " + s);
      for (Statistic statistic : List.of(Statistic.CENTRAL, Statistic.MEAN, Statistic.P95)) {
        double expected = found.value(statistic, lake, s, 0);
        assertTrue(expected > 0.01);
        assertEquals(expected, found.value(statistic, beach, s, 0), 1e-6 * expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void isJudgedAsTheLake(int draws) {
    List<Verdict> verdicts = run(draws).judged().verdicts();
    for (Verdict verdict : verdicts) {
      if (verdict.place().id().equals("beach")) {
        Verdict ofLake =
            verdicts.stream()
                .filter(v -> v.place().id().equals("L") && v.season().equals(verdict.season()))
                .findFirst()
                .orElseThrow();
        assertEquals(ofLake.outcome(), verdict.outcome(), verdict.season());
        assertTrue(verdict.isJudged());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void bearsWhatTheLakeBears(int draws) {
    Demand demand =
        DemandModel.of(Apportionments.ofBreaches(run(draws)), Rule.EQUAL_PERCENTAGE, 0.9, "");
    for (String season : List.of("wet", "dry")) {
      Demand.Capacity lake = capacity(demand, "L", season);
      Demand.Capacity beach = capacity(demand, "beach", season);
      double daily = lake.daily_kg_per_d();
      assertTrue(daily > 0);
      assertEquals(daily, beach.daily_kg_per_d(), 1e-9 * daily, season);
      assertEquals(lake.used_kg_per_d(), beach.used_kg_per_d(), 1e-9 * daily, season);
    }
  }

  private static Demand.Capacity capacity(Demand demand, String place, String season) {
    return demand.capacities().stream()
        .filter(c -> c.bound().of().place().id().equals(place))
        .filter(c -> c.bound().of().season().equals(season))
        .findFirst()
        .orElseThrow();
  }
}
