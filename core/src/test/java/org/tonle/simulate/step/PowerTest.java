package org.tonle.simulate.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// LAW: the fast power has the bits of `StrictMath.pow` rounded to float.
class PowerTest {
  @ParameterizedTest
  @ValueSource(doubles = {-0.34, -1, -0.5, -0.01, 0, 0.34, 0.6, 1})
  void fastEqualsStrict(double exponent) {
    Random chance = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      same(StrictMath.exp(chance.nextGaussian()), exponent);
      same(StrictMath.exp(20 * chance.nextGaussian()), exponent);
      same(1 + 1e-9 * chance.nextGaussian(), exponent);
    }
  }

  /// Half way between two floats, where the last digit of a double decides.
  @Test
  void tiesAreLeftToStrictMath() {
    Random chance = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      double tie = Math.scalb((1 << 24) + 2 * chance.nextInt(1 << 23) + 1.0, -24);
      double x = StrictMath.pow(tie, -1 / 0.34);
      for (int ulps = -3; ulps <= 3; ulps++) {
        same(x + ulps * Math.ulp(x), -0.34);
      }
      same(1 / tie, -1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, 1, 1e-3, Double.MIN_VALUE, 1e-300, 1e300, Double.POSITIVE_INFINITY, -2})
  void edgesAreStrictToo(double x) {
    for (double exponent : new double[] {-0.34, -1, 0, 1, 2, Double.NaN}) {
      same(x, exponent);
    }
    same(Math.nextUp(x), -0.34);
    same(Math.nextDown(x), -0.34);
  }

  private static void same(double x, double exponent) {
    float strict = (float) StrictMath.pow(x, exponent);
    assertEquals(strict, Power.of(x, exponent), () -> x + " to the power of " + exponent);
  }
}
