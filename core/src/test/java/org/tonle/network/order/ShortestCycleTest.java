package org.tonle.network.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortestCycleTest {
  // 0 -> 1 -> 2 -> 3 -> 0 goes round in four, 2 -> 4 -> 2 in two; 5 and 6 in a component of their
  // own
  @Test
  void eachComponentTellsItsShortestWay() {
    int[] from = {0, 1, 2, 3, 2, 4, 5, 6, 6, -1};
    int[] to = {1, 2, 3, 0, 4, 2, 6, 6, 5, 0};
    int[][] found = ShortestCycle.of(8, from, to);
    assertEquals(2, found.length);
    int[][] sorted = found[0][0] == 2 ? found : new int[][] {found[1], found[0]};
    assertArrayEquals(new int[] {2, 4}, sorted[0]);
    assertArrayEquals(new int[] {6}, sorted[1]);
  }

  @Test
  void aTreeHasNone() {
    assertEquals(0, ShortestCycle.of(4, new int[] {0, 1, 2}, new int[] {2, 2, 3}).length);
  }

  @Test
  void aLongWayRoundTakesNoLong() {
    int size = 300_000;
    int[] from = IntStream.range(0, size).toArray();
    int[] to = IntStream.range(0, size).map(n -> (n + 1) % size).toArray();
    int[][] found =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ShortestCycle.of(size, from, to));
    assertEquals(size, found[0].length);
  }
}
