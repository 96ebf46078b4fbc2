package org.tonle.simulate;

/// Places that have statistics: all reaches, all lakes, some nodes, in this order.
///
/// @param node requested nodes
public record Places(int reachCount, int lakeCount, int[] node) {
  public int count() {
    return reachCount + lakeCount + node.length;
  }
}
