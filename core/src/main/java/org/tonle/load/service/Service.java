package org.tonle.load.service;

import org.tonle.model.Sanitation;

/// Service of one sewershed's people by one sanitation path: a row of the excreta-flow table.
///
/// @param sewershed id of the source; of a town that is not divided, the town's
/// @param town id of the whole town
/// @param wastewater_m3_per_d their wastewater
/// @param treated_m3_per_d the part of it treated at a plant
/// @param safelyManaged people whose excreta are safely managed, by their path alone (Eq. 8)
/// @param excreta where their excreta go
/// @param strictlySafe people safely managed by JMP's rules (Eq. 8b)
public record Service(
    String sewershed,
    String town,
    String unit,
    Sanitation.Path path,
    double people,
    double wastewater_m3_per_d,
    double treated_m3_per_d,
    double safelyManaged,
    Excreta excreta,
    SafelyManaged strictlySafe) {}
