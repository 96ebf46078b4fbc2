package org.tonle.assess;

import org.tonle.draw.Normal;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;

/// Reading of a limit on a statistic of samples as a limit on the season's mean
/// (docs/theory/uncertainty.md, Eqs. 7–9; after US EPA 1991, Technical Support Document).
public final class LimitReading {
  private LimitReading() {}

  /// K: the statistic of samples over their mean. Samples are lognormal, oxygen normal.
  ///
  /// percentile p: exp(z_p σ - σ²/2), σ² = ln(1 + CV²); geometric mean: exp(-σ²/2); mean: 1; for
  /// oxygen 1 + z_p CV.
  public static double statisticOverMean(Limit.Statistic statistic, Constituent constituent) {
    double cv = constituent.sample_cv();
    double variance = StrictMath.log1p(cv * cv);
    return switch (statistic) {
      case MEAN -> 1;
      case GEOMETRIC_MEAN -> StrictMath.exp(-variance / 2);
      default -> percentileOverMean(statistic.percentile(), constituent);
    };
  }

  /// The p-th percentile of samples over their mean.
  public static double percentileOverMean(double p, Constituent constituent) {
    double z = Normal.quantile(p);
    double cv = constituent.sample_cv();
    if (constituent.isOxygen()) {
      return StrictMath.max(0, 1 + z * cv);
    }
    double variance = StrictMath.log1p(cv * cv);
    return StrictMath.exp(z * StrictMath.sqrt(variance) - variance / 2);
  }
}
