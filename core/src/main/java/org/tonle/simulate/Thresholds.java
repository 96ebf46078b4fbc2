package org.tonle.simulate;

/// Limits that the mean of a place is compared with, in kernel units.
///
/// @param start limits of (place p, member m) are `start[p * members + m] …` up to the next start
/// @param limit_g_per_m3 limits; of counts in 1/m³
/// @param isMinimum met when the mean is at least the limit, else when at most
public record Thresholds(int[] start, double[] limit_g_per_m3, boolean[] isMinimum) {}
