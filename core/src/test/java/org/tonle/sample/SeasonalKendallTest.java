package org.tonle.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tonle.model.Observation.Bound;

/// FEATURE UNDER TEST: the seasonal test of Mann and Kendall (docs/theory/measured.md, Eqs. 6–10).
class SeasonalKendallTest {
  /// Mean air temperature at Nottingham Castle by month, 1920 to 1939 (Anderson 1976; `nottem` of
  /// R), °F.
  private static final String NOTTINGHAM =
      """
      40.6 40.8 44.4 46.7 54.1 58.5 57.7 56.4 54.3 50.5 42.9 39.8
      44.2 39.8 45.1 47.0 54.1 58.7 66.3 59.9 57.0 54.2 39.7 42.8
      37.5 38.7 39.5 42.1 55.7 57.8 56.8 54.3 54.3 47.1 41.8 41.7
      41.8 40.1 42.9 45.8 49.2 52.7 64.2 59.6 54.4 49.2 36.3 37.6
      39.3 37.5 38.3 45.5 53.2 57.7 60.8 58.2 56.4 49.8 44.4 43.6
      40.0 40.5 40.8 45.1 53.8 59.4 63.5 61.0 53.0 50.0 38.1 36.3
      39.2 43.4 43.4 48.9 50.6 56.8 62.5 62.0 57.5 46.7 41.6 39.8
      39.4 38.5 45.3 47.1 51.7 55.0 60.4 60.5 54.7 50.3 42.3 35.2
      40.8 41.1 42.8 47.3 50.9 56.4 62.2 60.5 55.4 50.2 43.0 37.3
      34.8 31.3 41.0 43.9 53.1 56.9 62.5 60.3 59.8 49.2 42.9 41.9
      41.6 37.1 41.2 46.9 51.2 60.4 60.1 61.6 57.0 50.9 43.0 38.8
      37.1 38.4 38.4 46.5 53.5 58.4 60.6 58.2 53.8 46.6 45.5 40.6
      42.4 38.4 40.3 44.6 50.9 57.0 62.1 63.5 56.3 47.3 43.6 41.8
      36.2 39.3 44.5 48.7 54.2 60.8 65.5 64.9 60.1 50.2 42.1 35.8
      39.4 38.2 40.4 46.9 53.4 59.6 66.5 60.4 59.2 51.2 42.8 45.8
      40.0 42.6 43.5 47.1 50.0 60.5 64.6 64.0 56.8 48.6 44.2 36.4
      37.3 35.0 44.0 43.9 52.7 58.6 60.0 61.1 58.1 49.6 41.6 41.3
      40.8 41.0 38.4 47.4 54.1 58.6 61.4 61.8 56.3 50.9 41.4 37.1
      42.1 41.2 47.3 46.6 52.4 59.0 59.6 60.4 57.0 50.7 47.8 39.2
      39.4 40.9 42.4 47.8 52.4 58.0 60.7 61.8 58.2 46.7 46.6 37.8
      """;

  private static List<SampledValue> nottingham() {
    List<SampledValue> values = new ArrayList<>();
    String[] figures = NOTTINGHAM.strip().split("\\s+", -1);
    for (int i = 0; i < figures.length; i++) {
      values.add(exact(1920 + i / 12, i % 12, Double.parseDouble(figures[i])));
    }
    return values;
  }

  private static SampledValue exact(int year, int season, double value) {
    return new SampledValue(year, season, value, Bound.EXACT);
  }

  private static SampledValue below(int year, int season, double value) {
    return new SampledValue(year, season, value, Bound.BELOW);
  }

  /// `smk.test(nottem)` of the package trend for R (Pohlert): S = 224, variance 11364, z = 2.0919,
  /// p = 0.03645.
  @Test
  void theMonthsOfNottinghamHaveThePublishedTrend() {
    Trend found = SeasonalKendall.of(nottingham()).orElseThrow();
    assertEquals(224, found.score(), 0);
    assertEquals(11364, found.variance(), 0.5);
    assertEquals(0.03645, found.p(), 5e-6);
    assertEquals(20, found.years());
    assertEquals(240, found.values());
    assertTrue(found.isSignificant());
  }

  /// The variance by Kendall's formula, and the slope as the median of all slopes within seasons,
  /// of values with many ties.
  @Test
  void tiesAreThoseOfKendallsFormula() {
    Random random = new Random(7);
    List<SampledValue> values = new ArrayList<>();
    for (int year = 2000; year < 2012; year++) {
      for (int season = 0; season < 4; season++) {
        if (random.nextInt(5) > 0) {
          values.add(exact(year, season, season + random.nextInt(4)));
        }
      }
    }
    Trend found = SeasonalKendall.of(values).orElseThrow();
    assertEquals(plainVariance(values), found.variance(), 1e-9);
    assertEquals(plainSlope(values), found.slope(), 1e-12);
  }

