package org.tonle.fit;

import java.util.List;

/// Solution of a fit.
///
/// @param sse sum of the weighted squared log residuals
/// @param degreesOfFreedom observations less parameters
/// @param condition condition number of the derivatives with columns of equal length (Belsley, Kuh
///   and Welsch 1980): above 30 parameters are entangled, above 100 they cannot be distinguished
/// @param entangled pairs of parameters whose estimates are correlated, "a ~ b (0.98)"
/// @param starts number of starts tried
/// @param agreeing number of starts that reached the same sum
/// @param evaluations runs of the model
/// @param residual log of observed over simulated, by observation
/// @param leverage of each observation
public record Solution(
    List<Estimate> estimates,
    double sse,
    int degreesOfFreedom,
    double condition,
    List<String> entangled,
    int starts,
    int agreeing,
    int evaluations,
    double[] residual,
    double[] leverage) {
  /// Above this condition number, parameters cannot be distinguished.
  public static final double WORST_CONDITION = 100;

  public Solution {
    estimates = List.copyOf(estimates);
    entangled = List.copyOf(entangled);
  }

  /// Whether the data distinguish every parameter from the others.
  public boolean isIdentifiable() {
    return degreesOfFreedom > 0
        && condition < WORST_CONDITION
        && estimates.stream().noneMatch(e -> Double.isNaN(e.standardError()));
  }

  /// The same solution with the number of starts tried and of those that agree.
  Solution afterStarts(int count, int same) {
    return new Solution(
        estimates,
        sse,
        degreesOfFreedom,
        condition,
        entangled,
        count,
        same,
        evaluations,
        residual,
        leverage);
  }

  public double[] values() {
    return estimates.stream().mapToDouble(Estimate::value).toArray();
  }
}
