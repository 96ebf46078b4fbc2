package org.tonle.simulate;

/// Places at each node: those that have the node's water.
public final class NodePlaces {
  private static final int[] NONE = {};

  private final java.util.Map<Integer, int[]> byNode = new java.util.HashMap<>();
  private final Places places;

  public NodePlaces(Places places) {
    this.places = places;
    for (int i = 0; i < places.node().length; i++) {
      int place = places.reachCount() + places.lakeCount() + i;
      byNode.merge(places.node()[i], new int[] {place}, NodePlaces::joined);
    }
  }

  /// Whether a place has the water of a lake.
  ///
  /// @param nodeLake lake of each node, or -1
  public boolean isLake(int place, int[] nodeLake) {
    int node = place - places.reachCount() - places.lakeCount();
    return node < 0 ? place >= places.reachCount() : nodeLake[places.node()[node]] >= 0;
  }

  private static int[] joined(int[] before, int[] more) {
    int[] all = java.util.Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    return all;
  }

  /// Places at a node, in their order.
  public int[] of(int node) {
    return byNode.isEmpty() ? NONE : byNode.getOrDefault(node, NONE);
  }
}
