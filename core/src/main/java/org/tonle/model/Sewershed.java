package org.tonle.model;

/// Sewershed that a town's row of people stands for: those of a town whose wastewater leaves by one
/// outfall, where the town is divided into several.
///
/// @param town id of the whole town
/// @param townNames names of the whole town
/// @param isCombined whether its sewers carry rain too
/// @param retention row of `retentions.csv` on the way to its outfall, or ""
public record Sewershed(String town, Names townNames, boolean isCombined, String retention) {
  /// People of several sewersheds are rounded one by one.
  private static final double ROUNDING = 0.5;

  /// Id of the sewershed of all people of a divided town who are in no other one.
  public static String restOf(String town) {
    return town + "-rest";
  }

  /// People by which a number of sewersheds may differ from their town by rounding.
  public static double rounding(int sewersheds) {
    return ROUNDING * sewersheds;
  }
}
