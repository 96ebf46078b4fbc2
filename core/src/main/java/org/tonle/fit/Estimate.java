package org.tonle.fit;

import org.tonle.model.Parameter;

/// A fitted parameter, in its own unit.
///
/// @param standardError NaN where the data do not tell
/// @param isAtBound whether it was held at its smallest or largest value
public record Estimate(Parameter parameter, double value, double standardError, boolean isAtBound) {
  /// How many standard errors it lies from 0.
  public double t() {
    return value / standardError;
  }
}
