package org.tonle.model;

import java.util.List;

/// Flow of water that joins or leaves the network at a node, season by season.
///
/// @param kind kind of flow; BOUNDARY, LOCAL_INFLOW and RAIN bring the water `water`
/// @param water id of the water it brings, or "" if it leaves
/// @param group hydrological group whose wet and dry years it shares
/// @param unit unit that its load is grouped under
/// @param discharge_m3_per_s one per season, >= 0
/// @param isUndisturbed whether people leave no mark on the water it brings, as the study says
public record NodeFlow(
    String id,
    String node,
    Kind kind,
    String water,
    String group,
    String unit,
    List<Double> discharge_m3_per_s,
    boolean isUndisturbed,
    Provenance provenance) {
  public NodeFlow {
    discharge_m3_per_s = List.copyOf(discharge_m3_per_s);
  }

  public enum Kind {
    BOUNDARY(true),
    LOCAL_INFLOW(true),
    RAIN(true),
    ABSTRACTION(false),
    LOSS(false),
    EVAPORATION(false);

    private final boolean joins;

    Kind(boolean joins) {
      this.joins = joins;
    }

    /// Whether the water joins (true) or leaves (false) the network.
    public boolean joins() {
      return joins;
    }
  }
}
