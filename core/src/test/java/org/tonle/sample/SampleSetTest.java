package org.tonle.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.model.Limit.Statistic;
import org.tonle.model.Observation.Bound;

/// FEATURE UNDER TEST: statistics of samples among which are bounds of a laboratory
/// (docs/theory/measured.md, Eqs. 1–4).
class SampleSetTest {
  /// Values as a laboratory writes them, `<5` and `>100` included.
  static SampleSet samples(String text) {
    return new SampleSet(
        Arrays.stream(text.strip().split("\\s+", -1)).map(SampleSetTest::sample).toList());
  }

  private static SampledValue sample(String cell) {
    Bound bound =
        cell.startsWith("<") ? Bound.BELOW : cell.startsWith(">") ? Bound.ABOVE : Bound.EXACT;
    return new SampledValue(2020, 0, Double.parseDouble(cell.replaceAll("[<>]", "")), bound);
  }

  /// Arsenic in streams of Oahu, µg/L (Helsel 2012, Statistics for Censored Environmental Data, and
  /// the package NADA for R): 24 samples, 13 below one of three bounds. Kaplan–Meier mean 0.949.
  private static final String OAHU =
      "0.5 0.5 0.5 0.6 0.7 0.7 <0.9 0.9 <1 <1 <1 <1 1.5 1.7 <2 <2 <2 <2 <2 <2 <2 <2 2.8 3.2";

  @Test
  void theArsenicOfOahuHasThePublishedMean() {
    SampleSet oahu = samples(OAHU);
    assertEquals(24, oahu.n());
    assertEquals(13, oahu.bounds());
    assertEquals(0.949, oahu.statistic(Statistic.MEAN).value(), 5e-4);
  }

  // Mass by hand, from above: 3.2 and 2.8 each 1/24; below <2 stand 14: 1.7 and 1.5 each 0.9167/14;
  // below <1 stand 8: 0.9 has 0.7857/8; 0.7 twice and so on. Half of the mass lies at 0.7 and
  // below:
  // F(0.6) = 0.34375 + 0.114583 = 0.458, F(0.7) = 0.6875. With all bounds at their value the 12th
  // and
  // the 13th are 1 and 1.5.
  @Test
  void thePercentilesOfOahuFollowTheMass() {
    SampleSet oahu = samples(OAHU);
    assertEquals(0.7, oahu.statistic(Statistic.MEDIAN).value(), 1e-12);
    assertEquals(0, oahu.statistic(Statistic.MEDIAN).low(), 0);
    assertEquals(1.25, oahu.statistic(Statistic.MEDIAN).high(), 1e-12);
  }

  // With both bounds at 0 the mean is (3 + 9)/4 = 3, at 5 it is 22/4 = 5.5.
  @Test
  void boundsStayBounds() {
    FigureRange mean = samples("<5 <5 3 9").statistic(Statistic.MEAN);
    assertEquals(3, mean.low(), 1e-12);
    assertEquals(5.5, mean.high(), 1e-12);
    assertTrue(mean.value() > 3 && mean.value() < 5.5, "" + mean.value());
    assertFalse(mean.isExact());
  }

  // Type 7 of Hyndman and Fan: P95 of 1 … 5 lies at 1 + 4 · 0.95 = 4.8
  @Test
  void withoutBoundsPercentilesAreThoseOfTheRestOfTonle() {
    FigureRange p95 = samples("5 3 1 2 4").statistic(Statistic.MAX);
    assertEquals(4.8, p95.value(), 1e-12);
    assertTrue(p95.isExact());
    assertEquals(1.2, samples("5 3 1 2 4").statistic(Statistic.MIN).value(), 1e-12);
  }

  // Kaplan–Meier without bounds is the same percentile and mean, ties included.
  @Test
  void theEstimateWithoutBoundsIsThePlainOne() {
    List<SampledValue> values = samples("2 2 2 7 7 1 9 4").samples();
    KaplanMeier found = KaplanMeier.of(values);
    assertEquals(34 / 8.0, found.mean(v -> v), 1e-12);
    for (double p = 0; p <= 1; p += 0.01) {
      double[] sorted = {1, 2, 2, 2, 4, 7, 7, 9};
      assertEquals(
          org.tonle.assess.ExactPercentile.of(sorted, p), found.percentile(p), 1e-9, "p " + p);
    }
  }

  // A bound far below the rest leaves the high percentile alone.
  @Test
  void aLowBoundLeavesTheHighPercentileAlone() {
    FigureRange p95 = samples("<1 <1 5 6 7 8 9 10 11 12 13").statistic(Statistic.MAX);
    assertTrue(p95.isExact());
    assertEquals(12.5, p95.low(), 1e-12);
    assertEquals(12.5, p95.value(), 1e-9);
  }

  @Test
  void boundsAloneAllowNoEstimate() {
    FigureRange mean = samples("<5 <5 <2").statistic(Statistic.MEAN);
    assertTrue(Double.isNaN(mean.value()));
    assertEquals(0, mean.low(), 0);
    assertEquals(4, mean.high(), 1e-12);
    assertTrue(Double.isNaN(samples("3 >100").statistic(Statistic.MEAN).value()));
    assertEquals(Double.POSITIVE_INFINITY, samples("3 >100").statistic(Statistic.MEAN).high(), 0);
  }

  // Of 4 samples 1 lies above 4 for certain, and <5 may.
  @Test
  void theShareBeyondALimitIsBracketed() {
    FigureRange share = samples("<5 3 9 4").shareBeyond(4, false);
    assertEquals(0.25, share.low(), 0);
    assertEquals(0.5, share.high(), 0);
    assertEquals(0.5, samples("<5 3 9 4").shareBeyond(4, true).high(), 0);
  }

  // Binomial with p = 0.1: 2 or more of 4, 1 - 0.9⁴ - 4 · 0.1 · 0.9³ = 0.0523
  @Test
  void chanceIsBinomial() {
    assertEquals(0.0523, Binomial.atLeast(2, 4, 0.1), 1e-12);
    assertEquals(0.6561, Binomial.atMost(0, 4, 0.1), 1e-12);
    assertEquals(1, Binomial.atLeast(0, 4, 0.1), 0);
    assertEquals(1, Binomial.atMost(4, 4, 0.1), 1e-12);
    assertEquals(0.5, Binomial.atMost(50_000, 100_001, 0.5), 1e-6);
  }
}
