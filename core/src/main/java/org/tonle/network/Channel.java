package org.tonle.network;

import java.util.OptionalDouble;
import org.tonle.convert.Convert;
import org.tonle.model.Reach;

/// Channel of a reach in a season: velocity, depth and travel time from the values the study gives.
///
/// In order: travel time or velocity, if stated; width and depth of the season; width and depth at
/// one discharge, scaled by w ~ Q^0.26, d ~ Q^0.40 (Leopold and Maddock 1953, at a station); width,
/// slope and Manning's n in a rectangular channel; else w = 7.2 Q^0.5, d = 0.27 Q^0.3 (Andreadis et
/// al. 2013). See `docs/theory/transport.md`.
record Channel(double velocity_m_per_s, double depth_m, double travelTime_s) {
  private static final double WIDTH_EXPONENT = 0.26;
  private static final double DEPTH_EXPONENT = 0.40;
  private static final double VELOCITY_EXPONENT = 1 - WIDTH_EXPONENT - DEPTH_EXPONENT;

  /// @param q its discharge [m³/s], >= 0
  static Channel of(Reach reach, Reach.Seasonal season, double q) {
    double length_m = Convert.metresFromKilometres(reach.line().length_km());
    Section section = section(reach.section(), season, q);
    if (season.travelTime_d().isPresent()) {
      double time_s = Convert.secondsFromDays(season.travelTime_d().getAsDouble());
      double velocity = time_s > 0 ? length_m / time_s : 0;
      return new Channel(velocity, depthAt(season, section, q, velocity), time_s);
    }
    if (season.velocity_m_per_s().isPresent()) {
      return stated(season, section, q, length_m);
    }
    double velocity = q / (section.width_m() * section.depth_m());
    return new Channel(
        velocity, depthAt(season, section, q, velocity), velocity > 0 ? length_m / velocity : 0);
  }

  /// The velocity stated holds at the season's stated discharge and scales from there, where
  /// effluents join; the depth is what the water fills at that velocity, if no depth is stated.
  private static Channel stated(Reach.Seasonal season, Section section, double q, double length_m) {
    double at = StrictMath.abs(season.discharge_m3_per_s());
    double ratio = at > 0 ? q / at : 1;
    double velocity =
        season.velocity_m_per_s().orElse(0) * StrictMath.pow(ratio, VELOCITY_EXPONENT);
    double filled = velocity > 0 ? q / (section.width_m() * velocity) : section.depth_m();
    return new Channel(
        velocity, season.depth_m().orElse(filled), velocity > 0 ? length_m / velocity : 0);
  }

  private record Section(double width_m, double depth_m, boolean depthGiven) {}

  private static double depthAt(
      Reach.Seasonal season, Section section, double q, double velocity_m_per_s) {
    boolean widthKnown = season.width_m().isPresent();
    if (!section.depthGiven() && widthKnown && velocity_m_per_s > 0) {
      return q / (section.width_m() * velocity_m_per_s);
    }
    return section.depth_m();
  }

  private static Section section(Reach.Section given, Reach.Seasonal season, double q) {
    double at = given.discharge_m3_per_s().orElse(q);
    OptionalDouble width = first(season.width_m(), scaled(given.width_m(), q / at, WIDTH_EXPONENT));
    OptionalDouble depth = first(season.depth_m(), scaled(given.depth_m(), q / at, DEPTH_EXPONENT));
    if (depth.isEmpty()
        && width.isPresent()
        && given.slope().isPresent()
        && given.manning_n().isPresent()) {
      double normal =
          normalDepth_m(
              q,
              given.width_m().orElse(width.getAsDouble()),
              given.slope().getAsDouble(),
              given.manning_n().getAsDouble());
      return new Section(given.width_m().orElse(width.getAsDouble()), normal, true);
    }
    return new Section(
        width.orElse(7.2 * StrictMath.sqrt(q)),
        depth.orElse(0.27 * StrictMath.pow(q, 0.3)),
        depth.isPresent());
  }

  private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  private static OptionalDouble scaled(OptionalDouble value, double ratio, double exponent) {
    return value.isPresent()
        ? OptionalDouble.of(value.getAsDouble() * StrictMath.pow(ratio, exponent))
        : value;
  }

  /// Depth of uniform flow in a rectangular channel, Q = w h / n · (w h / (w + 2 h))^(2/3) · √S.
  static double normalDepth_m(double q, double width_m, double slope, double manning_n) {
    double low = 0;
    double high = 1;
    while (manning(high, width_m, slope, manning_n) < q && high < 1e6) {
      high *= 2;
    }
    for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
      double middle = 0.5 * (low + high);
      if (manning(middle, width_m, slope, manning_n) < q) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static double manning(double depth_m, double width_m, double slope, double n) {
    double area_m2 = width_m * depth_m;
    double radius_m = area_m2 / (width_m + 2 * depth_m);
    return area_m2 / n * StrictMath.cbrt(radius_m * radius_m) * StrictMath.sqrt(slope);
  }
}
