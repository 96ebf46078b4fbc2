package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;

/// Lake: a node with storage. Its id is the node's id.
///
/// @param seasons one per season of the study, in the same order; cyclic: the last end is the first
///   start
public record Lake(
    String id, Names names, String unit, List<Seasonal> seasons, Provenance provenance) {
  public Lake {
    seasons = List.copyOf(seasons);
  }

  /// Lake values of one season.
  ///
  /// @param volumeStart_km3 volume at the season's start [km³]
  /// @param volumeEnd_km3 volume at its end [km³]
  /// @param levelVolumeEnd_km3 volume at its end by the level curve, for comparison; empty if there
  ///   is no level curve
  /// @param wind_m_per_s for reaeration
  /// @param fringe_km2 part of the area that is flooded land; 0 if none is stated
  public record Seasonal(
      double volumeStart_km3,
      double volumeEnd_km3,
      double area_km2,
      OptionalDouble levelVolumeEnd_km3,
      OptionalDouble temperature_c,
      OptionalDouble light_w_per_m2,
      OptionalDouble wind_m_per_s,
      double fringe_km2,
      Provenance provenance) {}
}
