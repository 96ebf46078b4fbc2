package org.tonle.simulate.reverse;

import org.tonle.network.Network;

/// Cycle of a component with lakes, through whose year [DrawState] and [Adjoint] go: its nodes in
/// the order of each season, and the positions of the unknowns of its periodic year
/// (docs/theory/lakes.md, Eq. 7).
final class Cycle {
  final int[] nodes;

  /// `[season][position]`
  final int[][] order;

  /// First unknown of each node's lake: its mass at the start of the year; -1 without a lake.
  final int[] massSlot;

  /// First unknown of a lake that closes a cycle within the season: its concentration;
  /// `[season][position in nodes]`, -1 elsewhere.
  private final int[][] cutSlot;

  final boolean[] isMember;
  final int unknowns;

  Cycle(Network network, int members, int[] component, int[][] positions) {
    nodes = component;
    order = new int[network.seasonCount()][];
    isMember = new boolean[network.nodeCount()];
    massSlot = new int[network.nodeCount()];
    cutSlot = new int[network.seasonCount()][network.nodeCount()];
    java.util.Arrays.fill(massSlot, -1);
    int slots = 0;
    for (int node : component) {
      isMember[node] = true;
      if (network.nodeLake()[node] >= 0) {
        massSlot[node] = slots;
        slots += members;
      }
    }
    for (int s = 0; s < network.seasonCount(); s++) {
      order[s] = ComponentOrder.sorted(component, positions[s]);
      java.util.Arrays.fill(cutSlot[s], -1);
      for (int node : component) {
        int lake = network.nodeLake()[node];
        if (lake >= 0 && network.seasons().get(s).flow().cut()[lake]) {
          cutSlot[s][node] = slots;
          slots += members;
        }
      }
    }
    unknowns = slots;
  }

  /// First unknown of a lake's concentration in a season, -1 if its outflow closes no cycle.
  int cut(int season, int node) {
    return cutSlot[season][node];
  }
}
