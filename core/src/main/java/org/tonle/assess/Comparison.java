package org.tonle.assess;

import org.tonle.model.Observation;

/// Comparison of an observation with its simulated value, in the constituent's unit.
///
/// @param seasons ids of the seasons that contain its months, weighted by days
/// @param simulated observed statistic in the central run: its mean, converted to a single sample,
///   a median or a percentile of samples
/// @param low lower end of the 90 % band in which the observation should lie; for single samples
///   widened by K
/// @param high upper end of that band
/// @param covered whether the band covers it (for a bound: whether it can)
/// @param circular whether the study's own input was measured there, so that it tests nothing
public record Comparison(
    Observation observation,
    Place place,
    String seasons,
    double central,
    double simulated,
    double p5,
    double p50,
    double p95,
    double low,
    double high,
    boolean covered,
    boolean circular) {}
