package org.tonle.simulate.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: e^x and φ1(x) in float, against double, and the vector form against the
/// plain.
class Exp32Test {
  private static final int MANY = 1 << 20;

  @Test
  void exponentialIsWithinARoundingUpToTen() {
    assertTrue(worst(-10, 10) < 1e-7, "error " + worst(-10, 10));
  }

  @Test
  void exponentialIsAccurateWhereverItIsANumber() {
    assertTrue(worst(-87, 88) < 3.1e-7, "error " + worst(-87, 88));
  }

  @Test
  void aSmallLossIsLostWithoutBias() {
    // A thousand reaches in a row must not drift: the mean error stays far below one rounding.
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      float x = -0.5f * (i + 0.5f) / MANY;
      sum += Exp32.exp(x) / StrictMath.exp(x) - 1;
    }
    assertEquals(0, sum / MANY, 2e-9);
  }

  @Test
  void aPowerIsWithinARoundingAndWithoutBias() {
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      float x = 0.5f + 1.5f * (i + 0.5f) / MANY;
      float k = i % 2 == 0 ? -0.05f - 0.3f * (i % 1001) / 1000 : -62f * (i % 1001) / 1000;
      double error = Exp32.power(x, k) / StrictMath.pow(2, (double) x * k) - 1;
      worst = StrictMath.max(worst, StrictMath.abs(error));
      sum += i % 2 == 0 ? error : 0;
    }
    assertTrue(worst < 1e-7, "error " + worst);
    assertEquals(0, sum / (MANY / 2), 2e-9);
    assertEquals(1, Exp32.power(0, -0.3f));
    assertEquals(1, Exp32.power(2, 0));
  }

  @Test
  void ends() {
    assertEquals(1, Exp32.exp(0));
    assertEquals(1, Exp32.exp(-0.0f));
    assertEquals(0, Exp32.exp(Math.nextDown(-87f)));
    assertEquals(0, Exp32.exp(-1e30f));
    assertEquals(0, Exp32.exp(Float.NEGATIVE_INFINITY));
    assertTrue(Exp32.exp(-87) >= Float.MIN_NORMAL);
  }

  @Test
  void meanOfADecayIsAccurateFromZeroToAHundred() {
    double worst = 0;
    for (int i = 0; i <= MANY; i++) {
      float x = i % 2 == 0 ? 100f * i / MANY : (float) StrictMath.scalb(1 + i % 99 / 99.0, -i % 30);
      double exact = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
      worst = StrictMath.max(worst, StrictMath.abs(Exp32.phi1(x, Exp32.exp(-x)) / exact - 1));
    }
    assertTrue(worst < 5e-7, "error " + worst);
  }

  @Test
  void vectorAndPlainFormHaveTheSameBits() {
    float[] x = new float[Lanes.length(MANY)];
    for (int i = 0; i < x.length; i++) {
      x[i] = -100 + 188f * i / x.length;
    }
    assertArrayEquals(exp(new PlainLanes(), x), exp(Lanes.best(), x));
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 3 == 0 ? 1.5f * i / x.length : 100f * i / x.length;
    }
    assertArrayEquals(phi1(new PlainLanes(), x), phi1(Lanes.best(), x));
    assertEquals("vector", Lanes.best().name());
  }

  private static float[] exp(Lanes lanes, float[] x) {
    float[] y = new float[x.length];
    lanes.exp(x, y);
    return y;
  }

  private static float[] phi1(Lanes lanes, float[] x) {
    float[] y = new float[x.length];
    lanes.phi1(x, y);
    return y;
  }

  private static double worst(float from, float to) {
    double worst = 0;
    for (int i = 0; i <= MANY; i++) {
      float x = from + (to - from) * i / MANY;
      worst = StrictMath.max(worst, StrictMath.abs(Exp32.exp(x) / StrictMath.exp(x) - 1));
    }
    return worst;
  }
}
