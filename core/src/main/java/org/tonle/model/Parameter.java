package org.tonle.model;

import java.util.OptionalDouble;

/// Parameter of a study: a number that may be fitted to observations.
///
/// All numbers are in the unit the study writes beside them; times `recordFactor` they are in the
/// unit of the model's records.
///
/// @param scope part of the study that it applies to, after `kind`
/// @param constituent constituent that it applies to, or "" for all
/// @param startValue value at which a fit begins
/// @param low smallest value allowed
/// @param high largest value allowed
/// @param priorCv spread of the prior, a lognormal around `startValue`; empty = no prior
public record Parameter(
    String name,
    Kind kind,
    String scope,
    String constituent,
    double startValue,
    double low,
    double high,
    OptionalDouble priorCv,
    double recordFactor,
    Provenance provenance) {

  /// Kind of number that a parameter is.
  public enum Kind {
    /// Factor of a town kind, sector, animal or land use.
    FACTOR,
    /// Value of a reaction, including all its rows in `rates.csv`.
    RATE,
    /// θ of a delivery variable.
    DELIVERY,
    /// Multiplier of the loads of a category, unit or source.
    LOAD,
    /// Multiplier of the concentrations of a water that joins.
    WATER,
    /// Multiplier of a reaction's rate everywhere.
    RATE_MULTIPLIER
  }
}
