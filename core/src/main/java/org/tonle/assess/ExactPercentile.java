package org.tonle.assess;

/// Exact percentiles of draws.
public final class ExactPercentile {
  private ExactPercentile() {}

  /// Percentile of sorted values, linear between neighbours (Hyndman and Fan 1996, type 7).
  public static double of(double[] sorted, double p) {
    double at = (sorted.length - 1) * p;
    int below = (int) at;
    int above = StrictMath.min(below + 1, sorted.length - 1);
    return at == below || sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
