package org.tonle.fit;

import org.tonle.model.Parameter;

/// Estimate of a fitted parameter, in its own unit.
///
/// @param standardError NaN if the data do not determine it
/// @param isAtBound whether it was held at its smallest or largest value
public record Estimate(Parameter parameter, double value, double standardError, boolean isAtBound) {
  /// From this share of the prior spread on, the data added nothing.
  private static final double NOTHING_NEW = 0.9;

  /// Whether the standard error is no smaller than that of the prior.
  public boolean isFromPrior() {
    if (parameter.priorCv().isEmpty() || Double.isNaN(standardError)) {
      return false;
    }
    double cv = parameter.priorCv().getAsDouble();
    double before = StrictMath.sqrt(StrictMath.log1p(cv * cv));
    return standardError / value > NOTHING_NEW * before;
  }

  /// Number of standard errors between the value and 0.
  public double t() {
    return value / standardError;
  }
}
