package org.tonle.simulate.lanes;

import org.jspecify.annotations.Nullable;

/// [LoadLanes] as plain loops, which need no module.
public final class PlainLoadLanes implements LoadLanes {
  private final float[] sum = new float[Lanes.WIDTH];
  private final float[] square = new float[Lanes.WIDTH];

  @Override
  public void addLoads(
      float[] to, boolean sets, int from, int end, float[] load, int[] vector, float[][] vectors) {
    if (sets) {
      java.util.Arrays.fill(to, 0);
    }
    for (int row = from; row < end; row++) {
      addScaled(vectors[vector[row]], load[row], to);
    }
  }

  @Override
  public void addOrSet(float[] x, boolean adds, float[] to) {
    if (!adds) {
      System.arraycopy(x, 0, to, 0, to.length);
      return;
    }
    for (int d = 0; d < to.length; d++) {
      to[d] += x[d];
    }
  }

  @Override
  public void multiply(float[] x, float[] y, boolean adds, float[] to) {
    if (adds) {
      for (int d = 0; d < to.length; d++) {
        to[d] = x[d] * y[d] + to[d];
      }
      return;
    }
    for (int d = 0; d < to.length; d++) {
      to[d] = x[d] * y[d];
    }
  }

  @Override
  public void addScaled(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.fma(x[d], factor, to[d]);
    }
  }

  @Override
  public void addLost(float[] head, float fraction, float[] tail, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.fma(head[d] * fraction - tail[d], factor, to[d]);
    }
  }

  @Override
  public void scale(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = x[d] * factor;
    }
  }

  @Override
  public void higher(float[] x, float factor, float[] y, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.max(x[d] * factor, y[d]);
    }
  }

  @Override
  public void lower(float[] x, float factor, float[] y, float[] to) {
    for (int d = 0; d < to.length; d++) {
      to[d] = Math.min(x[d] * factor, y[d]);
    }
  }

  @Override
  public void decay(float[] head, float fraction, Losses losses, boolean adds, float[] tail) {
    if (losses.isStill()) {
      float left = fraction * Exp32.exp(-losses.still);
      for (int d = 0; d < tail.length; d++) {
        float kept = head[d] * left;
        tail[d] = adds ? tail[d] + kept : kept;
      }
      return;
    }
    float[] time = losses.isByTime() ? losses.time : null;
    float power = losses.power();
    for (int d = 0; d < tail.length; d++) {
      float left = time == null ? Exp32.exp(-exponent(d, losses)) : Exp32.power(time[d], power);
      float kept = head[d] * (fraction * left);
      tail[d] = adds ? tail[d] + kept : kept;
    }
  }

  @Override
  public void pass(Passage p, int draws, Moments moments) {
    float[] time = p.time();
    for (int d = 0; d < p.tail.length; d++) {
      float left = Exp32.power(time[d], p.losses.power());
      if (p.isMeasured()) {
        p.measured[d] = p.concentration(d);
      }
      p.tail[d] = p.base[d] + p.head(d) * left;
    }
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(square, 0);
    float first = p.concentration(0);
    moments.count = 0;
    for (int d = 0; d < draws; d++) {
      float x = p.concentration(d);
      float shifted = x - first;
      int lane = d % Lanes.WIDTH;
      sum[lane] += p.isMeasured() ? shifted : x;
      square[lane] = Math.fma(shifted, shifted, square[lane]);
      moments.count += x <= p.limit ? 1 : 0;
    }
    if (p.isMeasured()) {
      moments.set(first, sum, square, draws);
    } else {
      moments.setMean(sum, draws);
    }
  }

  @Override
  public void decayAlong(float[] head, float fraction, float[] along, Losses losses, float[] tail) {
    for (int d = 0; d < tail.length; d++) {
      float x = exponent(d, losses);
      float left = Exp32.exp(-x);
      tail[d] = Math.fma(along[d], Exp32.phi1(x, left), head[d] * (fraction * left));
    }
  }

  private static float exponent(int d, Losses losses) {
    float x = losses.still;
    for (int r = 0; r < losses.count; r++) {
      x = Math.fma(losses.loss[r], losses.vector[r][d], x);
    }
    return losses.time == null ? x : x * losses.time[d];
  }

  @Override
  public void concentration(
      float[] load,
      float scale,
      float @Nullable [] per,
      boolean isClipped,
      int draws,
      float[] to,
      Moments moments) {
    for (int d = 0; d < to.length; d++) {
      float x = load[d] * scale;
      x = per == null ? x : x * per[d];
      to[d] = isClipped ? Math.max(0, x) : x;
    }
    float first = to[0];
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(square, 0);
    for (int d = 0; d < draws; d++) {
      float shifted = to[d] - first;
      int lane = d % Lanes.WIDTH;
      sum[lane] += shifted;
      square[lane] = Math.fma(shifted, shifted, square[lane]);
    }
    moments.set(first, sum, square, draws);
  }

  @Override
  public void range(float[] x, int draws, Moments moments) {
    moments.least = x[0];
    moments.most = x[0];
    for (int d = 0; d < draws; d++) {
      moments.least = Math.min(moments.least, x[d]);
      moments.most = Math.max(moments.most, x[d]);
    }
  }

  @Override
  public void meanAndCount(
      float[] load, float scale, float @Nullable [] per, int draws, float limit, Moments moments) {
    java.util.Arrays.fill(sum, 0);
    int count = 0;
    for (int d = 0; d < draws; d++) {
      float x = load[d] * scale;
      x = per == null ? x : x * per[d];
      sum[d % Lanes.WIDTH] += x;
      count += x <= limit ? 1 : 0;
    }
    moments.setMean(sum, draws);
    moments.count = count;
  }

  @Override
  public void meanOfProduct(float[] x, float scale, float[] y, int draws, Moments moments) {
    java.util.Arrays.fill(sum, 0);
    for (int d = 0; d < draws; d++) {
      sum[d % Lanes.WIDTH] += x[d] * scale * y[d];
    }
    moments.setMean(sum, draws);
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
