package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// [LoadLanes] as plain loops, which need no module.
final class PlainLoadLanes implements LoadLanes {
  private final float[] sum = new float[Lanes.WIDTH];
  private final float[] square = new float[Lanes.WIDTH];

  @Override
  public void addLoads(
      float[] to, int from, int end, float[] load, int[] vector, float[][] vectors) {
    for (int row = from; row < end; row++) {
      addScaled(vectors[vector[row]], load[row], to);
    }
  }

  @Override
  public void add(float[] x, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] += x[d];
    }
  }

  @Override
  public void addScaled(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.fma(x[d], factor, to[d]);
    }
  }

  @Override
  public void addLost(float[] head, float[] tail, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.fma(head[d] - tail[d], factor, to[d]);
    }
  }

  @Override
  public void scale(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = x[d] * factor;
    }
  }

  @Override
  public void higher(float[] x, float[] y, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.max(x[d], y[d]);
    }
  }

  @Override
  public void lower(float[] x, float[] y, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.min(x[d], y[d]);
    }
  }

  @Override
  public void decay(
      float[] head,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail) {
    for (int d = 0; d < tail.length; d++) {
      tail[d] = head[d] * Exp32.exp(-exponent(d, still, count, loss, vector, time));
    }
  }

  @Override
  public void decayAlong(
      float[] head,
      float[] along,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail) {
    for (int d = 0; d < tail.length; d++) {
      float x = exponent(d, still, count, loss, vector, time);
      float left = Exp32.exp(-x);
      tail[d] = Math.fma(along[d], Exp32.phi1(x, left), head[d] * left);
    }
  }

  private static float exponent(
      int d, float still, int count, float[] loss, float[][] vector, float @Nullable [] time) {
    float x = still;
    for (int r = 0; r < count; r++) {
      x = Math.fma(loss[r], vector[r][d], x);
    }
    return time == null ? x : x * time[d];
  }

  @Override
  public void concentration(
      float[] load, float scale, float @Nullable [] per, boolean isClipped, float[] to) {
    for (int d = 0; d < to.length; d++) {
      float x = load[d] * scale;
      x = per == null ? x : x * per[d];
      to[d] = isClipped ? Math.max(0, x) : x;
    }
  }

  @Override
  public void moments(float[] x, int draws, Moments moments) {
    float first = x[0];
    float least = first;
    float most = first;
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(square, 0);
    for (int d = 0; d < draws; d++) {
      float shifted = x[d] - first;
      int lane = d % Lanes.WIDTH;
      sum[lane] += shifted;
      square[lane] = Math.fma(shifted, shifted, square[lane]);
      least = Math.min(least, x[d]);
      most = Math.max(most, x[d]);
    }
    moments.least = least;
    moments.most = most;
    moments.set(first, sum, square, draws);
  }

  @Override
  public int countAtMost(float[] x, int draws, float limit) {
    int count = 0;
    for (int d = 0; d < draws; d++) {
      count += x[d] <= limit ? 1 : 0;
    }
    return count;
  }
}
