package org.tonle.cause;

/// Contribution of one group of causes to a concentration, or to the missing oxygen, in the
/// constituent's unit.
///
/// @param key key of the group, see [Grouping]
/// @param central contribution in the central run
/// @param mean mean over the draws; the means of all groups add up to the mean concentration
/// @param p5 5th percentile over the draws; `p50` and `p95` likewise
/// @param share share of the central total
public record Contribution(
    String key, double central, double mean, double p5, double p50, double p95, double share) {
  /// The total where there is no water.
  static final Contribution NOTHING = new Contribution("", 0, 0, 0, 0, 0, 0);
}
