package org.tonle.simulate;

import java.util.Arrays;
import org.tonle.draw.Normal;

/// Limit of the year: a limit on a statistic of the samples of all its seasons together
/// (docs/theory/uncertainty.md).
///
/// Each season adds its days times a term; the limit is met if the sum is at most 0. Seasons that
/// do not count have no days.
///
/// @param spread of samples within a season: σ of their logarithm, for oxygen their coefficient of
///   variation
/// @param isNormal whether samples are normal (oxygen), else lognormal
/// @param share of samples that may be below the limit, for a percentile
/// @param isMinimum whether the statistic must be at least the limit
/// @param weight_d days of each season
public record YearLimit(
    Kind kind,
    double spread,
    boolean isNormal,
    double share,
    boolean isMinimum,
    double[] weight_d) {
  /// Smallest concentration that a logarithm is taken of.
  private static final double LEAST = 1e-30;

  public enum Kind {
    MEAN,
    GEOMETRIC_MEAN,
    PERCENTILE
  }

  /// Days of a season.
  public double days(int season) {
    return weight_d[season];
  }

  /// What a season adds, per day.
  ///
  /// @param mean of the season
  /// @param limit that binds the statistic
  public double term(double mean, double limit) {
    double over =
        switch (kind) {
          case MEAN -> mean - limit;
          case GEOMETRIC_MEAN ->
              StrictMath.log(StrictMath.max(mean, LEAST) / StrictMath.max(limit, LEAST))
                  - spread * spread / 2;
          case PERCENTILE -> share - shareBelow(mean, limit);
        };
    return isMinimum ? -over : over;
  }

  public static boolean isMet(double sum) {
    return sum <= 0;
  }

  /// Share of a season's samples that are at most the limit.
  private double shareBelow(double mean, double limit) {
    if (mean <= 0 || spread == 0) {
      return mean <= limit ? 1 : 0;
    }
    double z =
        isNormal
            ? (limit - mean) / (spread * mean)
            : (StrictMath.log(limit / mean) + spread * spread / 2) / spread;
    return Normal.probability(z);
  }

  boolean isSame(YearLimit other) {
    return kind == other.kind
        && spread == other.spread
        && isNormal == other.isNormal
        && share == other.share
        && isMinimum == other.isMinimum
        && Arrays.equals(weight_d, other.weight_d);
  }
}
