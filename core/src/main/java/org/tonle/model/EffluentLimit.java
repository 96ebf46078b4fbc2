package org.tonle.model;

/// One limit of an effluent standard.
///
/// @param effluentClass id that plants and industries name
/// @param value in the constituent's unit
public record EffluentLimit(
    String effluentClass,
    String constituent,
    Limit.Statistic statistic,
    double value,
    Provenance provenance) {}
