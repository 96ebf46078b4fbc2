package org.tonle.plan.option;

/// Candidate: a technology that options may use, one after the other where it names several.
///
/// @param technology id, or ids joined by `+`
/// @param use what it is built for
/// @param least_m3_per_d smallest plant it is built in (`most_m3_per_d` the largest)
public record Candidate(String technology, Use use, double least_m3_per_d, double most_m3_per_d) {
  public enum Use {
    TOWN,
    FACTORY
  }

  /// Whether a plant of this size is within what it is built for.
  public boolean fits(double capacity_m3_per_d) {
    return capacity_m3_per_d >= least_m3_per_d && capacity_m3_per_d <= most_m3_per_d;
  }
}
