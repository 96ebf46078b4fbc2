package org.tonle.network.order;

import java.util.Arrays;

/// Shortest cycles in a directed graph, one for each component that has any.
///
/// From every node of a component the arcs are followed breadth first until they come back; the
/// first node with the shortest cycle wins. In components so large that this would take long, only
/// the first nodes are tried: the cycle reported is then one of the shortest through these.
public final class ShortestCycle {
  private static final long MOST_STEPS = 20_000_000;

  private final int[] to;
  private final int[] start;
  private final int[] arcs;
  private final int[] componentOf;
  private final int[] before;
  private final int[] round;
  private final int[] queue;
  private int rounds;
  private long steps;

  private ShortestCycle(int nodeCount, int[] from, int[] to) {
    this.to = to;
    start = new int[nodeCount + 1];
    for (int f : from) {
      if (f >= 0) {
        start[f + 1]++;
      }
    }
    arcs = Topology.byNode(nodeCount, start, from);
    componentOf = new int[nodeCount];
    before = new int[nodeCount];
    round = new int[nodeCount];
    queue = new int[nodeCount];
  }

  /// @param from upper nodes of the arcs, -1 for an unused arc
  /// @return nodes of each cycle in the order of the arcs, the smallest first
  public static int[][] of(int nodeCount, int[] from, int[] to) {
    int[][] components = Topology.components(nodeCount, from, to);
    ShortestCycle search = new ShortestCycle(nodeCount, from, to);
    for (int c = 0; c < components.length; c++) {
      for (int node : components[c]) {
        search.componentOf[node] = c;
      }
    }
    return Arrays.stream(components)
        .map(search::shortest)
        .filter(cycle -> cycle.length > 0)
        .toArray(int[][]::new);
  }

  private int[] shortest(int[] component) {
    int[] sorted = component.clone();
    Arrays.sort(sorted);
    int[] best = {};
    for (int root : sorted) {
      int[] found = best.length > 1 || best.length == 0 ? from(root, best.length) : best;
      best = found.length > 0 ? found : best;
      if (steps > MOST_STEPS && best.length > 0) {
        break;
      }
    }
    return best;
  }

  /// The shortest cycle from a node back to it, if it has fewer than `limit` nodes (0 = any).
  private int[] from(int root, int limit) {
    rounds++;
    int end = 0;
    queue[end++] = root;
    round[root] = rounds;
    before[root] = -1;
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      for (int i = start[node]; i < start[node + 1]; i++, steps++) {
        int next = to[arcs[i]];
        if (next == root) {
          int[] way = way(node);
          return limit == 0 || way.length < limit ? way : new int[0];
        }
        if (componentOf[next] == componentOf[root] && round[next] != rounds) {
          round[next] = rounds;
          before[next] = node;
          queue[end++] = next;
        }
      }
    }
    return new int[0];
  }

  private int[] way(int last) {
    int length = 0;
    for (int n = last; n >= 0; n = before[n]) {
      length++;
    }
    int[] way = new int[length];
    for (int n = last; n >= 0; n = before[n]) {
      way[--length] = n;
    }
    return way;
  }
}
