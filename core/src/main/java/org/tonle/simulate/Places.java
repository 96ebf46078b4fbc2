package org.tonle.simulate;

/// Places that statistics are wanted of: all reaches, all lakes, some nodes, in this order.
///
/// @param node nodes wanted
public record Places(int reachCount, int lakeCount, int[] node) {
  public int count() {
    return reachCount + lakeCount + node.length;
  }
}
