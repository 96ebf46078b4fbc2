package org.tonle.model;

/// Spread of a kind of uncertain input.
///
/// @param scope category (LOAD), hydrological group (DISCHARGE), reaction (RATE), sanitation path
///   or technology (PASSING), water (CONCENTRATION); town or sewershed, key of factors, path or
///   category (RETENTION); "" for all of the variable
/// @param tier for LOAD: one multiplier for the study, per unit, or per source
/// @param season season id, or "" for all (DISCHARGE only)
/// @param constituent constituent that it holds for, or "" for all (PASSING and RETENTION)
/// @param cv coefficient of variation of a lognormal with mean 1; for PASSING, of a distribution of
///   the share that passes on [0, 1]; for bacteria, of the log reduction; 0 for RETENTION
/// @param sd_log10 standard deviation of the log10 of the share that is not retained (RETENTION
///   only; else 0)
public record Spread(
    Variable variable,
    String scope,
    String constituent,
    Tier tier,
    String season,
    double cv,
    double sd_log10,
    Provenance provenance) {

  /// Spread of all constituents.
  public static Spread of(
      Variable variable, String scope, Tier tier, String season, double cv, Provenance provenance) {
    return new Spread(variable, scope, "", tier, season, cv, 0, provenance);
  }

  /// Spread of what the way to the water retains.
  public static Spread ofRetention(
      String scope, String constituent, double sd_log10, Provenance provenance) {
    return new Spread(
        Variable.RETENTION, scope, constituent, Tier.STUDY, "", 0, sd_log10, provenance);
  }

  public enum Variable {
    LOAD,
    PASSING,
    RETENTION,
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
