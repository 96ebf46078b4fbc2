package org.tonle.sample;

import org.tonle.model.Observation;

/// Sampled value: one measured concentration, or the bound of a laboratory, with its time.
///
/// @param season index of its season
public record SampledValue(int year, int season, double value, Observation.Bound bound) {
  /// The least that it may be.
  public double low() {
    return bound == Observation.Bound.BELOW ? 0 : value;
  }

  /// The most that it may be.
  public double high() {
    return bound == Observation.Bound.ABOVE ? Double.POSITIVE_INFINITY : value;
  }

  public boolean isBound() {
    return bound != Observation.Bound.EXACT;
  }
}
