package org.tonle.simulate.reverse;

import org.tonle.network.Network;

/// Order of the nodes of a component, season by season.
public final class ComponentOrder {
  private ComponentOrder() {}

  public static boolean hasLake(Network network, int[] component) {
    for (int node : component) {
      if (network.nodeLake()[node] >= 0) {
        return true;
      }
    }
    return false;
  }

  public static int[][] positions(Network network) {
    int[][] positions = new int[network.seasonCount()][network.nodeCount()];
    for (int s = 0; s < positions.length; s++) {
      int[] order = network.seasons().get(s).flow().order();
      for (int i = 0; i < order.length; i++) {
        positions[s][order[i]] = i;
      }
    }
    return positions;
  }

  /// Nodes of a component in the order of a season.
  public static int[] sorted(int[] component, int[] position) {
    if (component.length == 1) {
      return component;
    }
    return java.util.Arrays.stream(component)
        .boxed()
        .sorted(java.util.Comparator.comparingInt(n -> position[n]))
        .mapToInt(n -> n)
        .toArray();
  }
}
