package org.tonle.model;

/// Rate of a reaction for part of the study only; the narrowest scope wins (reach or lake, then
/// class of reaches, of discharge or depth, then season).
///
/// @param reaction id of the reaction whose value it replaces
/// @param place reach or lake id, or "" for all
/// @param reachClass class of reaches (`rate_class`), or "" for all
/// @param season season id, or "" for all
/// @param minDischarge_m3_per_s lower bound of the discharge class, inclusive
/// @param maxDischarge_m3_per_s upper bound, exclusive
/// @param value in the unit of the reaction's value
public record Rate(
    String reaction,
    String place,
    String reachClass,
    String season,
    double minDischarge_m3_per_s,
    double maxDischarge_m3_per_s,
    double minDepth_m,
    double maxDepth_m,
    double value,
    Provenance provenance) {}
