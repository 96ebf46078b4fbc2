package org.tonle.simulate.lanes;

import org.jspecify.annotations.Nullable;

/// Losses of a first-order constituent along one segment: x(d) = (still + Σ loss · vector(d)) ·
/// time(d). One instance per thread, filled again for every segment.
public final class Losses {
  public float still;
  int count;
  final float[] loss;
  final float[][] vector;
  float @Nullable [] time;
  private float longest;

  public Losses(int reactions) {
    loss = new float[reactions];
    vector = new float[reactions][];
  }

  @SuppressWarnings("ReferenceEquality") // compares references on purpose: the vector never changes
  public void clear(float @Nullable [] timeFactor) {
    still = 0;
    count = 0;
    if (time != timeFactor) {
      time = timeFactor;
      longest = longest(timeFactor);
    }
  }

  private static float longest(float @Nullable [] time) {
    float longest = 0;
    for (int d = 0; time != null && d < time.length; d++) {
      longest = Math.max(longest, time[d]);
    }
    return longest;
  }

  public void add(float x, float @Nullable [] drawn) {
    if (drawn == null) {
      still += x;
    } else if (x != 0) {
      loss[count] = x;
      vector[count++] = drawn;
    }
  }

  /// Whether losses vary with travel time alone, and no loss leaves next to nothing.
  public boolean isByTime() {
    return time != null && count == 0 && power() * longest > Exp32.LEAST_POWER;
  }

  /// k such that 2^(k time) survives.
  float power() {
    return still * -Exp32.LOG2_E;
  }

  /// Whether all draws have the same loss.
  boolean isStill() {
    return count == 0 && (time == null || still == 0);
  }
}
