package org.tonle.fit;

import org.tonle.model.Observation;

/// Target of a fit: an observation as the fit sees it.
///
/// @param value observed, in kernel units, of the mean it stands for; > 0
/// @param weight of its squared residual
public record FitTarget(Observation observation, double value, double weight) {

  /// Log of observed over simulated; 0 where a bound is kept.
  public double residual(double simulated) {
    double log = StrictMath.log(value / simulated);
    return switch (observation.bound()) {
      case EXACT -> log;
      case BELOW -> StrictMath.min(0, log);
      case ABOVE -> StrictMath.max(0, log);
    };
  }
}
