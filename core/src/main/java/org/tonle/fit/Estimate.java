package org.tonle.fit;

import org.tonle.model.Parameter;

/// A fitted parameter, in its own unit.
///
/// @param standardError NaN where the data do not tell
/// @param isAtBound whether it was held at its smallest or largest value
public record Estimate(Parameter parameter, double value, double standardError, boolean isAtBound) {
  /// From this share of the spread known beforehand on, the data told nothing.
  private static final double NOTHING_NEW = 0.9;

  /// Whether the standard error is no smaller than what was known beforehand.
  public boolean isFromPrior() {
    if (parameter.priorCv().isEmpty() || Double.isNaN(standardError)) {
      return false;
    }
    double cv = parameter.priorCv().getAsDouble();
    double before = StrictMath.sqrt(StrictMath.log1p(cv * cv));
    return standardError / value > NOTHING_NEW * before;
  }

  /// How many standard errors it lies from 0.
  public double t() {
    return value / standardError;
  }
}
