package org.tonle.network;

/// What pushes into each node, the highest Strahler number first, ties by index.
///
/// @param start upstream nodes of n are `nodes[start[n] … start[n + 1] - 1]`
/// @param nodes upstream nodes, one entry an arc
record UpstreamLists(int[] start, int[] nodes) {
  /// From this many on, a node's list is sorted by counting.
  private static final int MANY = 24;

  /// No forest of ints has a higher Strahler number.
  private static final int MOST = 32;

  /// Of a forest.
  static UpstreamLists of(byte[] numbers, int[] down) {
    int[] start = new int[down.length + 1];
    for (int d : down) {
      if (d >= 0) {
        start[d + 1]++;
      }
    }
    int[] nodes = new int[offsets(start)];
    for (int n = 0; n < down.length; n++) {
      if (down[n] >= 0) {
        nodes[start[down[n]]++] = n;
      }
    }
    return sorted(start, nodes, numbers);
  }

  /// Of arcs.
  static UpstreamLists of(byte[] numbers, int[] from, int[] to) {
    int[] start = new int[numbers.length + 1];
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        start[to[a] + 1]++;
      }
    }
    int[] nodes = new int[offsets(start)];
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        nodes[start[to[a]]++] = from[a];
      }
    }
    return sorted(start, nodes, numbers);
  }

  private static int offsets(int[] start) {
    for (int n = 1; n < start.length; n++) {
      start[n] += start[n - 1];
    }
    return start[start.length - 1];
  }

  /// Filling moved every start to the next node's: moves them back and sorts each list.
  private static UpstreamLists sorted(int[] start, int[] nodes, byte[] numbers) {
    int nodeCount = start.length - 1;
    System.arraycopy(start, 0, start, 1, nodeCount);
    start[0] = 0;
    for (int n = 0; n < nodeCount; n++) {
      int first = start[n];
      int size = start[n + 1] - first;
      if (size > MANY) {
        sortByCounting(nodes, first, size, numbers);
      } else if (size > 1) {
        sortByInsertion(nodes, first, size, numbers);
      }
    }
    return new UpstreamLists(start, nodes);
  }

  private static void sortByInsertion(int[] nodes, int first, int size, byte[] numbers) {
    for (int i = first + 1; i < first + size; i++) {
      int node = nodes[i];
      int at = i;
      while (at > first && isLater(nodes[at - 1], node, numbers)) {
        nodes[at] = nodes[at - 1];
        at--;
      }
      nodes[at] = node;
    }
  }

  private static boolean isLater(int a, int b, byte[] numbers) {
    return numbers[a] < numbers[b] || (numbers[a] == numbers[b] && a > b);
  }

  private static void sortByCounting(int[] nodes, int first, int size, byte[] numbers) {
    int[] copy = java.util.Arrays.copyOfRange(nodes, first, first + size);
    java.util.Arrays.sort(copy);
    int[] place = new int[MOST + 2];
    for (int node : copy) {
      place[MOST - numbers[node] + 1]++;
    }
    for (int k = 1; k < place.length; k++) {
      place[k] += place[k - 1];
    }
    for (int node : copy) {
      nodes[first + place[MOST - numbers[node]]++] = node;
    }
  }
}
