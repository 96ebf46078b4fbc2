package org.tonle.folder.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/// Ways out for the ends of a network, by turning as few reaches as possible.
///
/// A turned reach moves one way out from its upper node to its lower one. Nodes with two ways out
/// can spare one; so this is a flow of least cost with one unit per reach, found by shortest paths
/// one end after the other (Edmonds and Karp 1972): a reach turned for one end may be turned back
/// for another, and the number of turned reaches is the minimum.
final class WaysOut {
  /// Most steps of all searches together; a network that needs more must be digitised again.
  private static final int MOST_STEPS = 1_000_000;

  private final int[] from;
  private final int[] to;
  private final boolean[] isKept;
  private final boolean[] isTurned;
  private final int[] out;
  private final int[] start;
  private final int[] by;

  /// Cost of each node's ways so far; it keeps all costs of the search from being negative.
  private final int[] potential;

  private final int[] distance;
  private final int[] via;
  private final boolean[] isSettled;
  private final int[] settled;
  private int settledCount;
  private int steps;

  /// @param from upper nodes of the reaches, changed by [#supply]
  /// @param to lower nodes, changed likewise
  /// @param isKept reaches that must not be turned
  WaysOut(int nodes, int[] from, int[] to, boolean[] isKept) {
    this.from = from;
    this.to = to;
    this.isKept = isKept;
    isTurned = new boolean[from.length];
    out = new int[nodes];
    Arrays.stream(from).forEach(n -> out[n]++);
    int[] both = Arrays.copyOf(from, 2 * from.length);
    System.arraycopy(to, 0, both, from.length, to.length);
    start = starts(nodes, both);
    by = byNode(start, both);
    potential = new int[nodes];
    distance = new int[nodes];
    via = new int[nodes];
    isSettled = new boolean[nodes];
    settled = new int[nodes];
    Arrays.fill(distance, Integer.MAX_VALUE);
  }

  /// Start of each node's entries in [#byNode].
  static int[] starts(int nodes, int[] nodeOf) {
    int[] start = new int[nodes + 1];
    Arrays.stream(nodeOf).forEach(n -> start[n + 1]++);
    for (int n = 0; n < nodes; n++) {
      start[n + 1] += start[n];
    }
    return start;
  }

  /// Indices into `nodeOf`, node by node.
  static int[] byNode(int[] start, int[] nodeOf) {
    int[] at = start.clone();
    int[] by = new int[nodeOf.length];
    for (int i = 0; i < nodeOf.length; i++) {
      by[at[nodeOf[i]]++] = i;
    }
    return by;
  }

  /// Turns reaches so that as many of `ends` as possible, up to `most`, have a way out: of all such
  /// sets of ends and reaches one with the fewest reaches. Turns no reach if that takes too long.
  void supply(List<Integer> ends, int most) {
    int[] drawnFrom = from.clone();
    int[] drawnTo = to.clone();
    TreeSet<Integer> left = new TreeSet<>(ends);
    int atStart = left.stream().mapToInt(n -> potential[n]).max().orElse(0);
    for (int i = 0; i < most && !left.isEmpty(); i++) {
      int spare = search(left, atStart);
      atStart -= spare < 0 ? 0 : distance[spare];
      forget(spare);
      if (steps > MOST_STEPS) {
        System.arraycopy(drawnFrom, 0, from, 0, from.length);
        System.arraycopy(drawnTo, 0, to, 0, to.length);
        return;
      }
      if (spare < 0) {
        return;
      }
      left.remove(turn(spare));
    }
  }

  private record Reached(int node, int distance) {}

  /// The node with a spare way out that is nearest to one of `ends`, or -1; fills `distance`, `via`
  /// and `settled` (Dijkstra 1959).
  private int search(Set<Integer> ends, int atStart) {
    PriorityQueue<Reached> open =
        new PriorityQueue<>(
            Comparator.comparingInt(Reached::distance).thenComparingInt(Reached::node));
    settledCount = 0;
    for (int end : ends) {
      distance[end] = atStart - potential[end];
      via[end] = -1;
      open.add(new Reached(end, distance[end]));
      steps++;
    }
    int spare = -1;
    while (!open.isEmpty() && spare < 0) {
      int node = open.remove().node();
      if (!isSettled[node]) {
        isSettled[node] = true;
        settled[settledCount++] = node;
        if (out[node] > 1) {
          spare = node;
        } else {
          spread(node, open);
        }
      }
    }
    for (Reached left : open) {
      if (!isSettled[left.node()]) {
        distance[left.node()] = Integer.MAX_VALUE;
      }
    }
    return spare;
  }

  /// Adds the search's distances to the potentials, and resets the arrays.
  private void forget(int spare) {
    int farthest = spare < 0 ? 0 : distance[spare];
    for (int i = 0; i < settledCount; i++) {
      int node = settled[i];
      potential[node] += spare < 0 ? 0 : distance[node] - farthest;
      distance[node] = Integer.MAX_VALUE;
      isSettled[node] = false;
    }
  }

  /// Examines the reaches that end in a node: turned, each takes a way out from its upper node.
  private void spread(int node, PriorityQueue<Reached> open) {
    for (int i = start[node]; i < start[node + 1]; i++, steps++) {
      int reach = by[i] % from.length;
      int upper = from[reach];
      if (to[reach] == node && !isKept[reach] && !isSettled[upper]) {
        int cost = (isTurned[reach] ? -1 : 1) + potential[node] - potential[upper];
        int far = distance[node] + cost;
        if (far < distance[upper]) {
          distance[upper] = far;
          via[upper] = reach;
          open.add(new Reached(upper, far));
        }
      }
    }
  }

  /// Turns the reaches on the way from `spare` to the end that was nearest to it, and returns that
  /// end.
  private int turn(int spare) {
    out[spare]--;
    int node = spare;
    while (via[node] >= 0) {
      int reach = via[node];
      int lower = to[reach];
      to[reach] = node;
      from[reach] = lower;
      isTurned[reach] = !isTurned[reach];
      node = lower;
    }
    out[node]++;
    return node;
  }
}
