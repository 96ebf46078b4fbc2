package org.tonle.cause;

/// What one group adds to a concentration, or to the oxygen that is missing; in the constituent's
/// unit.
///
/// @param key of the group, see [Grouping]
/// @param central of the central run
/// @param mean over the draws; the groups' means add up to the mean
/// @param p5 and `p50`, `p95`: over the draws
/// @param share of the central total
public record Contribution(
    String key, double central, double mean, double p5, double p50, double p95, double share) {
  /// The total where there is no water.
  static final Contribution NOTHING = new Contribution("", 0, 0, 0, 0, 0, 0);
}
