package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;

/// A river segment between two nodes.
///
/// @param reverses it may flow backwards in a season (negative discharge)
/// @param section width and depth that hold at one discharge
/// @param area_km2 own drainage area, for the column `upstream_area_km2`; 0 if unknown
/// @param isMinorPath the lesser branch of a bifurcation, which passes no drainage area on
/// @param rateClass class that rows of `rates.csv` may hold for, or ""
/// @param delivers whether its load goes on to `toNode`; where not, it leaves the study at the end
///   of the reach (the transfer switch of SPARROW) while the water runs on
/// @param points lon, lat pairs of its line; empty draws a straight line
/// @param seasons one per season of the study, same order
public record Reach(
    String id,
    Names names,
    String fromNode,
    String toNode,
    double length_km,
    boolean reverses,
    String unit,
    Section section,
    double area_km2,
    boolean isMinorPath,
    List<double[]> points,
    List<Seasonal> seasons,
    String rateClass,
    boolean delivers,
    Provenance provenance) {
  public Reach {
    points = List.copyOf(points);
    seasons = List.copyOf(seasons);
  }

  /// A reach of no class that passes its load on.
  public Reach(
      String id,
      Names names,
      String fromNode,
      String toNode,
      double length_km,
      boolean reverses,
      String unit,
      Section section,
      double area_km2,
      boolean isMinorPath,
      List<double[]> points,
      List<Seasonal> seasons,
      Provenance provenance) {
    this(
        id,
        names,
        fromNode,
        toNode,
        length_km,
        reverses,
        unit,
        section,
        area_km2,
        isMinorPath,
        points,
        seasons,
        "",
        true,
        provenance);
  }

  /// The same, its load kept from going on.
  public Reach withoutDelivery() {
    return new Reach(
        id,
        names,
        fromNode,
        toNode,
        length_km,
        reverses,
        unit,
        section,
        area_km2,
        isMinorPath,
        points,
        seasons,
        rateClass,
        false,
        provenance);
  }

  /// Cross-section at a named discharge; empty where it must come from elsewhere.
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

  /// A season of the reach.
  ///
  /// @param discharge_m3_per_s season's mean, negative when it flows from `toNode` to `fromNode`
  /// @param meanAbsoluteDischarge_m3_per_s mean of |daily| discharge; a reversing reach whose
  ///   |mean| is under a tenth of it is turning
  /// @param fraction share of the load of its upper node, where it does not follow discharge
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
