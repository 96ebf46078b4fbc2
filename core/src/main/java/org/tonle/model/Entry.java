package org.tonle.model;

/// Entry of a load into the water: at a node, at a point of a reach, at the middle of a reach as in
/// SPARROW, or spread along the reach.
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
