package org.tonle.model;

/// Spread of a kind of uncertain input.
///
/// @param scope category (LOAD), hydrological group (DISCHARGE), reaction (RATE), sanitation path
///   or technology (PASSING), water (CONCENTRATION); "" for all of the variable
/// @param tier for LOAD: one multiplier for the study, per unit, or per source
/// @param season season id, or "" for all (DISCHARGE only)
/// @param constituent constituent that it holds for, or "" for all (PASSING only)
/// @param cv coefficient of variation of a lognormal with mean 1; for PASSING, of a distribution of
///   the share that passes on [0, 1]; for bacteria, of the log reduction
public record Spread(
    Variable variable,
    String scope,
    String constituent,
    Tier tier,
    String season,
    double cv,
    Provenance provenance) {

  /// Spread of all constituents.
  public static Spread of(
      Variable variable, String scope, Tier tier, String season, double cv, Provenance provenance) {
    return new Spread(variable, scope, "", tier, season, cv, provenance);
  }

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
