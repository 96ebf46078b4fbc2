package org.tonle.fit;

import org.tonle.model.Observation;

/// Target of a fit: one observation.
///
/// @param value observed mean that the observation implies, in kernel units; > 0
/// @param weight of its squared residual
public record FitTarget(Observation observation, double value, double weight) {

  /// Log of observed over simulated; 0 if the observation is a bound and the simulated value
  /// respects it.
  public double residual(double simulated) {
    double log = StrictMath.log(value / simulated);
    return switch (observation.bound()) {
      case EXACT -> log;
      case BELOW -> StrictMath.min(0, log);
      case ABOVE -> StrictMath.max(0, log);
    };
  }
}
