package org.tonle.simulate.lanes;

import java.util.Arrays;

/// [Lanes] as plain loops, which need no module.
public final class PlainLanes implements Lanes {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Reactions reactions() {
    return new PlainReactions();
  }

  @Override
  public void exp(float[] x, float[] y) {
    for (int d = 0; d < x.length; d++) {
      y[d] = Exp32.exp(x[d]);
    }
  }

  @Override
  public void phi1(float[] x, float[] y) {
    for (int d = 0; d < x.length; d++) {
      y[d] = Exp32.phi1(x[d], Exp32.exp(-x[d]));
    }
  }

  @Override
  public float sum(float[] x, int n) {
    float[] lane = new float[WIDTH];
    for (int d = 0; d < n; d++) {
      lane[d % WIDTH] += x[d];
    }
    return total(lane);
  }

  @Override
  public float squares(float[] x, int n, float middle) {
    float[] lane = new float[WIDTH];
    for (int d = 0; d < n; d++) {
      float off = x[d] - middle;
      lane[d % WIDTH] = Math.fma(off, off, lane[d % WIDTH]);
    }
    return total(lane);
  }

  /// Sum of the lanes, by repeated halving.
  static float total(float[] lane) {
    for (int half = WIDTH / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lane[i] += lane[i + half];
      }
    }
    return lane[0];
  }

  @Override
  public int gather(float[] x, int n, float[] low, float[] high, int[] below, float[] inside) {
    float fromA = low[0];
    float fromB = low[1];
    float fromC = low[2];
    float toA = high[0];
    float toB = high[1];
    float toC = high[2];
    int belowA = 0;
    int belowB = 0;
    int belowC = 0;
    int count = 0;
    for (int d = 0; d < n; d++) {
      float v = x[d];
      int a = v < fromA ? 0 : 1;
      int b = v < fromB ? 0 : 1;
      int c = v < fromC ? 0 : 1;
      belowA += 1 - a;
      belowB += 1 - b;
      belowC += 1 - c;
      int isIn = (a & (v <= toA ? 1 : 0)) | (b & (v <= toB ? 1 : 0)) | (c & (v <= toC ? 1 : 0));
      inside[count] = v;
      count += isIn;
    }
    below[0] = belowA;
    below[1] = belowB;
    below[2] = belowC;
    return count;
  }

  @Override
  public long between(float[] x, int n, float low, float high, float[] inside) {
    int below = 0;
    int notAbove = 0;
    for (int d = 0; d < n; d++) {
      float v = x[d];
      inside[notAbove - below] = v;
      below += v < low ? 1 : 0;
      notAbove += v <= high ? 1 : 0;
    }
    return ((long) below << 32) | (notAbove - below);
  }

  @Override
  public void ranked(float[] x, int n, int rank, float[] pair) {
    Arrays.sort(x, 0, n);
    pair[0] = x[rank];
    pair[1] = x[Math.min(rank + 1, n - 1)];
  }
}
