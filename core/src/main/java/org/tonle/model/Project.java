package org.tonle.model;

/// Project that was planned or paid: what a curve is compared with.
///
/// @param capacity_m3_per_d 0 = not known
/// @param cost 0 = not known
/// @param people people served; 0 = not known
/// @param scope what the cost pays for
/// @param inCurve whether the default curve was fitted to it, among others
public record Project(
    String id,
    Names names,
    String country,
    String technology,
    double capacity_m3_per_d,
    double cost,
    double people,
    String scope,
    String status,
    boolean inCurve,
    Price price,
    String note) {}
