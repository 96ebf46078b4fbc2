package org.tonle.assess;

import org.tonle.model.Observation;

/// An observation beside what was simulated, in the constituent's unit.
///
/// @param seasons ids of the seasons its months fall in, weighted by days
/// @param simulated what the central run says of the observed statistic: its mean, brought to a
///   single sample, a median or a percentile of samples
/// @param low of the 90 % band the observation should lie in; for single samples widened by K
/// @param high of that band
/// @param covered whether the band covers it (a bound: whether it can)
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
    boolean covered) {}
