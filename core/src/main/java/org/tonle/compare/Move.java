package org.tonle.compare;

import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Season;

/// Move of a concentration, in the constituent's unit.
///
/// @param before mean over the draws under the first scenario
/// @param after the same under the other
/// @param central difference of the central run, after minus before
/// @param band band of the difference, draw by draw
public record Move(
    Place place,
    Season season,
    Constituent constituent,
    double before,
    double after,
    double central,
    Band band) {
  /// A smaller relative change does not show in any printed figure.
  private static final double LEAST_SHARE = 0.001;

  /// Band of a difference over the draws, after minus before; NaN without draws.
  ///
  /// @param lessShare share of draws in which the difference is below 0
  /// @param moreShare share of draws in which the difference is above 0
  public record Band(double p5, double p50, double p95, double lessShare, double moreShare) {
    public static final Band NONE =
        new Band(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  public double difference() {
    return after - before;
  }

  /// Change relative to the value before; infinite if that was 0.
  public double share() {
    return before > 0 ? difference() / before : difference() > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /// Whether the change shows in three digits.
  public boolean isVisible() {
    return StrictMath.abs(share()) >= LEAST_SHARE;
  }

  /// Whether the water is better: a lower concentration, for oxygen a higher one.
  public boolean isBetter() {
    return constituent.isOxygen() ? after > before : after < before;
  }

  /// Share of draws in which the water is better.
  public double betterShare() {
    return constituent.isOxygen() ? band.moreShare() : band.lessShare();
  }
}
