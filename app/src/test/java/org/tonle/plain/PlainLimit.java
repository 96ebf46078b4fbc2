package org.tonle.plain;

import org.tonle.model.Constituent;
import org.tonle.model.Limit;

/// Limit as it binds the season's mean (docs/theory/uncertainty.md, Eqs. 7–9).
final class PlainLimit {
  private PlainLimit() {}

  /// ℓ / K.
  static double ofMean(Limit limit, Constituent of) {
    return limit.value() / statisticOverMean(limit.statistic(), of);
  }

  private static double statisticOverMean(Limit.Statistic statistic, Constituent of) {
    double cv = of.sample_cv();
    double variance = StrictMath.log(1 + cv * cv);
    if (statistic == Limit.Statistic.MEAN) {
      return 1;
    }
    if (statistic == Limit.Statistic.GEOMETRIC_MEAN) {
      return StrictMath.exp(-variance / 2);
    }
    double z = PlainNormal.quantile(percentile(statistic));
    return of.isOxygen()
        ? StrictMath.max(0, 1 + z * cv)
        : StrictMath.exp(z * StrictMath.sqrt(variance) - variance / 2);
  }

  private static double percentile(Limit.Statistic statistic) {
    return switch (statistic) {
      case MAX, P95_MAX -> 0.95;
      case MIN -> 0.05;
      case P90_MAX -> 0.90;
      case P80_MAX -> 0.80;
      case P20_MIN -> 0.20;
      case P10_MIN -> 0.10;
      case MEDIAN -> 0.50;
      case MEAN, GEOMETRIC_MEAN -> Double.NaN;
    };
  }
}
