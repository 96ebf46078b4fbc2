package org.tonle.model;

/// Limit that an effluent standard sets on one constituent.
///
/// @param effluentClass id that plants and factories name
/// @param value in the constituent's unit
public record EffluentLimit(
    String effluentClass,
    String constituent,
    Limit.Statistic statistic,
    double value,
    Provenance provenance) {}
