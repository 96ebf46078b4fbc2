package org.tonle.simulate.lanes;

/// [Reactions] as plain loops.
final class PlainReactions implements Reactions {
  private final float[] work = new float[Difference32.WORK];

  @Override
  public void turnover(float k, float[] multiplier, float[] time, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = k * multiplier[d] * time[d];
    }
  }

  @Override
  public void add(float[] x, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] += x[d];
    }
  }

  @Override
  public void product(float c, float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = c * u[d] * v[d];
    }
  }

  @Override
  public void addProduct(float c, float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = Math.fma(c * u[d], v[d], y[d]);
    }
  }

  @Override
  public void addProduct(float c, float[] u, float[] v, float[] w, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = Math.fma(c * u[d] * v[d], w[d], y[d]);
    }
  }

  @Override
  public void mix(float a, float[] u, float b, float[] v, float[] w, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = Math.fma(a, u[d], b * v[d]) * w[d];
    }
  }

  @Override
  public void left(float[] loss, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = Exp32.exp(-loss[d]);
    }
  }

  @Override
  public void spread(float[] head, float[] left, float[] given, float[] loss, float[] tail) {
    for (int d = 0; d < tail.length; d++) {
      tail[d] = Math.fma(head[d], left[d], given[d] * Exp32.phi1(loss[d], left[d]));
    }
  }

  @Override
  public void give(
      float yield,
      float[] turnover,
      float[] head,
      float[] loss,
      float[] left,
      float[] otherLoss,
      float[] otherLeft,
      float[] tail) {
    for (int d = 0; d < tail.length; d++) {
      float pair = Difference32.pair(loss[d], left[d], otherLoss[d], otherLeft[d]);
      tail[d] = Math.fma(yield * turnover[d] * head[d], pair, tail[d]);
    }
  }

  @Override
  public void difference(float[][] loss, int n, float[] y) {
    for (int d = 0; d < y.length; d++) {
      for (int k = 0; k < n; k++) {
        work[k] = -loss[k][d];
      }
      y[d] = Difference32.exp(work, n);
    }
  }

  @Override
  public void larger(float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = u[d] > v[d] ? u[d] : v[d];
    }
  }

  @Override
  public void smaller(float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d++) {
      y[d] = u[d] < v[d] ? u[d] : v[d];
    }
  }

  @Override
  public void dip(Knot a, Knot b, float[] fastest, float least, float limit, float[] lowest) {
    for (int d = 0; d < lowest.length; d++) {
      if (fastest[d] > least && fastest[d] * (b.at[d] - a.at[d]) <= limit) {
        lowest[d] = Dip32.lowest(a, b, d, lowest[d]);
      }
    }
  }

  @Override
  public void lift(float c, float[] fastest, float[] value, float[] given, float[] slope) {
    for (int d = 0; d < slope.length; d++) {
      float size = Math.fma(fastest[d], Math.abs(value[d]), Math.abs(given[d]));
      slope[d] = Math.fma(size, c, slope[d]);
    }
  }

  @Override
  public int turning(float[] atHead, float[] atTail, float[][] use, int[] lane) {
    int count = 0;
    for (int d = 0; d < atHead.length; d++) {
      boolean isMeant = atHead[d] < 0 && atTail[d] > 0;
      for (float[] slope : use) {
        isMeant &= slope[d] <= 0;
      }
      if (isMeant) {
        lane[count++] = d;
      }
    }
    return count;
  }

  @Override
  public int mixed(float[][] use, int[] lane) {
    int count = 0;
    for (int d = 0; d < lane.length; d++) {
      boolean isFalling = true;
      boolean isRising = true;
      for (float[] slope : use) {
        isFalling &= slope[d] <= 0;
        isRising &= slope[d] >= 0;
      }
      if (!isFalling && !isRising) {
        lane[count++] = d;
      }
    }
    return count;
  }

  @Override
  public boolean isOver(float[] x, float limit) {
    for (float v : x) {
      if (v > limit) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isLong(Knot a, Knot b, float[] fastest, float limit) {
    for (int d = 0; d < fastest.length; d++) {
      if (isLong(a, b, fastest, limit, d)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLong(Knot a, Knot b, float[] fastest, float limit, int d) {
    return fastest[d] * (b.at[d] - a.at[d]) > limit && a.slope[d] < 0 && b.slope[d] > 0;
  }

  @Override
  public void halve(Knot a, Knot b, Knot middle, float[] fastest, float limit) {
    for (int d = 0; d < fastest.length; d++) {
      if (isLong(a, b, fastest, limit, d)) {
        Knot side = middle.slope[d] < 0 ? a : b;
        side.at[d] = middle.at[d];
        side.value[d] = middle.value[d];
        side.slope[d] = middle.slope[d];
        side.bend[d] = middle.bend[d];
      }
    }
  }
}
