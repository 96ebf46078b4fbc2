package org.tonle.assess;

/// Hydraulics of a reach in a season.
///
/// @param discharge_m3_per_s signed, as in the study, with the effluents that join
/// @param discharge5_m3_per_s 5th percentile over the draws; `discharge95_m3_per_s` likewise
/// @param upstreamArea_km2 area of all distinct reaches above, its own included
public record Hydraulics(
    String reach,
    String season,
    FlowState state,
    double discharge_m3_per_s,
    double discharge5_m3_per_s,
    double discharge95_m3_per_s,
    double velocity_m_per_s,
    double depth_m,
    double travelTime_d,
    double temperature_c,
    double reaeration_per_d,
    double upstreamArea_km2) {}
