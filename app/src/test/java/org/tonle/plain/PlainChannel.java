package org.tonle.plain;

import java.util.OptionalDouble;
import org.tonle.model.Reach;

/// Depth, velocity and travel time of a reach (docs/theory/transport.md, *Velocity, depth and
/// travel time*).
record PlainChannel(double depth_m, double velocity_m_per_s, double time_s) {

  static PlainChannel of(Reach reach, Reach.Seasonal season, double q) {
    Reach.Section section = reach.section();
    double length_m = 1_000 * reach.line().length_km();
    double width = width(section, season, q);
    OptionalDouble stated = depth(section, season, q);
    if (season.travelTime_d().isPresent()) {
      double time = PlainFigures.DAY_S * season.travelTime_d().getAsDouble();
      double velocity = time > 0 ? length_m / time : 0;
      boolean isFilled = stated.isEmpty() && season.width_m().isPresent() && velocity > 0;
      double depth = isFilled ? q / (width * velocity) : stated.orElse(free(q));
      return new PlainChannel(depth, velocity, time);
    }
    if (season.velocity_m_per_s().isPresent()) {
      double from = StrictMath.abs(season.discharge_m3_per_s());
      double velocity =
          season.velocity_m_per_s().getAsDouble() * StrictMath.pow(q / from, 1 - 0.26 - 0.40);
      double depth = season.depth_m().orElse(q / (width * velocity));
      return new PlainChannel(depth, velocity, length_m / velocity);
    }
    double depth = stated.orElse(free(q));
    double velocity = q / (width * depth);
    return new PlainChannel(depth, velocity, length_m / velocity);
  }

  private static double free(double q) {
    return 0.27 * StrictMath.pow(q, 0.3);
  }

  private static double width(Reach.Section section, Reach.Seasonal season, double q) {
    boolean isNormal =
        isNormal(section, season)
            && (section.width_m().isPresent() || season.width_m().isPresent());
    if (isNormal && section.width_m().isPresent()) {
      return section.width_m().getAsDouble();
    }
    if (season.width_m().isPresent()) {
      return season.width_m().getAsDouble();
    }
    double at = section.discharge_m3_per_s().orElse(q);
    return section.width_m().isPresent()
        ? section.width_m().getAsDouble() * StrictMath.pow(q / at, 0.26)
        : 7.2 * StrictMath.sqrt(q);
  }

  private static boolean isNormal(Reach.Section section, Reach.Seasonal season) {
    return season.depth_m().isEmpty()
        && section.depth_m().isEmpty()
        && section.slope().isPresent()
        && section.manning_n().isPresent();
  }

  private static OptionalDouble depth(Reach.Section section, Reach.Seasonal season, double q) {
    if (season.depth_m().isPresent()) {
      return season.depth_m();
    }
    if (section.depth_m().isPresent()) {
      double at = section.discharge_m3_per_s().orElse(q);
      return OptionalDouble.of(section.depth_m().getAsDouble() * StrictMath.pow(q / at, 0.40));
    }
    boolean hasWidth = section.width_m().isPresent() || season.width_m().isPresent();
    return isNormal(section, season) && hasWidth
        ? OptionalDouble.of(normal(width(section, season, q), section, q))
        : OptionalDouble.empty();
  }

  /// Normal depth: halves of an interval until nothing is left of it.
  private static double normal(double width, Reach.Section section, double q) {
    double n = section.manning_n().orElse(0);
    double slope = section.slope().orElse(0);
    double low = 0;
    double high = 1_000;
    for (int i = 0; i < 200; i++) {
      double h = (low + high) / 2;
      double radius = width * h / (width + 2 * h);
      double flow = width * h / n * StrictMath.pow(radius, 2.0 / 3) * StrictMath.sqrt(slope);
      if (flow < q) {
        low = h;
      } else {
        high = h;
      }
    }
    return low;
  }
}
