package org.tonle.assess;

/// Water balance of one node in one season [m³/s]: inflow, outflow, storage and closure.
///
/// @param riversIn_m3_per_s from reaches
/// @param joins_m3_per_s boundary, local inflow and rain
/// @param leaves_m3_per_s abstraction, loss and evaporation
/// @param storage_m3_per_s rise of a lake's volume
/// @param closure_m3_per_s in - out - storage
public record WaterBalance(
    String node,
    String season,
    double riversIn_m3_per_s,
    double joins_m3_per_s,
    double riversOut_m3_per_s,
    double leaves_m3_per_s,
    double storage_m3_per_s,
    double closure_m3_per_s) {}
