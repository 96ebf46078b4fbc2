package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.draw.Draws;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Reaction;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: discharge varies by hydrological group, so that the water balance holds in
/// every draw. 10 000 draws: P5 and P95 of a CV of 0.3 (σ = 0.293560) have a standard error of 0.62
/// %; four of them are allowed.
class G04_WetAndDryYears {
  private static final Options DRAWS = Options.of(10_000, 7);
  private static final double SIGMA = StrictMath.sqrt(StrictMath.log(1.09));
  private static final double P95 = StrictMath.exp(1.644854 * SIGMA - SIGMA * SIGMA / 2);
  private static final double P5 = StrictMath.exp(-1.644854 * SIGMA - SIGMA * SIGMA / 2);

  private static double at(Answer answer, String reach, Statistic statistic) {
    return answer.value(statistic, Place.Kind.REACH, reach, 0, "Cl");
  }

  private static River river() {
    return River.of(
            """
            A -> B  10 km  1 d  10 m3/s
            D -> B  10 km  1 d  30 m3/s
            B -> C  10 km  1 d  40 m3/s
            """)
        .conservative("Cl");
  }

  // P95 = exp(1.644854 σ - σ²/2) = 1.552358, P5 = 0.590992 of the mean discharge
  @Test
  void dischargeIsLognormalOfItsGroup() {
    Answer answer =
        river()
            .boundary("A", 10, "Cl", 5)
            .group("north")
            .boundary("D", 30, "Cl", 5)
            .group("south")
            .spread(Spread.Variable.DISCHARGE, "north", Spread.Tier.STUDY, 0.3)
            .run(DRAWS);
    Hydraulics north = answer.hydraulics("A-B");
    assertEquals(15.52358, north.discharge95_m3_per_s(), 0.025 * 15.5);
    assertEquals(5.90992, north.discharge5_m3_per_s(), 0.025 * 5.9);
    assertEquals(30, answer.hydraulics("D-B").discharge95_m3_per_s(), 1e-4);
    // Below the confluence: 30 that do not vary and 10 that do.
    Hydraulics both = answer.hydraulics("B-C");
    assertEquals(30 + north.discharge95_m3_per_s(), both.discharge95_m3_per_s(), 1e-3);
    assertEquals(30 + north.discharge5_m3_per_s(), both.discharge5_m3_per_s(), 1e-3);
  }

  // 100 g/s into 10 m³/s f: C = 10 / f mg/L, high in dry years: P95 = 10 / 0.590992 = 16.9207
  @Test
  void aLoadIsDilutedByTheYearsWater() {
    Answer answer =
        river()
            .boundary("A", 10, "Cl", 0)
            .group("north")
            .boundary("D", 30, "Cl", 0)
            .load("A", "Cl", 100)
            .spread(Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, 0.3)
            .run(DRAWS);
    assertEquals(10, at(answer, "A-B", Statistic.CENTRAL), 1e-12);
    assertEquals(10 / P5, at(answer, "A-B", Statistic.P95), 0.025 * 10 / P5);
    assertEquals(10 / P95, at(answer, "A-B", Statistic.P5), 0.025 * 10 / P95);
    assertTrue(answer.balance("Cl").drawError() < 1e-5);
  }

  // Water that varies brings its own concentration with it: 5 mg/L in any year.
  @Test
  void waterKeepsItsOwnConcentration() {
    Answer answer =
        river()
            .boundary("A", 10, "Cl", 5)
            .group("north")
            .boundary("D", 30, "Cl", 5)
            .group("south")
            .spread(Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, 0.5)
            .run(DRAWS);
    assertEquals(5, at(answer, "B-C", Statistic.P5), 1e-5);
    assertEquals(5, at(answer, "B-C", Statistic.P95), 1e-5);
  }

  // τ ~ Q^-0.34: with 10 f m³/s, 1 d f^-0.34 of travel; the end of A-B is the head of E-F.
  // exp(-0.5 f^-0.34): f = 0.590992 -> 0.590992^-0.34 = 1.195810, exp(-0.597905) = 0.549963;
  // f = 1.552358 -> 0.861118, exp(-0.430559) = 0.650146
  @Test
  void travelTimeShortensInWetYears() {
    Answer answer =
        River.of("A -> B  10 km  1 d  10 m3/s\nB -> C  10 km  1 d  10 m3/s")
            .firstOrder("X")
            .reaction("decay", "X", Reaction.Kind.DECAY, 0.5)
            .boundary("A", 10, "X", 10)
            .group("north")
            .spread(Spread.Variable.DISCHARGE, "north", Spread.Tier.STUDY, 0.3)
            .run(DRAWS);
    double p5 = answer.value(Statistic.P5, Place.Kind.REACH, "B-C", 0, "X");
    double p95 = answer.value(Statistic.P95, Place.Kind.REACH, "B-C", 0, "X");
    assertEquals(5.49963, p5, 0.008 * 5.5);
    assertEquals(6.50146, p95, 0.008 * 6.5);
  }

  // One monsoon: z = √0.7 z_shared + √0.3 z_own, so ranks correlate by 0.7, ± 0.005 in 10,000
  // draws.
  // What each group does alone stays as it was.
  @Test
  void groupsOfOneMonsoonAreWetTogether() {
    List<Spread> spreads =
        List.of(
            Spread.of(Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, "", 0.3, Provenance.NONE));
    double[] north = logs(spreads, 0.7, "north");
    double[] south = logs(spreads, 0.7, "south");
    assertEquals(0.7, correlation(north, south), 0.02);
    assertEquals(0, correlation(logs(spreads, 0, "north"), logs(spreads, 0, "south")), 0.04);
    assertEquals(1, correlation(logs(spreads, 1, "north"), logs(spreads, 1, "south")), 1e-12);
    java.util.Arrays.sort(north);
    assertEquals(StrictMath.log(P5), north[500], 0.03);
    assertEquals(StrictMath.log(P95), north[9_500], 0.03);
  }

  // Where 10 m³/s of one group meet 30 of another, wet years of both fall together: the band of the
  // sum is that of one group, 40 · 1.552358, instead of one of √(10² + 30²)/40 = 0.79 of its width.
  @Test
  void theirSumVariesMoreThanIfTheyWereIndependent() {
    assertEquals(40 * P95, sum(1).discharge95_m3_per_s(), 0.025 * 40 * P95);
    double alone = sum(0).discharge95_m3_per_s();
    double together = sum(0.7).discharge95_m3_per_s();
    assertTrue(alone + 1 < together && together + 1 < 40 * P95, alone + " and " + together);
  }

  private static Hydraulics sum(double correlation) {
    return river()
        .boundary("A", 10, "Cl", 5)
        .group("north")
        .boundary("D", 30, "Cl", 5)
        .group("south")
        .spread(Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, 0.3)
        .correlated(correlation)
        .run(DRAWS)
        .hydraulics("B-C");
  }

  private static double[] logs(List<Spread> spreads, double correlation, String group) {
    Draws draws = new Draws(spreads, Posterior.NONE, 7, 10_000, correlation);
    return java.util.Arrays.stream(draws.discharge(group, "")).map(StrictMath::log).toArray();
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = java.util.Arrays.stream(x).average().orElseThrow();
    double meanY = java.util.Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int d = 0; d < x.length; d++) {
      xx += (x[d] - meanX) * (x[d] - meanX);
      yy += (y[d] - meanY) * (y[d] - meanY);
      xy += (x[d] - meanX) * (y[d] - meanY);
    }
    return xy / StrictMath.sqrt(xx * yy);
  }
}
