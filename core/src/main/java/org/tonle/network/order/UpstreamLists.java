package org.tonle.network.order;

import java.util.Arrays;

/// Upstream nodes of each node: the highest Strahler number first; among equal ones, branches that
/// arrive by a first arc come first, then by index.
///
/// @param start upstream nodes of n are `nodes[start[n] … start[n + 1] - 1]`
/// @param nodes upstream nodes, one entry per arc
record UpstreamLists(int[] start, int[] nodes) {
  static UpstreamLists of(byte[] numbers, MainArcs arcs) {
    int[] down = arcs.down();
    int[] start = new int[down.length + 1];
    for (int d : down) {
      if (d >= 0) {
        start[d + 1]++;
      }
    }
    for (int a = 0; a < arcs.sideCount(); a++) {
      start[arcs.sideTo(a) + 1]++;
    }
    for (int n = 0; n < down.length; n++) {
      start[n + 1] += start[n];
    }
    int[] nodes = new int[start[down.length]];
    for (int n = 0; n < down.length; n++) {
      if (down[n] >= 0) {
        nodes[start[down[n]]++] = n;
      }
    }
    for (int a = 0; a < arcs.sideCount(); a++) {
      nodes[start[arcs.sideTo(a)]++] = arcs.sideFrom(a);
    }
    // Filling moved every start to the next node's.
    System.arraycopy(start, 0, start, 1, down.length);
    start[0] = 0;
    sort(start, nodes, numbers, down);
    return new UpstreamLists(start, nodes);
  }

  private static void sort(int[] start, int[] nodes, byte[] numbers, int[] down) {
    for (int n = 0; n < down.length; n++) {
      int first = start[n];
      int size = start[n + 1] - first;
      if (size < 2) {
        continue;
      }
      long[] key = new long[size];
      for (int i = 0; i < size; i++) {
        int up = nodes[first + i];
        long side = down[up] == n ? 0 : 1;
        key[i] = (-numbers[up] * 2L + side) << 32 | up;
      }
      Arrays.sort(key);
      for (int i = 0; i < size; i++) {
        nodes[first + i] = (int) key[i];
      }
    }
  }
}
