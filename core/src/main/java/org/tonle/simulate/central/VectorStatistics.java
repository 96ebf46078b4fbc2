package org.tonle.simulate.central;

import java.util.Arrays;

/// Statistics over a vector of draws, in a fixed order of summing.
final class VectorStatistics {
  private static final int LANES = 16;

  private VectorStatistics() {}

  /// Sum in 16 fixed lanes, so that a vector kernel gives the same sum.
  static double sum(double[] x, int n) {
    double[] lane = new double[LANES];
    for (int i = 0; i < n; i++) {
      lane[i % LANES] += x[i];
    }
    double sum = 0;
    for (double l : lane) {
      sum += l;
    }
    return sum;
  }

  static double mean(double[] x, int n) {
    return sum(x, n) / n;
  }

  static double standardDeviation(double[] x, int n, double mean) {
    if (n < 2) {
      return 0;
    }
    double[] lane = new double[LANES];
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean;
      lane[i % LANES] += d * d;
    }
    double sum = 0;
    for (double l : lane) {
      sum += l;
    }
    return StrictMath.sqrt(sum / (n - 1));
  }

  /// Exact percentile of sorted draws, linear between neighbours (Hyndman and Fan 1996, type 7).
  static double percentile(double[] sorted, int n, double p) {
    double at = (n - 1) * p;
    int below = (int) at;
    int above = StrictMath.min(below + 1, n - 1);
    double share = at - below;
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }

  static void sort(double[] x, int n) {
    Arrays.sort(x, 0, n);
  }
}
