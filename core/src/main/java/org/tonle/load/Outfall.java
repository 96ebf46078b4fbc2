package org.tonle.load;

import java.util.Optional;
import org.tonle.model.EffluentLimit;

/// Outfall of a plant, factory or sewer, with its own effluent standard.
///
/// @param concentration in the constituent's unit, at the central flow
/// @param limit the limit by which it is judged, if one is named
public record Outfall(
    String source,
    String constituent,
    double wastewater_m3_per_d,
    double concentration,
    Optional<EffluentLimit> limit) {}
