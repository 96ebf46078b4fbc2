package org.tonle.simulate.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.Percentiles;
import org.tonle.simulate.lanes.PlainLanes;

/// FEATURE UNDER TEST: percentiles without a sort equal those of a sort, whatever the draws.
class PercentilesTest {
  private static final double[] FIVE = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final List<Lanes> FORMS = List.of(new PlainLanes(), Lanes.best());

  /// Shapes of a normal number: normal, lognormal, nearly constant, two heaps, a heap at zero,
  /// whole numbers, all equal, one far away, of huge spread.
  private static final List<DoubleUnaryOperator> SHAPES =
      List.of(
          z -> 8 + z,
          z -> StrictMath.exp(z),
          z -> 5 + 1e-6 * z,
          z -> z < 0 ? z : 1000 + z,
          z -> StrictMath.max(0, z),
          z -> StrictMath.rint(z),
          z -> 0.1,
          z -> z > 2.5 ? 1e9 : z,
          z -> StrictMath.exp(12 * z));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 100, 1000, 1024})
  void equalThoseOfASort(int draws) {
    for (Lanes lanes : FORMS) {
      Percentiles percentiles = new Percentiles(lanes, draws, FIVE);
      var chance = new Random(draws);
      // One instance sees all shapes in turn: what it learnt from one misleads it for the next.
      for (int trial = 0; trial < 40 * SHAPES.size(); trial++) {
        float[] x = vector(draws, chance, SHAPES.get(trial / 4 % SHAPES.size()));
        check(lanes, percentiles, x, draws, "trial " + trial + " " + lanes.name());
      }
    }
  }

  /// Of values times lognormal factors, whatever was said of both.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 100, 1000})
  void equalThoseOfASortWhenMultiplied(int draws) {
    for (Lanes lanes : FORMS) {
      Percentiles percentiles = new Percentiles(lanes, draws, FIVE);
      var chance = new Random(draws);
      for (int trial = 0; trial < 20 * SHAPES.size(); trial++) {
        double spread = trial % 5 * 0.7;
        float[] x = vector(draws, chance, SHAPES.get(trial / 2 % SHAPES.size()));
        float mean = lanes.sum(x, draws) / draws;
        for (int d = 0; d < draws; d++) {
          x[d] *= (float) StrictMath.exp(spread * chance.nextGaussian());
        }
        float[] found = new float[FIVE.length];
        float deviation = trial % 7 == 0 ? Float.NaN : mean;
        percentiles.ofMultiplied(x, mean, deviation, (float) spread, found);
        assertSorted(x, draws, found, "trial " + trial + " " + lanes.name());
      }
    }
  }

  @Test
  void wrongMeanAndDeviationDoNotMatter() {
    float[] x = vector(1000, new Random(3), z -> z);
    float[] found = new float[FIVE.length];
    new Percentiles(Lanes.best(), 1000, FIVE).of(x, 500, 1e-3f, found);
    assertSorted(x, 1000, found, "far off");
    new Percentiles(Lanes.best(), 1000, FIVE).of(x, Float.NaN, Float.NaN, found);
    assertSorted(x, 1000, found, "no number");
  }

  @Test
  void sumsHaveTheSameBitsInBothForms() {
    for (int n : new int[] {1, 15, 16, 17, 31, 32, 100, 1000}) {
      float[] x = vector(n, new Random(n), z -> StrictMath.exp(z));
      float sum = FORMS.get(0).sum(x, n);
      assertEquals(sum, FORMS.get(1).sum(x, n));
      assertEquals(FORMS.get(0).squares(x, n, sum / n), FORMS.get(1).squares(x, n, sum / n));
      double exact = 0;
      for (int d = 0; d < n; d++) {
        exact += x[d];
      }
      assertEquals(exact, sum, 1e-6 * exact);
    }
  }

  private static void check(
      Lanes lanes, Percentiles percentiles, float[] x, int draws, String where) {
    float mean = lanes.sum(x, draws) / draws;
    float variance = lanes.squares(x, draws, mean) / Math.max(1, draws - 1);
    float[] found = new float[FIVE.length];
    percentiles.of(x, mean, (float) StrictMath.sqrt(variance), found);
    assertSorted(x, draws, found, where);
  }

  /// Equal to the double code, but for the one rounding of the line between neighbours.
  private static void assertSorted(float[] x, int draws, float[] found, String where) {
    double[] sorted = new double[draws];
    for (int d = 0; d < draws; d++) {
      sorted[d] = x[d];
    }
    Arrays.sort(sorted);
    for (int k = 0; k < FIVE.length; k++) {
      double exact = VectorStatistics.percentile(sorted, draws, FIVE[k]);
      int below = (int) ((draws - 1) * FIVE[k]);
      double high = sorted[Math.min(below + 1, draws - 1)];
      double near = StrictMath.max(StrictMath.abs(sorted[below]), StrictMath.abs(high));
      assertEquals(exact, found[k], 2e-7 * near, where + " share " + FIVE[k]);
      assertTrue(found[k] >= sorted[below] && found[k] <= high, where);
    }
  }

  private static float[] vector(int draws, Random chance, DoubleUnaryOperator shape) {
    float[] x = new float[Lanes.length(draws)];
    for (int d = 0; d < draws; d++) {
      x[d] = (float) shape.applyAsDouble(chance.nextGaussian());
    }
    return x;
  }
}
