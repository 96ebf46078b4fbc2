package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;

/// Reach of a river between two nodes.
///
/// @param reverses whether it may flow backwards in a season (negative discharge)
/// @param section width and depth at one discharge
/// @param rateClass class that rows of `rates.csv` may apply to, or ""
/// @param delivers whether its load goes on to its lower node; if not, the load leaves the study at
///   the end of the reach (the transfer switch of SPARROW) while the water flows on
/// @param seasons one per season of the study, in the same order
public record Reach(
    String id,
    Names names,
    Line line,
    boolean reverses,
    String unit,
    Section section,
    Drainage drainage,
    List<Seasonal> seasons,
    String rateClass,
    boolean delivers,
    Provenance provenance) {
  public Reach {
    seasons = List.copyOf(seasons);
  }

  /// The same reach, but it delivers no load to its lower node.
  public Reach withoutDelivery() {
    return new Reach(
        id, names, line, reverses, unit, section, drainage, seasons, rateClass, false, provenance);
  }

  /// Line of the reach from node to node.
  ///
  /// @param points lon, lat pairs; empty draws a straight line
  public record Line(String fromNode, String toNode, double length_km, List<double[]> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /// Drainage area of the reach.
  ///
  /// @param area_km2 own drainage area, for the column `upstream_area_km2`; 0 if unknown
  /// @param isMinorPath the smaller branch of a bifurcation, down which the drainage area above
  ///   does not pass
  public record Drainage(double area_km2, boolean isMinorPath) {
    /// Drainage area that was not measured.
    public static final Drainage UNKNOWN = new Drainage(0, false);
  }

  /// Section across the reach at a named discharge; empty if width and depth must come from
  /// elsewhere.
  public record Section(
      OptionalDouble width_m,
      OptionalDouble depth_m,
      OptionalDouble discharge_m3_per_s,
      OptionalDouble slope,
      OptionalDouble manning_n,
      OptionalDouble reaeration_per_d) {
    public static final Section NONE =
        new Section(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
  }

  /// Reach values of one season.
  ///
  /// @param discharge_m3_per_s season's mean, negative when it flows from `toNode` to `fromNode`
  /// @param meanAbsoluteDischarge_m3_per_s mean of |daily| discharge; a reversing reach whose
  ///   |mean| is under a tenth of it is turning
  /// @param fraction share of the load of its upper node, if the share does not follow discharge
  /// @param temperature_c water temperature
  /// @param light_w_per_m2 mean solar radiation on the water, for coliform decay
  public record Seasonal(
      double discharge_m3_per_s,
      OptionalDouble meanAbsoluteDischarge_m3_per_s,
      OptionalDouble fraction,
      OptionalDouble width_m,
      OptionalDouble depth_m,
      OptionalDouble velocity_m_per_s,
      OptionalDouble travelTime_d,
      OptionalDouble temperature_c,
      OptionalDouble light_w_per_m2,
      Provenance provenance) {}
}
