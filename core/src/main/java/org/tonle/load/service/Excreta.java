package org.tonle.load.service;

/// Excreta flow of some people, as a diagram of excreta flows (SFD) counts it: people by the way
/// their excreta take. Sewage and sludge taken away, contained, drains, open and not said add up to
/// all of them.
///
/// @param sewage people on sewers
/// @param sludge people whose tank or pit is emptied
/// @param contained people whose excreta stay in place
/// @param drains people whose tank or pit drains to a ditch or open water
/// @param open people without a toilet
/// @param notSaid people with a tank or pit of which nobody says how it is kept
/// @param shared people who share their toilet with other households, on any of these ways
public record Excreta(
    Flow sewage,
    Flow sludge,
    double contained,
    double drains,
    double open,
    double notSaid,
    double shared) {
  /// Flow of excreta away from the toilet.
  ///
  /// @param taken people whose excreta leave in it
  /// @param delivered those of them whose excreta reach a plant that operates
  /// @param treated those of them whose excreta the plant treats
  public record Flow(double taken, double delivered, double treated) {
    public static final Flow NONE = new Flow(0, 0, 0);

    public double lostOnTheWay() {
      return taken - delivered;
    }

    public double lostAtPlant() {
      return delivered - treated;
    }

    public Flow plus(Flow more) {
      return new Flow(taken + more.taken, delivered + more.delivered, treated + more.treated);
    }
  }

  public static final Excreta NOBODY = new Excreta(Flow.NONE, Flow.NONE, 0, 0, 0, 0, 0);

  public Excreta plus(Excreta more) {
    return new Excreta(
        sewage.plus(more.sewage),
        sludge.plus(more.sludge),
        contained + more.contained,
        drains + more.drains,
        open + more.open,
        notSaid + more.notSaid,
        shared + more.shared);
  }

  public double people() {
    return sewage.taken + sludge.taken + contained + drains + open + notSaid;
  }

  public double treated() {
    return sewage.treated + sludge.treated;
  }
}
