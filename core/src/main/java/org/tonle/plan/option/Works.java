package org.tonle.plan.option;

/// Works of an option: what is built and run.
///
/// @param technology of the plant, "" without one
/// @param capacity_m3_per_d of the plant
/// @param treated_m3_per_d wastewater that it treats on average
/// @param served_people people whose wastewater it treats
/// @param newlySewered_people people who get a sewer
/// @param emptied_people people whose tanks are emptied and the sludge treated
/// @param newTanks_people people who get a tank
/// @param trunk_km length of trunk sewers
/// @param trunk_m3_per_d flow that trunk sewers carry
/// @param lift_m height over which that flow is pumped
/// @param existing plant that is rebuilt or made larger
public record Works(
    String technology,
    double capacity_m3_per_d,
    double treated_m3_per_d,
    double served_people,
    double newlySewered_people,
    double emptied_people,
    double newTanks_people,
    double trunk_km,
    double trunk_m3_per_d,
    double lift_m,
    Existing existing) {
  public static final Works NONE = new Works("", 0, 0, 0, 0, 0, 0, 0, 0, 0, Existing.NONE);

  /// Existing plant, "" without one.
  public record Existing(String technology, double capacity_m3_per_d) {
    public static final Existing NONE = new Existing("", 0);
  }

  /// Capacity over mean wastewater. Estimate: days of much water and some years of growth.
  private static final double RESERVE = 1.2;

  /// The capacity that a plant needs for a mean flow.
  static double capacityFor(double treated_m3_per_d) {
    return StrictMath.ceil(RESERVE * treated_m3_per_d);
  }

  static Works onSite(double emptied_people, double newTanks_people) {
    return new Works("", 0, 0, 0, 0, emptied_people, newTanks_people, 0, 0, 0, Existing.NONE);
  }

  static Works plant(
      String technology,
      double capacity_m3_per_d,
      double treated_m3_per_d,
      double served_people,
      double newlySewered_people) {
    return new Works(
        technology,
        capacity_m3_per_d,
        treated_m3_per_d,
        served_people,
        newlySewered_people,
        0,
        0,
        0,
        0,
        0,
        Existing.NONE);
  }

  /// The same works when only a share of those that they are built for use them.
  public Works usedBy(double share) {
    return new Works(
        technology,
        capacity_m3_per_d,
        share * treated_m3_per_d,
        share * served_people,
        share * newlySewered_people,
        share * emptied_people,
        share * newTanks_people,
        trunk_km,
        share * trunk_m3_per_d,
        lift_m,
        existing);
  }

  /// The same plant with trunk sewers to it.
  Works withTrunk(double km, double m3_per_d, double lift) {
    return new Works(
        technology,
        capacity_m3_per_d,
        treated_m3_per_d,
        served_people,
        newlySewered_people,
        emptied_people,
        newTanks_people,
        km,
        m3_per_d,
        lift,
        existing);
  }

  /// The same plant in the place of one that is there.
  Works insteadOf(Existing plant) {
    return new Works(
        technology,
        capacity_m3_per_d,
        treated_m3_per_d,
        served_people,
        newlySewered_people,
        emptied_people,
        newTanks_people,
        trunk_km,
        trunk_m3_per_d,
        lift_m,
        plant);
  }
}
