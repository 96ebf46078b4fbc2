package org.tonle.model;

import java.util.List;

/// Shape of a unit or lake on the map. No computation uses it.
///
/// @param place id of the unit or lake
public record Shape(String place, List<Polygon> polygons, Provenance provenance) {
  public Shape {
    polygons = List.copyOf(polygons);
  }

  /// @param rings the outline, then the holes in it; points are longitude and latitude, WGS 84, and
  ///   the last point of a ring is its first
  public record Polygon(List<List<double[]>> rings) {
    public Polygon {
      rings = rings.stream().map(List::copyOf).toList();
    }
  }
}
