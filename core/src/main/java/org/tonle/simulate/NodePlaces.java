package org.tonle.simulate;

/// Places at each node: those that have the node's water.
public final class NodePlaces {
  private static final int[] NONE = {};

  private final java.util.Map<Integer, int[]> byNode = new java.util.HashMap<>();

  public NodePlaces(Places places) {
    for (int i = 0; i < places.node().length; i++) {
      int place = places.reachCount() + places.lakeCount() + i;
      byNode.merge(places.node()[i], new int[] {place}, NodePlaces::joined);
    }
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
