package org.tonle.model;

/// Node: a confluence, bifurcation, gauge, outfall, lake or outlet.
///
/// @param lon_deg longitude, WGS 84 [°]; 0 if a study has no map
/// @param altitude_m above sea level [m], for oxygen saturation
public record Node(
    String id,
    Names names,
    double lon_deg,
    double lat_deg,
    double altitude_m,
    String unit,
    Provenance provenance) {}
