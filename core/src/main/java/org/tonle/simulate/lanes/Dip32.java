package org.tonle.simulate.lanes;

/// Dip of a smooth curve: its lowest point between two knots (docs/theory/engine.md, Eq. 4).
///
/// The slope is the cubic through the knots' slopes and bends, plus a multiple of u²(1 - u)² that
/// makes its integral the difference of the values: the quintic of Hermite, without its
/// cancellation. Where the slope turns from falling to rising between two thirds, five steps of
/// Newton's rule, kept safe by halving, find the point.
final class Dip32 {
  static final float THIRD = 1 / 3f;
  static final int STEPS = 5;

  private Dip32() {}

  /// The lower of `lowest` and the lowest turn of lane `d` between `a` and `b`.
  static float lowest(Knot a, Knot b, int d, float lowest) {
    float h = b.at[d] - a.at[d];
    float a0 = h * a.slope[d];
    float a1 = h * h * a.bend[d];
    float end = h * b.slope[d];
    float b1 = h * h * b.bend[d];
    float rise = end - a0;
    float a2 = Math.fma(3f, rise, Math.fma(-2f, a1, -b1));
    float a3 = Math.fma(-2f, rise, a1 + b1);
    float area = Math.fma(0.25f, a3, Math.fma(THIRD, a2, Math.fma(0.5f, a1, a0)));
    float c4 = 30 * (b.value[d] - a.value[d] - area);
    float c2 = a2 + c4;
    float c3 = Math.fma(-2f, c4, a3);
    float one = slope(a0, a1, c2, c3, c4, THIRD);
    float two = slope(a0, a1, c2, c3, c4, 2 * THIRD);
    float start = a.value[d];
    float found = lowest;
    if (a0 < 0 && one > 0) {
      found = lower(found, turn(start, a0, a1, c2, c3, c4, 0, a0, THIRD, one));
    }
    if (one < 0 && two > 0) {
      found = lower(found, turn(start, a0, a1, c2, c3, c4, THIRD, one, 2 * THIRD, two));
    }
    if (two < 0 && end > 0) {
      found = lower(found, turn(start, a0, a1, c2, c3, c4, 2 * THIRD, two, 1, end));
    }
    return found;
  }

  private static float lower(float one, float other) {
    return other < one ? other : one;
  }

  private static float slope(float a0, float a1, float c2, float c3, float c4, float u) {
    return Math.fma(u, Math.fma(u, Math.fma(u, Math.fma(u, c4, c3), c2), a1), a0);
  }

  private static float turn(
      float start,
      float a0,
      float a1,
      float c2,
      float c3,
      float c4,
      float from,
      float fFrom,
      float to,
      float fTo) {
    float low = from;
    float high = to;
    float u = Math.fma(high - low, fFrom / (fFrom - fTo), low);
    for (int i = 0; i < STEPS; i++) {
      float f = slope(a0, a1, c2, c3, c4, u);
      float bend = Math.fma(u, Math.fma(u, Math.fma(4 * c4, u, 3 * c3), 2 * c2), a1);
      low = f < 0 ? u : low;
      high = f < 0 ? high : u;
      float next = u - f / bend;
      u = next > low && next < high ? next : 0.5f * (low + high);
    }
    float rest = Math.fma(u, Math.fma(u, 0.2f * c4, 0.25f * c3), THIRD * c2);
    return Math.fma(u, Math.fma(u, Math.fma(u, rest, 0.5f * a1), a0), start);
  }
}
