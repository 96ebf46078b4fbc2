package org.tonle.sample;

/// Trend of the samples of a station over the years, by the seasonal test of Mann and Kendall.
///
/// @param slope change per year in the constituent's unit, the median of those of all pairs; NaN
///   where bounds leave it open
/// @param p probability of so strong a trend, either way, if there were none
/// @param score S, later values above earlier ones less those below
/// @param variance of S without a trend
/// @param values seasons with a value, over all years
public record Trend(double slope, double p, double score, double variance, int values, int years) {
  /// A trend is called one below this probability.
  public static final double SIGNIFICANT = 0.05;

  public boolean isSignificant() {
    return p < SIGNIFICANT;
  }

  /// "rising", "falling" or "none".
  public String direction() {
    return isSignificant() ? score > 0 ? "rising" : "falling" : "none";
  }
}
