package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.cause.Apportionments;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.measure.MeasureModel;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Limit;
import org.tonle.model.Quality;
import org.tonle.model.Scenario;
import org.tonle.model.Spread;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: the share of a demand's variance that the next measurement removes, and the
/// first choice among measurements. Reach R carries 10 m³/s with 1 mg/L; factories of 60 and 30 g/s
/// add 6 x₁ and 3 x₂ mg/L, x₁ and x₂ lognormal of mean 1 and CV 0.1; 6 mg/L are allowed. In reach S
/// 30 m³/s more come with w mg/L, of mean 1 and CV 0.1. A station at its end O was never sampled in
/// this study's draws.
class N06_WhatToMeasureFirst {
  private static final int DRAWS = 8000;

  private static River river(double background) {
    return River.of(
            """
            R: A -> B  1 km  0 d  10 m3/s
            S: B -> O  1 km  0 d  40 m3/s
            """)
        .conservative("C")
        .boundary("A", 10, "C", background)
        .flow(org.tonle.model.NodeFlow.Kind.LOCAL_INFLOW, "B", new double[] {30}, "C", 1)
        .load("A", "C", 60)
        .load("A", "C", 30)
        .limit("C", Limit.Statistic.MEAN, 6)
        .observed("O", "C", 3)
        .spread(Spread.Variable.LOAD, "", Spread.Tier.INDIVIDUAL, 0.1)
        .spread(Spread.Variable.CONCENTRATION, "B.local_inflow.1", Spread.Tier.INDIVIDUAL, 0.1);
  }

  private static MeasuringWorth worth(River river, int draws, int threads) {
    Result result =
        Runner.run(river.study(), Scenario.BASELINE, new Options(draws, 1, threads))
            .result()
            .orElseThrow();
    Apportionments causes = Apportionments.ofBreaches(result);
    return MeasureModel.of(causes, DemandModel.of(causes, Rule.EQUAL_PERCENTAGE, 0.9, ""));
  }

  private static double share(
      MeasuringWorth worth, MeasuringWorth.Question question, String object, String place) {
    MeasuringWorth.Answer answer =
        worth.answers().stream().filter(a -> a.question() == question).findFirst().orElseThrow();
    return answer.shares().stream()
        .filter(s -> s.aim() == 0)
        .filter(
            s -> {
              Measurement m = worth.measurements().get(s.measurement());
              return m.object().equals(object)
                  && m.place().map(p -> p.id()).orElse("").equals(place);
            })
        .mapToDouble(MeasuringWorth.Share::share)
        .findFirst()
        .orElse(0);
  }

  // The factories' contributions vary by 6² · 0.01 = 0.36 and 3² · 0.01 = 0.09: shares 0.8 and 0.2.
  // The share to cut, 1 - 5 / (6 x₁ + 3 x₂), bends a little.
  @Test
  void aWorksLoadHasTheShareOfItsVariance() {
    MeasuringWorth worth = worth(river(1), DRAWS, 1);
    assertEquals(0.8, share(worth, MeasuringWorth.Question.DEMAND, "works-001", ""), 0.02);
    assertEquals(0.2, share(worth, MeasuringWorth.Question.DEMAND, "works-002", ""), 0.02);
    assertEquals(0, share(worth, MeasuringWorth.Question.DEMAND, "B.local_inflow.1", ""));
  }

  // At O (10 (1 + 6 x₁ + 3 x₂) + 30 w) / 40 = 3.25 mg/L, of which x₁ and x₂ make a variance of 0.45
  // /
  // 16 = 0.02813 and w 0.01 · (30 / 40)² = 0.00563: r² = 0.8333. Its logarithm varies by 0.03375 /
  // 3.25² = 0.003195, the measurement errs by 0.3² = 0.09: 0.8333 · 0.003195 / 0.093195 = 0.0286.
  // At R r
  // is 1 and the logarithm varies by 0.45 / 10² = 0.0045: 0.0045 / 0.0945 = 0.0476.
  @Test
  void aPlaceNarrowsByItsCorrelationAndItsError() {
    MeasuringWorth worth = worth(river(1), DRAWS, 1);
    assertEquals(0.0476, share(worth, MeasuringWorth.Question.DEMAND, "", "R"), 0.002);
    assertEquals(0.0286, share(worth, MeasuringWorth.Question.DEMAND, "", "O"), 0.002);
    double error =
        worth.measurements().stream().filter(m -> !m.isInput()).findFirst().orElseThrow().error();
    assertEquals(0.3, error, 1e-12);
  }

  // Factory 1 first, then factory 2; then nothing is left for a place to tell.
  @Test
  void theFirstAreChosenForWhatTheyTakeBesidesThoseBefore() {
    MeasuringWorth worth = worth(river(1), DRAWS, 1);
    List<MeasuringWorth.First> first = worth.answers().getFirst().first();
    assertEquals(
        List.of("works-001", "works-002"),
        first.stream().map(f -> worth.measurements().get(f.measurement()).object()).toList());
    assertEquals(0.8, first.get(0).gain(), 0.03);
    assertEquals(0.2, first.get(1).gain(), 0.03);
    assertEquals(0, first.get(1).left(), 0.03);
  }

  // 7 mg/L come down the river: no cut mends it, and what decides how far the limit is broken is
  // asked instead.
  @Test
  void aBreachBeyondAllSourcesAsksWhatDecidesIt() {
    MeasuringWorth worth = worth(river(7), DRAWS, 1);
    assertEquals(
        List.of(MeasuringWorth.Question.BEYOND),
        worth.answers().stream().map(a -> a.question()).toList());
    assertEquals(0.8, share(worth, MeasuringWorth.Question.BEYOND, "works-001", ""), 0.02);
  }

  // All figures of the test's rivers are estimates; the station O was measured, also an estimate.
  @Test
  void everyConcentrationRestsOnItsMarks() {
    MeasuringWorth worth = worth(river(1), 200, 1);
    assertEquals(1, worth.rests().getFirst().share(Quality.ESTIMATE), 1e-12);
    assertEquals(10, worth.rests().getFirst().total(), 1e-9);
    assertEquals(Quality.ESTIMATE, worth.rests().getFirst().mark());
  }

  // At R 10 mg/L break the 6 that are allowed. Without a sample of the river the model stands
  // alone;
  // one sample anywhere on it, at O, says how far it may be trusted.
  @Test
  void aConstituentThatWasNeverSampledComesFirst() {
    River never =
        River.of("R: A -> B  1 km  0 d  10 m3/s")
            .conservative("C")
            .boundary("A", 10, "C", 1)
            .load("A", "C", 90)
            .limit("C", Limit.Statistic.MEAN, 6);
    List<Unmeasured> found = worth(never, 20, 1).unmeasured();
    assertEquals(1, found.size());
    assertEquals("C", found.getFirst().constituent());
    assertEquals(List.of("R"), found.getFirst().places().stream().map(p -> p.id()).toList());
    assertTrue(found.getFirst().isMendable() && !found.getFirst().isLake());
    assertEquals(List.of(), worth(river(1), 20, 1).unmeasured());
  }

  @Test
  void threadsChangeNothing() {
    assertEquals(worth(river(1), 500, 1), worth(river(1), 500, 2));
  }

  @Test
  void withoutDrawsNothingIsRanked() {
    MeasuringWorth worth = worth(river(1), 0, 1);
    assertTrue(worth.answers().isEmpty());
    assertEquals(1, worth.rests().size());
  }
}