  private static double plainVariance(List<SampledValue> values) {
    double sum = 0;
    for (int season = 0; season < 4; season++) {
      TreeMap<Double, Integer> ties = new TreeMap<>();
      int n = 0;
      for (SampledValue v : values) {
        if (v.season() == season) {
          ties.merge(v.value(), 1, Integer::sum);
          n++;
        }
      }
      double tied = ties.values().stream().mapToDouble(t -> t * (t - 1.0) * (2 * t + 5)).sum();
      sum += (n * (n - 1.0) * (2 * n + 5) - tied) / 18;
    }
    return sum;
  }

  private static double plainSlope(List<SampledValue> values) {
    List<Double> slopes = new ArrayList<>();
    for (SampledValue a : values) {
      for (SampledValue b : values) {
        if (a.season() == b.season() && a.year() < b.year()) {
          slopes.add((b.value() - a.value()) / (b.year() - a.year()));
        }
      }
    }
    double[] all = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
  }

  // One season, ten years 10, 9, … 1: all 45 pairs fall, S = -45; the variance of 10 values without
  // ties is 10·9·25/18 = 125; z = -44/√125 = -3.9355, p = 0.0000830; slope -1.
  @Test
  void aSteadyFallIsFound() {
    Trend found = SeasonalKendall.of(falling(10)).orElseThrow();
    assertEquals(-45, found.score(), 0);
    assertEquals(125, found.variance(), 1e-9);
    assertEquals(8.30e-5, found.p(), 5e-7);
    assertEquals(-1, found.slope(), 1e-12);
  }

  private static List<SampledValue> falling(int years) {
    List<SampledValue> values = new ArrayList<>();
    for (int y = 0; y < years; y++) {
      values.add(exact(2000 + y, 0, years - y));
    }
    return values;
  }

  // 10, 9, … 5, then <5, <5, <5, <5: the six measured ones fall 15 times, each lies above the four
  // bounds, 24 times, and the bounds tie. A change of law, from <5 to <0.1, changes no comparison
  // of
  // the bounds.
  @Test
  void boundsAreComparedWhereTheyCanBe() {
    List<SampledValue> values = new ArrayList<>(falling(10).subList(0, 6));
    for (int y = 6; y < 10; y++) {
      values.add(below(2000 + y, 0, y % 2 == 0 ? 5 : 0.1));
    }
    Trend found = SeasonalKendall.of(values).orElseThrow();
    assertEquals(-39, found.score(), 0);
    assertTrue(found.variance() < 125 && found.variance() > 100, "" + found.variance());
    assertTrue(found.slope() <= -1, "" + found.slope());
  }

  // A better laboratory is no trend: <5 in five years, then <0.5 in five.
  @Test
  void aLowerBoundOfTheLaboratoryIsNoTrend() {
    List<SampledValue> values = new ArrayList<>();
    for (int y = 0; y < 10; y++) {
      values.add(below(2000 + y, 0, y < 5 ? 5 : 0.5));
    }
    Trend found = SeasonalKendall.of(values).orElseThrow();
    assertEquals(0, found.score(), 0);
    assertEquals(1, found.p(), 0);
  }

  // The variance over all orders, counted out: S of each of the 120 orders of 1, <2, 2, 3, <3.
  @Test
  void theVarianceIsThatOfAllOrders() {
    List<SampledValue> kinds =
        List.of(exact(0, 0, 1), below(0, 0, 2), exact(0, 0, 2), exact(0, 0, 3), below(0, 0, 3));
    List<Double> scores = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (int[] order : orders(5)) {
      List<SampledValue> values = new ArrayList<>();
      for (int y = 0; y < 5; y++) {
        SampledValue of = kinds.get(order[y]);
        values.add(new SampledValue(2000 + y, 0, of.value(), of.bound()));
        values.add(exact(2000 + y, 1, 7));
      }
      Trend found = SeasonalKendall.of(values).orElseThrow();
      scores.add(found.score());
      variances.add(found.variance());
    }
    double square = scores.stream().mapToDouble(s -> s * s).sum() / scores.size();
    variances.forEach(v -> assertEquals(square, v, 1e-9));
  }

  private static List<int[]> orders(int n) {
    List<int[]> found = new ArrayList<>();
    for (int code = 0; code < StrictMath.pow(n, n); code++) {
      int[] order = new int[n];
      int rest = code;
      for (int i = 0; i < n; i++) {
        order[i] = rest % n;
        rest /= n;
      }
      if (Arrays.stream(order).distinct().count() == n) {
        found.add(order);
      }
    }
    return found;
  }

  @Test
  void severalSamplesOfASeasonAreOneValue() {
    List<SampledValue> values = new ArrayList<>(falling(10));
    values.addAll(falling(10));
    assertEquals(125, SeasonalKendall.of(values).orElseThrow().variance(), 1e-9);
  }

  @Test
  void fewYearsOrFewValuesSayNothing() {
    assertEquals(Optional.empty(), SeasonalKendall.of(nottingham().subList(0, 48)));
    assertEquals(Optional.empty(), SeasonalKendall.of(falling(9)));
    assertTrue(SeasonalKendall.of(nottingham().subList(0, 60)).isPresent());
  }
}
