package org.tonle.simulate.lanes;

/// Exponential of one float: the same bits as [VectorExp32], on every machine.
///
/// One reduction by ln 2, a polynomial of degree 6 whose constant and linear coefficient are
/// exactly 1, so that a small loss has no bias, and the power of two added to the exponent's bits.
/// Relative error below 1e-7 for |x| <= 10 and below 3.1e-7 on [-87, 88]; 0 below -87, where
/// results would soon be denormal. Callers must exclude NaN and arguments above 88.
public final class Exp32 {
  static final float FLUSH = -87;
  static final float LOG2_E = 1.442695f;
  static final float MINUS_LN2 = -0.6931472f;

  /// Adding and subtracting 1.5 · 2^23 rounds to a whole number.
  static final float ROUND = 0x1.8p23f;

  static final int MANTISSA_BITS = 23;

  /// Coefficients of r² … r⁶ in e^r with the smallest maximum error on |r| <= ln 2 / 2.
  static final float E2 = 0x1.fffffcp-2f;

  static final float E3 = 0x1.555492p-3f;
  static final float E4 = 0x1.5558b0p-5f;
  static final float E5 = 0x1.12398cp-7f;
  static final float E6 = 0x1.6a4d44p-10f;

  /// Below, φ1 is a polynomial; above, (1 - e^{-x}) / x loses less than two bits.
  static final float NEAR = 0.5f;

  /// Coefficients of x … x⁶ in φ1 with the smallest maximum error on |x| <= 1/2: 5e-9.
  static final float P1 = -0.50000006f;

  static final float P2 = 0.16666669f;
  static final float P3 = -0.041664954f;
  static final float P4 = 0.008332852f;
  static final float P5 = -0.001401103f;
  static final float P6 = 0.00020086455f;

  /// ln 2 and coefficients of f² … f⁶ in 2^f with the smallest maximum error on |f| <= 1/2: 3e-9.
  static final float Q1 = 0x1.62e430p-1f;

  static final float Q2 = 0x1.ebfbdcp-3f;
  static final float Q3 = 0x1.c6af7ap-5f;
  static final float Q4 = 0x1.3b2dfap-7f;
  static final float Q5 = 0x1.5f0934p-10f;
  static final float Q6 = 0x1.415fcap-13f;

  /// Powers below 2^-126 are denormal; callers of [#power] must stay above.
  static final float LEAST_POWER = -126;

  private Exp32() {}

  /// 2^(x k), for -126 <= x k <= 127: relative error below 1e-7, since the product is not rounded.
  public static float power(float x, float k) {
    float t = Math.fma(x, k, ROUND);
    float f = Math.fma(x, k, ROUND - t);
    float p = Math.fma(Q6, f, Q5);
    p = Math.fma(p, f, Q4);
    p = Math.fma(p, f, Q3);
    p = Math.fma(p, f, Q2);
    p = Math.fma(p, f, Q1);
    p = Math.fma(p, f, 1);
    return Float.intBitsToFloat(
        Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << MANTISSA_BITS));
  }

  /// e^x.
  public static float exp(float x) {
    float t = Math.fma(x, LOG2_E, ROUND);
    float r = Math.fma(t - ROUND, MINUS_LN2, x);
    float p = Math.fma(E6, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E2);
    p = Math.fma(p, r, 1);
    p = Math.fma(p, r, 1);
    int bits = Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << MANTISSA_BITS);
    return x < FLUSH ? 0 : Float.intBitsToFloat(bits);
  }

  /// φ1(x) = (1 - e^{-x}) / x for x >= 0, given e^{-x} as `left`.
  public static float phi1(float x, float left) {
    return x < NEAR ? phi1Near(x) : (1 - left) / x;
  }

  /// φ1(x) for |x| <= 1/2.
  static float phi1Near(float x) {
    float p = Math.fma(P6, x, P5);
    p = Math.fma(p, x, P4);
    p = Math.fma(p, x, P3);
    p = Math.fma(p, x, P2);
    p = Math.fma(p, x, P1);
    return Math.fma(p, x, 1);
  }
}
