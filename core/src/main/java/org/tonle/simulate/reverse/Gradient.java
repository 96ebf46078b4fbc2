package org.tonle.simulate.reverse;

/// Gradient of a concentration with respect to the loads: C = Σ λ W + natural
/// (docs/theory/apportionment.md, Eq. 1), however it was computed.
///
/// @param perLoad_s_per_m3 λ, index `season * entries + entry`
/// @param natural_g_per_m3 contribution of saturation, reaeration, bed and light
public record Gradient(double[] perLoad_s_per_m3, double natural_g_per_m3) {}
