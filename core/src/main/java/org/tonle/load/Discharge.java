package org.tonle.load;

import java.util.List;

/// Wastewater or run-off of one source on one path.
///
/// @param way how it goes if no plant takes it
/// @param plant plant its sewer leads to, or ""
/// @param water_m3_per_d its volume
/// @param carried what it carries
record Discharge(Chain.Way way, String plant, double water_m3_per_d, List<Chain.Carried> carried) {}
