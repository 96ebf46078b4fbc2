package org.tonle.model;

/// Spread of a kind of uncertain input.
///
/// @param scope category (LOAD), hydrological group (DISCHARGE), reaction (RATE), sanitation path
///   or technology (PASSING), water (CONCENTRATION); "" for all of the variable
/// @param tier for LOAD: one multiplier for the study, per unit, or per source
/// @param season season id, or "" for all (DISCHARGE only)
/// @param cv coefficient of variation of a lognormal with mean 1; for PASSING, of a distribution on
///   [0, 1]
public record Spread(
    Variable variable, String scope, Tier tier, String season, double cv, Provenance provenance) {
  public enum Variable {
    LOAD,
    PASSING,
    DISCHARGE,
    RATE,
    CONCENTRATION
  }

  public enum Tier {
    STUDY,
    UNIT,
    INDIVIDUAL
  }
}
