package org.tonle.model;

import java.util.OptionalDouble;

/// A figure of the study that may be fitted to what was measured.
///
/// All numbers are in the unit the study writes beside them; times `recordFactor` they are in the
/// unit of the model's records.
///
/// @param scope what it is the value of, after `kind`
/// @param constituent constituent it holds for, or "" for all
/// @param startValue where a fit begins
/// @param low smallest value allowed
/// @param high largest value allowed
/// @param priorCv spread of what is known beforehand, of a lognormal around `startValue`; empty =
///   nothing is known
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

  /// What a parameter is.
  public enum Kind {
    /// Value of the figures of a town kind, sector, animal or land use.
    FACTOR,
    /// Value of a reaction, in all its rows of rates too.
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
