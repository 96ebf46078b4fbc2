package org.tonle.model;

/// Where a load enters the water: at a node, at a point of a reach, at its middle in SPARROW's
/// sense, or spread along it.
///
/// @param id the node or reach
/// @param position_km distance from the reach's `from_node` [km]; 0 unless `how` is POINT
public record Entry(How how, String id, double position_km) {
  public enum How {
    NODE,
    POINT,
    MIDDLE,
    UNIFORM
  }

  public static Entry atNode(String node) {
    return new Entry(How.NODE, node, 0);
  }
}
