package org.tonle.model;

/// Cost of a technology.
///
/// @param factor on the capital that the curve gives: 1, or the ratio of its class to the default
///   curve
/// @param running cost of a year at full load
/// @param fixedShare share of the running cost that does not depend on the volume treated
/// @param ownSpread ln-sd of its own, beside what all technologies share
/// @param scope what the capital pays for, as the publication says
/// @param isDefault whether the default curve stands for costs that nobody has stated
public record TechnologyCost(
    String technology,
    CostCurve capital,
    double factor,
    CostCurve running,
    double fixedShare,
    double ownSpread,
    String scope,
    boolean isDefault) {}
