package org.tonle.model;

/// Sewershed that a town's row of people stands for: those of a town whose wastewater leaves by one
/// outfall, where the town is divided into several.
///
/// @param town id of the whole town
/// @param townNames names of the whole town
/// @param isCombined whether its sewers carry rain too
/// @param retention row of `retentions.csv` on the way to its outfall, or ""
public record Sewershed(String town, Names townNames, boolean isCombined, String retention) {}
