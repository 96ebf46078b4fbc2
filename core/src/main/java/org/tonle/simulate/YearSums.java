package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// Year sums: for every limit of the year the sum over the seasons so far, in every draw. A place
/// is recorded by one thread at a time and season by season, so that the order of summing is fixed.
public final class YearSums {
  private final Thresholds thresholds;
  private final int draws;
  private final double[] @Nullable [] sum;

  public YearSums(Thresholds thresholds, int draws) {
    this.thresholds = thresholds;
    this.draws = draws;
    sum = new double[thresholds.year().length][];
  }

  /// All limits, those of single seasons too.
  public Thresholds thresholds() {
    return thresholds;
  }

  /// Adds a season to a limit.
  ///
  /// @param mean of the season in a draw
  /// @return number of draws that meet the limit over the seasons so far
  public int add(YearLimit of, int limit, int season, Mean mean) {
    double[] own = sum[limit];
    if (own == null) {
      own = new double[draws];
      sum[limit] = own;
    }
    double days = of.days(season);
    double at = thresholds.limit(season, limit);
    int met = 0;
    for (int d = 0; d < draws; d++) {
      if (days > 0) {
        own[d] += days * of.term(mean.at(d), at);
      }
      met += YearLimit.isMet(own[d]) ? 1 : 0;
    }
    return met;
  }

  /// Mean of a season in a draw.
  @FunctionalInterface
  public interface Mean {
    double at(int draw);
  }
}
