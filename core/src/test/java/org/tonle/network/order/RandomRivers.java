package org.tonle.network.order;

import java.util.SplittableRandom;

/// Random river systems of the tests, ids in no order.
final class RandomRivers {
  private RandomRivers() {}

  /// Arcs of a directed acyclic graph: each node pushes into one later in a hidden order, some into
  /// more, one in ten into none.
  static int[][] arcs(SplittableRandom random, int count, double bifurcations) {
    int[] hidden = random.ints(count, 0, 1 << 30).toArray();
    Integer[] rank = new Integer[count];
    java.util.Arrays.setAll(rank, i -> i);
    java.util.Arrays.sort(rank, java.util.Comparator.comparingInt(i -> hidden[i]));
    int reachable = random.nextInt(2, 20);
    java.util.List<int[]> arcs = new java.util.ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      int farthest = StrictMath.min(count, i + 1 + reachable);
      if (random.nextDouble() < 0.9) {
        arcs.add(new int[] {rank[i], rank[random.nextInt(i + 1, farthest)]});
        while (random.nextDouble() < bifurcations / 2) {
          arcs.add(new int[] {rank[i], rank[random.nextInt(i + 1, count)]});
        }
      }
    }
    return arcs.toArray(int[][]::new);
  }
}
