package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Reaction;
import org.tonle.model.Scenario;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: in a draw with another discharge, depth and velocity are those of that
/// discharge: d ~ Q^0.40, v ~ Q^0.34. 10 000 draws with a CV of 0.3 (σ = 0.293560).
class G08_DepthFollowsDischarge {
  private static final Options DRAWS = Options.of(10_000, 7);
  private static final double SIGMA = StrictMath.sqrt(StrictMath.log(1.09));
  private static final double WET = StrictMath.exp(1.644854 * SIGMA - SIGMA * SIGMA / 2);
  private static final double DRY = StrictMath.exp(-1.644854 * SIGMA - SIGMA * SIGMA / 2);

  /// Depth of 10 m³/s where nothing is given: 0.27 Q^0.3.
  private static final double DEPTH_M = 0.27 * StrictMath.pow(10, 0.3);

  private static double at(Reaction.Kind kind, double value, Statistic statistic) {
    return River.of("A -> B  10 km  1 d  10 m3/s\nB -> C  10 km  1 d  10 m3/s")
        .firstOrder("X")
        .reaction("loss", "X", kind, value)
        .boundary("A", 10, "X", 10)
        .group("north")
        .spread(Spread.Variable.DISCHARGE, "north", Spread.Tier.STUDY, 0.3)
        .run(DRAWS)
        .value(statistic, Place.Kind.REACH, "B-C", 0, "X");
  }

  // What settles over a day in 0.5387 m of water: v τ / H, so f^(-0.34 - 0.40). The head of B-C is
  // the end of A-B.
  @Test
  void settlingIsSlowerInDeepWater() {
    double perDay = 0.4 / DEPTH_M;
    double dry = 10 * StrictMath.exp(-perDay * StrictMath.pow(DRY, -0.74));
    double wet = 10 * StrictMath.exp(-perDay * StrictMath.pow(WET, -0.74));
    assertEquals(dry, at(Reaction.Kind.SETTLING, 0.4, Statistic.P5), 0.015 * dry);
    assertEquals(wet, at(Reaction.Kind.SETTLING, 0.4, Statistic.P95), 0.015 * wet);
    assertEquals(dry, at(Reaction.Kind.UPTAKE, 0.4, Statistic.P5), 0.015 * dry);
    // If depth did not follow, a tenth more would be left in dry years.
    double still = 10 * StrictMath.exp(-perDay * StrictMath.pow(DRY, -0.34));
    assertTrue(still > 1.1 * dry, still + " and " + dry);
  }

  // Decay does not depend on depth: f^-0.34 alone.
  @Test
  void decayFollowsTravelTimeAlone() {
    double dry = 10 * StrictMath.exp(-0.7 * StrictMath.pow(DRY, -0.34));
    assertEquals(dry, at(Reaction.Kind.DECAY, 0.7, Statistic.P5), 0.008 * dry);
  }

  // Light averaged over the depth, (1 - e^-x) / x with x = (0.0931 · 50 + 0.881) H = 5.536 H,
  // within
  // the approximation of a power between discharges 30 % lower and higher.
  @Test
  void lightReachesLessFarDown() {
    double value = 0.01;
    double dry = 10 * StrictMath.exp(-light(value, DRY) * StrictMath.pow(DRY, -0.34));
    double wet = 10 * StrictMath.exp(-light(value, WET) * StrictMath.pow(WET, -0.34));
    assertEquals(dry, at(Reaction.Kind.LIGHT, value, Statistic.P5), 0.015 * dry);
    assertEquals(wet, at(Reaction.Kind.LIGHT, value, Statistic.P95), 0.015 * wet);
  }

  private static double light(double value, double flow) {
    double x = (0.0931 * 50 + 0.881) * DEPTH_M * StrictMath.pow(flow, 0.40);
    return value * 200 * -StrictMath.expm1(-x) / x;
  }

  // Rates by formula, deep and slow (O'Connor and Dobbins, v^0.5 H^-1.5): 0.5 · 0.34 − 1.5 · 0.40 =
  // −0.43; a rate that the study states does not depend on depth.
  @Test
  void reaerationFollowsItsFormula() {
    assertEquals(-0.43, exponentOfReaeration(0), 1e-9);
    assertEquals(0, exponentOfReaeration(0.5));
  }

  private static double exponentOfReaeration(double value) {
    Study study =
        River.of("A -> B  10 km  1 d  1000 m3/s")
            .linked("DO")
            .reaction("reaeration", "DO", Reaction.Kind.REAERATION, value)
            .boundary("A", 1000, "DO", 8)
            .study();
    return Instance.of(Applied.of(study, Scenario.BASELINE))
        .groups()
        .getFirst()
        .reaches()
        .flowExponent()[0][0];
  }
}
