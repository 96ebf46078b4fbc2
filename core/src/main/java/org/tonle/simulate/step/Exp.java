package org.tonle.simulate.step;

/// Exponential with the same bits on every machine and under every JIT mode.
///
/// Argument reduction by ln 2 in two parts (Cody and Waite 1980), then a polynomial of degree 13
/// with explicit fused multiply-adds. Relative error below 4e-16 on [-708, 709].
public final class Exp {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877E-10;
  private static final double SMALLEST = -745.2;
  private static final double LARGEST = 709.78;
  private static final int LEAST_EXPONENT = -1022;

  /// Adding and subtracting 1.5 · 2^52 rounds to a whole number.
  private static final double ROUND = 0x1.8p52;

  /// (-1)^k / (k + 1)!
  private static final double[] PHI1 = {
    1.0, -0.5, 0.16666666666666666, -0.041666666666666664,
    0.008333333333333333, -0.001388888888888889, 0.0001984126984126984, -2.48015873015873e-05,
    2.7557319223985893e-06, -2.755731922398589e-07, 2.505210838544172e-08, -2.08767569878681e-09,
    1.6059043836821613e-10, -1.1470745597729725e-11, 7.647163731819816e-13, -4.779477332387385e-14,
    2.8114572543455206e-15
  };

  /// (-1)^k / (k + 2)!
  private static final double[] PHI2 = {
    0.5, -0.16666666666666666, 0.041666666666666664, -0.008333333333333333,
    0.001388888888888889, -0.0001984126984126984, 2.48015873015873e-05, -2.7557319223985893e-06,
    2.755731922398589e-07, -2.505210838544172e-08, 2.08767569878681e-09, -1.6059043836821613e-10,
    1.1470745597729725e-11, -7.647163731819816e-13, 4.779477332387385e-14, -2.8114572543455206e-15,
    1.5619206968586225e-16
  };

  private Exp() {}

  /// e^x; 0 below -745.2, infinity above 709.78.
  public static double exp(double x) {
    if (!(x > SMALLEST)) {
      return Double.isNaN(x) ? x : 0;
    }
    if (x > LARGEST) {
      return Double.POSITIVE_INFINITY;
    }
    double k = x * LOG2_E + ROUND - ROUND;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    return scale(polynomial(r), (int) k);
  }

  private static double polynomial(double r) {
    double p = 1.6059043836821613e-10;
    p = Math.fma(p, r, 2.08767569878681e-9);
    p = Math.fma(p, r, 2.505210838544172e-8);
    p = Math.fma(p, r, 2.7557319223985894E-7);
    p = Math.fma(p, r, 2.7557319223985893e-6);
    p = Math.fma(p, r, 2.48015873015873e-5);
    p = Math.fma(p, r, 1.984126984126984e-4);
    p = Math.fma(p, r, 1.388888888888889e-3);
    p = Math.fma(p, r, 8.333333333333333e-3);
    p = Math.fma(p, r, 4.1666666666666664e-2);
    p = Math.fma(p, r, 0.16666666666666666);
    p = Math.fma(p, r, 0.5);
    p = Math.fma(p, r, 1);
    return Math.fma(p, r, 1);
  }

  private static double scale(double value, int exponent) {
    if (exponent >= LEAST_EXPONENT && exponent <= 1023) {
      return value * Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }
    int half = exponent / 2;
    return value * power(half) * power(exponent - half);
  }

  private static double power(int exponent) {
    return Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }

  /// φ1(x) = (1 - e^{-x}) / x, safe at 0.
  public static double phi1(double x) {
    return x < 0.5 && x > -0.5 ? horner(PHI1, x) : (1 - exp(-x)) / x;
  }

  /// φ2(x) = (1 - φ1(x)) / x, safe at 0: the mean over time of the remainder of a steady source.
  public static double phi2(double x) {
    return x < 0.5 && x > -0.5 ? horner(PHI2, x) : (1 - phi1(x)) / x;
  }

  private static double horner(double[] coefficients, double x) {
    double sum = coefficients[coefficients.length - 1];
    for (int k = coefficients.length - 2; k >= 0; k--) {
      sum = Math.fma(sum, x, coefficients[k]);
    }
    return sum;
  }
}
