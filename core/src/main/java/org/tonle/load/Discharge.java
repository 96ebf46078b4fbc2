package org.tonle.load;

import java.util.List;

/// Discharge of wastewater or run-off from one source on one path.
///
/// @param way way it takes if no plant takes it
/// @param plant plant its sewer leads to, or ""
/// @param water_m3_per_d its volume
/// @param carried its load of each constituent
record Discharge(Chain.Way way, String plant, double water_m3_per_d, List<Chain.Carried> carried) {}
