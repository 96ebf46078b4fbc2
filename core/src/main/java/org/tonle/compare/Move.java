package org.tonle.compare;

import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Season;

/// Move of a concentration, in the constituent's unit.
///
/// @param before mean over the draws under the first scenario
/// @param after the same under the other
/// @param central of the central run, after less before
/// @param band of the difference, draw by draw
public record Move(
    Place place,
    Season season,
    Constituent constituent,
    double before,
    double after,
    double central,
    Band band) {
  /// A smaller change shows in no figure that a reader is given.
  private static final double LEAST_SHARE = 0.001;

  /// Band of a difference over the draws, after less before; NaN without draws.
  ///
  /// @param lessShare share of the draws in which it is below 0
  /// @param moreShare share of them in which it is above 0
  public record Band(double p5, double p50, double p95, double lessShare, double moreShare) {
    public static final Band NONE =
        new Band(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  public double difference() {
    return after - before;
  }

  /// Change over what was; endless where nothing was.
  public double share() {
    return before > 0 ? difference() / before : difference() > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /// Whether the change shows in three digits.
  public boolean isVisible() {
    return StrictMath.abs(share()) >= LEAST_SHARE;
  }

  /// Whether the water is better for it: less of everything, but more oxygen.
  public boolean isBetter() {
    return constituent.isOxygen() ? after > before : after < before;
  }

  /// Share of the draws in which the water is better for it.
  public double betterShare() {
    return constituent.isOxygen() ? band.moreShare() : band.lessShare();
  }
}
