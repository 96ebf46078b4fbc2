package org.tonle.simulate.lanes;

import org.jspecify.annotations.Nullable;

/// What a first-order constituent loses along one segment: x(d) = (still + Σ loss · vector(d)) ·
/// time(d). One instance per thread, filled again for every segment.
public final class Losses {
  public float still;
  int count;
  final float[] loss;
  final float[][] vector;
  float @Nullable [] time;

  public Losses(int reactions) {
    loss = new float[reactions];
    vector = new float[reactions][];
  }

  public void clear(float @Nullable [] timeFactor) {
    still = 0;
    count = 0;
    time = timeFactor;
  }

  public void add(float x, float @Nullable [] drawn) {
    if (drawn == null) {
      still += x;
    } else if (x != 0) {
      loss[count] = x;
      vector[count++] = drawn;
    }
  }

  /// Whether all draws lose the same.
  boolean isStill() {
    return count == 0 && (time == null || still == 0);
  }
}
