package org.tonle.simulate.step;

/// Power in float, many times faster than `StrictMath.pow` and with exactly the bits of its rounded
/// result.
///
/// A logarithm from a table and a short series, and our exponential, come within 1e-14 of the true
/// power. If a power slightly above or below would round to a different float, which happens about
/// once in ten thousand numbers, `StrictMath.pow` decides.
public final class Power {
  private static final int BITS = 7;
  private static final double[] INVERSE = new double[1 << BITS];
  private static final double[] LOG = new double[1 << BITS];
  private static final double LN2 = 0.6931471805599453;

  /// Largest difference between our power and that of `StrictMath`, generously.
  private static final double APART = 0x1p-40;

  private static final double LARGEST = 0x1p100;
  private static final long MANTISSA = (1L << 52) - 1;
  private static final long ONE = 1023L << 52;

  static {
    for (int i = 0; i < INVERSE.length; i++) {
      INVERSE[i] = 1 / (1 + (i + 0.5) / INVERSE.length);
      LOG[i] = -StrictMath.log(INVERSE[i]);
    }
  }

  private Power() {}

  /// `(float) StrictMath.pow(x, exponent)`.
  public static float of(double x, double exponent) {
    if (!(x > 1 / LARGEST && x < LARGEST && exponent >= -1 && exponent <= 1)) {
      return (float) StrictMath.pow(x, exponent);
    }
    double power = Exp.exp(exponent * log(x));
    float least = (float) (power - APART * power);
    float most = (float) (power + APART * power);
    return least == most ? least : (float) StrictMath.pow(x, exponent);
  }

  /// ln x of normal numbers, to about 1e-15, absolute or relative.
  private static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int k = (int) (bits >> 52) - 1023;
    int i = (int) (bits >> (52 - BITS)) & (INVERSE.length - 1);
    double r = Math.fma(Double.longBitsToDouble((bits & MANTISSA) | ONE), INVERSE[i], -1);
    double p = Math.fma(r, -1.0 / 6, 1.0 / 5);
    p = Math.fma(p, r, -1.0 / 4);
    p = Math.fma(p, r, 1.0 / 3);
    p = Math.fma(p, r, -1.0 / 2);
    return k * LN2 + LOG[i] + Math.fma(p * r, r, r);
  }
}
