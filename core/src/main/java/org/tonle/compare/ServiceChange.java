package org.tonle.compare;

/// Service change of the people of a sewershed.
///
/// @param sewershed its id; of a town that is not divided, the town's
public record ServiceChange(
    String sewershed, String town, String unit, Served before, Served after) {
  /// Services of a sewershed's people.
  ///
  /// @param toPlants people whose sewers lead to a plant
  /// @param safelyManaged people safely managed by JMP's rules
  /// @param treated_m3_per_d wastewater treated
  public record Served(
      double people, double toPlants, double safelyManaged, double treated_m3_per_d) {
    static final Served NOBODY = new Served(0, 0, 0, 0);

    Served plus(Served more) {
      return new Served(
          people + more.people,
          toPlants + more.toPlants,
          safelyManaged + more.safelyManaged,
          treated_m3_per_d + more.treated_m3_per_d);
    }
  }
}
