package org.tonle.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Provenance;

/// FEATURE UNDER TEST: limits of the median and of the tenth percentile (oxygen that 90 % of the
/// samples must reach), computed by hand.
class MedianLimitTest {
  private static double limitOfMean(
      Limit.Statistic statistic, double value, double cv, boolean isOxygen) {
    Constituent constituent =
        new Constituent(
            "X",
            Names.of("X"),
            ConcentrationUnit.MG_PER_L,
            Constituent.Kinetics.CONSERVATIVE,
            "",
            0,
            cv,
            isOxygen,
            Provenance.NONE);
    return value / LimitReading.statisticOverMean(statistic, constituent);
  }

  // The mean of a lognormal is its median times sqrt(1 + CV²): 2 · sqrt(1.25).
  @Test
  void aMedianOfTwoIsAMeanAboveIt() {
    assertEquals(2.2360679775, limitOfMean(Limit.Statistic.MEDIAN, 2, 0.5, false), 1e-9);
  }

  // 5 / (1 - 1.2815515655 · 0.2)
  @Test
  void oxygenThatNineOfTenSamplesReachIsAHigherMean() {
    assertEquals(6.7232343, limitOfMean(Limit.Statistic.P10_MIN, 5, 0.2, true), 1e-6);
  }
}
