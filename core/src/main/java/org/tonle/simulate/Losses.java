package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// What a first-order constituent loses along one segment: x(d) = (still + Σ loss · vector(d)) ·
/// time(d). One instance per thread, filled again for every segment.
final class Losses {
  float still;
  int count;
  final float[] loss;
  final float[][] vector;
  float @Nullable [] time;

  Losses(int reactions) {
    loss = new float[reactions];
    vector = new float[reactions][];
  }

  void clear(float @Nullable [] timeFactor) {
    still = 0;
    count = 0;
    time = timeFactor;
  }

  void add(float x, float @Nullable [] drawn) {
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
