package org.tonle.fit;

import org.tonle.model.Observation;

/// Residual of an observation of a station that the model has not seen: of logarithms, of oxygen in
/// mg/L (docs/theory/fit.md, Eqs. 16–18).
///
/// @param isLake whether it is of a lake
/// @param seasons ids of the seasons that it is compared with
/// @param place id of the place
/// @param difference observed mean less the mean of the draws
/// @param declaredVariance of the draws, by the spreads of the inputs
/// @param samplingVariance of the observed mean, by its number of samples
record Residual(
    Observation observation,
    boolean isLake,
    String seasons,
    String place,
    double difference,
    double declaredVariance,
    double samplingVariance) {
  private static final double Z95 = 1.6448536269514722;

  /// What neither inputs nor samples explain; below 0 where they explain more.
  double unexplained() {
    return difference * difference - declaredVariance - samplingVariance;
  }

  boolean isExact() {
    return observation.bound() == Observation.Bound.EXACT;
  }

  /// Whether the 90 % band of a model error covers it (for a bound: whether it can).
  boolean isCovered(double errorVariance) {
    double reach =
        Z95
            * StrictMath.sqrt(
                declaredVariance + samplingVariance + StrictMath.max(0, errorVariance));
    return switch (observation.bound()) {
      case EXACT -> StrictMath.abs(difference) <= reach;
      case BELOW -> difference >= -reach;
      case ABOVE -> difference <= reach;
    };
  }
}
