package org.tonle.network.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: pieces that can be swept alone.
class PartitionTest {
  @Test
  void piecesAreClosedUpstreamAndTheirCutsCounted() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(1, 400);
      int[][] arcs = RandomRivers.arcs(random, count, random.nextDouble() < 0.5 ? 0 : 0.1);
      int[] from = Arrays.stream(arcs).mapToInt(a -> a[0]).toArray();
      int[] to = Arrays.stream(arcs).mapToInt(a -> a[1]).toArray();
      int[] order = StrahlerOrder.of(count, from, to).order();
      int workers = random.nextInt(1, 9);
      Partition found = Partition.of(order, from, to, workers);

      int[] piece = new int[count];
      Arrays.fill(piece, -1);
      int[] load = new int[workers];
      for (int i = 0; i < found.begin().length; i++) {
        assertTrue(i == 0 || found.begin()[i] >= found.end()[i - 1]);
        load[found.worker()[i]] += found.end()[i] - found.begin()[i];
        for (int p = found.begin()[i]; p < found.end()[i]; p++) {
          piece[order[p]] = i;
        }
      }
      Set<Integer> cut = new HashSet<>();
      for (int[] arc : arcs) {
        assertTrue(piece[arc[1]] < 0 || piece[arc[0]] == piece[arc[1]], "seed " + seed);
        if (piece[arc[0]] != piece[arc[1]]) {
          cut.add(arc[0]);
        }
      }
      assertEquals(cut.size(), found.cut());
      assertEquals(Arrays.stream(piece).filter(p -> p < 0).count(), found.rest());
      assertEquals(Arrays.stream(load).max().orElse(0), found.busiest());
    }
  }

  @Test
  void equalRiversAreDealtEvenly() {
    // 64 full trees of 127 nodes
    int[] down = new int[64 * 127];
    Arrays.setAll(down, n -> n % 127 == 0 ? -1 : n - n % 127 + (n % 127 - 1) / 2);
    StrahlerOrder order = StrahlerOrder.ofForest(down);
    Partition found = Partition.ofForest(order.order(), down, 8);
    assertEquals(0, found.rest());
    assertEquals(0, found.cut());
    assertEquals(down.length / 8, found.busiest());
  }

  @Test
  void oneRiverIsCutBelowItsLargeBranches() {
    // a full tree of 2^14 - 1 nodes: 8 pieces a worker hold at most 255 nodes, 64 subtrees
    int[] down = new int[(1 << 14) - 1];
    Arrays.setAll(down, n -> n == 0 ? -1 : (n - 1) / 2);
    Partition found = Partition.ofForest(StrahlerOrder.ofForest(down).order(), down, 8);
    assertEquals(64, found.begin().length);
    assertEquals(64, found.cut());
    assertEquals(63, found.rest());
    assertEquals(8 * 255, found.busiest());
  }

  @Test
  void aForestIsCutAsItsArcsAre() {
    int[] down = new int[3000];
    SplittableRandom random = new SplittableRandom(7);
    Arrays.setAll(down, n -> n == 0 ? -1 : random.nextInt(StrictMath.max(0, n - 40), n));
    int[] from = new int[2999];
    int[] to = new int[2999];
    Arrays.setAll(from, a -> a + 1);
    Arrays.setAll(to, a -> down[a + 1]);
    int[] order = StrahlerOrder.ofForest(down).order();
    Partition forest = Partition.ofForest(order, down, 4);
    Partition arcs = Partition.of(order, from, to, 4);
    assertArrayEquals(forest.begin(), arcs.begin());
    assertArrayEquals(forest.end(), arcs.end());
    assertArrayEquals(forest.worker(), arcs.worker());
    assertEquals(forest.cut(), arcs.cut());
    assertTrue(forest.begin().length > 3);
  }
}
