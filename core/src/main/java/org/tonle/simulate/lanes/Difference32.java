package org.tonle.simulate.lanes;

import org.tonle.simulate.step.DividedDifference;

/// Divided difference as in [DividedDifference], in float, one lane: sorted arguments, a series
/// where they lie within 2 of one another, elsewhere the recursion with the outermost arguments.
///
/// The series reaches further than in double because every step of the recursion over n arguments
/// within w loses about (n - 1) / w of the few digits that float has.
final class Difference32 {
  static final float CLOSE = 2;
  static final int TERMS = 12;
  static final int MOST = DividedDifference.MOST;

  /// Floats of work space that one lane needs.
  static final int WORK = 3 * MOST + TERMS;

  /// 1 / k!
  static final float[] INVERSE_FACTORIAL = inverseFactorials();

  private Difference32() {}

  private static float[] inverseFactorials() {
    float[] inverse = new float[MOST + TERMS];
    double value = 1;
    for (int k = 0; k < inverse.length; k++) {
      value /= Math.max(1, k);
      inverse[k] = (float) value;
    }
    return inverse;
  }

  /// (e^{-low} - e^{-high}) / (high - low), from two losses and their survivals.
  static float pair(float loss, float left, float otherLoss, float otherLeft) {
    float width = otherLoss - loss;
    return width < Exp32.NEAR && width > -Exp32.NEAR
        ? left * Exp32.phi1Near(width)
        : (left - otherLeft) / width;
  }

  /// f[x0, …, x(n-1)] of exp over the first `n` of `x`, which are sorted in place.
  ///
  /// @param x has [#WORK] floats, the arguments first
  static float exp(float[] x, int n) {
    sort(x, n);
    return x[n - 1] - x[0] < CLOSE ? series(x, 0, n) : recursion(x, n);
  }

  private static float recursion(float[] x, int n) {
    int table = MOST;
    for (int i = 0; i < n; i++) {
      x[2 * MOST + i] = Exp32.exp(x[i]);
    }
    for (int i = 0; i + 1 < n; i++) {
      x[table + i] = pair(-x[i + 1], x[2 * MOST + i + 1], -x[i], x[2 * MOST + i]);
    }
    for (int order = 2; order < n; order++) {
      for (int i = 0; i + order < n; i++) {
        float width = x[i + order] - x[i];
        x[table + i] =
            width < CLOSE ? series(x, i, order + 1) : (x[table + i + 1] - x[table + i]) / width;
      }
    }
    return x[table];
  }

  private static float series(float[] x, int from, int n) {
    int h = 3 * MOST;
    float middle = Math.fma(0.5f, x[from + n - 1] - x[from], x[from]);
    float off = x[from] - middle;
    x[h] = 1;
    for (int k = 1; k < TERMS; k++) {
      x[h + k] = x[h + k - 1] * off;
    }
    for (int i = 1; i < n; i++) {
      off = x[from + i] - middle;
      for (int k = 1; k < TERMS; k++) {
        x[h + k] = Math.fma(off, x[h + k - 1], x[h + k]);
      }
    }
    float sum = 0;
    for (int k = TERMS - 1; k >= 0; k--) {
      sum = Math.fma(x[h + k], INVERSE_FACTORIAL[k + n - 1], sum);
    }
    return Exp32.exp(middle) * sum;
  }

  private static void sort(float[] x, int n) {
    for (int end = n - 1; end > 0; end--) {
      for (int i = 0; i < end; i++) {
        float low = x[i + 1] < x[i] ? x[i + 1] : x[i];
        x[i + 1] = x[i + 1] < x[i] ? x[i] : x[i + 1];
        x[i] = low;
      }
    }
  }
}
