package org.tonle.model;

/// Project that was planned or paid: what a curve is compared with.
///
/// @param capacity_m3_per_d 0 = not known
/// @param cost 0 = not known
/// @param scope what the cost pays for
public record Project(
    String id,
    Names names,
    String country,
    String technology,
    double capacity_m3_per_d,
    double cost,
    String scope,
    String status,
    Price price,
    String note) {}
