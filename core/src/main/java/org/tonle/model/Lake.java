package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;

/// A node with storage. Its id is the node's id.
///
/// @param seasons one per season of the study, same order, cyclic: the last end is the first start
public record Lake(
    String id, Names names, String unit, List<Seasonal> seasons, Provenance provenance) {
  public Lake {
    seasons = List.copyOf(seasons);
  }

  /// @param volumeStart_km3 volume at the season's start [km³]
  /// @param volumeEnd_km3 volume at its end [km³]
  /// @param levelVolumeEnd_km3 volume at its end by the level curve, printed beside; empty if none
  /// @param wind_m_per_s for reaeration
  public record Seasonal(
      double volumeStart_km3,
      double volumeEnd_km3,
      double area_km2,
      OptionalDouble levelVolumeEnd_km3,
      OptionalDouble temperature_c,
      OptionalDouble light_w_per_m2,
      OptionalDouble wind_m_per_s,
      Provenance provenance) {}
}
