package org.tonle.model;

import java.util.OptionalDouble;

/// Effluent measured at a plant, factory or town. It overrides the computed load of its
/// constituent. A BOD is 5-day.
///
/// @param season season id, or "" for all
/// @param concentration_g_per_m3 of the source's wastewater [g/m³, count/m³]; or
/// @param load_g_per_s the load itself; exactly one of the two is given
public record Effluent(
    String source,
    String season,
    String constituent,
    OptionalDouble concentration_g_per_m3,
    OptionalDouble load_g_per_s,
    Provenance provenance) {}
