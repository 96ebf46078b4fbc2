package org.tonle.load;

import org.tonle.model.Sanitation;

/// Service of one town's people by one sanitation path: a row of the excreta-flow table.
///
/// @param wastewater_m3_per_d their wastewater
/// @param treated_m3_per_d the part of it treated at a plant
/// @param safelyManaged people whose excreta are safely managed on this path
public record Service(
    String town,
    String unit,
    Sanitation.Path path,
    double people,
    double wastewater_m3_per_d,
    double treated_m3_per_d,
    double safelyManaged) {}
