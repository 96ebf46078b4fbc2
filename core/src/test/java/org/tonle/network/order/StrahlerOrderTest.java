package org.tonle.network.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// FEATURE UNDER TEST: the order rivers are swept in, and how few accumulators it holds open.
class StrahlerOrderTest {

  @Test
  void theHighestBranchComesFirst() {
    // 0 and 1 meet in 2, which so has the number 2; the head 3 joins it in 4
    int[] down = {2, 2, 4, 4, -1};
    StrahlerOrder found = StrahlerOrder.ofForest(down);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, found.order());
    assertEquals(2, found.highest());
    // 0 opens 2, 2 closes and opens 4: never two at once
    assertEquals(1, found.maxOpen());
    // the same river with the lone head numbered first: still last
    int[] renumbered = {4, 3, 3, 4, -1};
    assertArrayEquals(new int[] {1, 2, 3, 0, 4}, StrahlerOrder.ofForest(renumbered).order());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 16})
  void aFullTreeHoldsItsNumberLessOneOpen(int number) {
    // heap numbering: node n pushes into (n - 1) / 2
    int[] down = new int[(1 << number) - 1];
    Arrays.setAll(down, n -> n == 0 ? -1 : (n - 1) / 2);
    StrahlerOrder found = StrahlerOrder.ofForest(down);
    assertEquals(number, found.highest());
    assertEquals(number - 1, found.maxOpen());
  }

  @Test
  void chainsAndStarsOfAnySize() {
    int size = 100_000;
    int[] chain = new int[size];
    Arrays.setAll(chain, n -> n == 0 ? -1 : n - 1);
    StrahlerOrder found = StrahlerOrder.ofForest(chain);
    assertEquals(size - 1, found.order()[0]);
    assertEquals(0, found.order()[size - 1]);
    assertEquals(1, found.maxOpen());
    assertEquals(1, found.highest());

    int[] star = new int[size];
    Arrays.fill(star, size - 1);
    star[size - 1] = -1;
    StrahlerOrder stars = StrahlerOrder.ofForest(star);
    for (int n = 0; n < size; n++) {
      assertEquals(n, stars.order()[n]);
    }
    assertEquals(1, stars.maxOpen());
    assertEquals(2, stars.highest());

    int[] outlets = new int[size];
    Arrays.fill(outlets, -1);
    assertEquals(0, StrahlerOrder.ofForest(outlets).maxOpen());
    // a delta: one node pushes to all others
    int[] from = new int[size - 1];
    int[] to = new int[size - 1];
    Arrays.setAll(to, a -> a + 1);
    StrahlerOrder delta = StrahlerOrder.of(size, from, to);
    assertEquals(0, delta.order()[0]);
    assertEquals(size - 1, delta.maxOpen());
  }

  @Test
  void aCrowdOfTributariesIsSortedToo() {
    // into 4000 push the heads 0 … 999 and the confluences 1000 … 1999 of two heads each
    int[] down = new int[4001];
    Arrays.setAll(down, n -> n < 2000 ? 4000 : n < 4000 ? n / 2 : -1);
    StrahlerOrder found = StrahlerOrder.ofForest(down);
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      expected.addAll(List.of(2000 + 2 * i, 2001 + 2 * i, 1000 + i));
    }
    for (int i = 0; i < 1000; i++) {
      expected.add(i);
    }
    expected.add(4000);
    assertEquals(expected, Arrays.stream(found.order()).boxed().toList());
    assertEquals(3, found.highest());
    // the second confluence is gathered while the star is open
    assertEquals(2, found.maxOpen());
  }

  @Test
  void nothingIsAnOrderToo() {
    assertEquals(0, StrahlerOrder.ofForest(new int[0]).order().length);
    assertArrayEquals(new int[] {0}, StrahlerOrder.of(1, new int[0], new int[0]).order());
  }

  @Test
  void armsThatMeetAgainDoNotRaiseTheNumber() {
    // 0 -> 1 -> 3 and 0 -> 2 -> 3
    StrahlerOrder found = StrahlerOrder.of(4, new int[] {0, 1, 0, 2}, new int[] {1, 3, 2, 3});
    assertArrayEquals(new int[] {0, 1, 2, 3}, found.order());
    assertEquals(2, found.maxOpen());
    // 1 carries 0's number on, 2 is a head of its own: two ones meet in 3
    assertEquals(2, found.highest());
    // 0 -> 1 -> 2 with a short cut 0 -> 2: one river
    assertEquals(1, StrahlerOrder.of(3, new int[] {0, 1, 0}, new int[] {1, 2, 2}).highest());
  }

  @Test
  void dryArcsCarryNothing() {
    StrahlerOrder found = StrahlerOrder.of(3, new int[] {-1, 2}, new int[] {-1, 0});
    assertArrayEquals(new int[] {2, 0, 1}, found.order());
  }

  @Test
  void aCircleIsNamed() {
    CycleException forest =
        assertThrows(
            CycleException.class, () -> StrahlerOrder.ofForest(new int[] {1, 2, 0, 0, -1, 4}));
    assertCircle(forest.nodes(), new int[] {0, 1, 2}, new int[] {1, 2, 0});
    // a circle above an outlet, closed by a side arc
    int[] from = {0, 1, 2, 2};
    int[] to = {1, 2, 3, 0};
    CycleException arcs = assertThrows(CycleException.class, () -> StrahlerOrder.of(4, from, to));
    assertCircle(arcs.nodes(), from, to);
    assertEquals(3, arcs.nodes().length);
    assertThrows(CycleException.class, () -> StrahlerOrder.of(1, new int[] {0}, new int[] {0}));
    assertThrows(CycleException.class, () -> StrahlerOrder.ofForest(new int[] {0}));
  }

  private static void assertCircle(int[] nodes, int[] from, int[] to) {
    Set<Long> arcs = new HashSet<>();
    for (int a = 0; a < from.length; a++) {
      arcs.add((long) from[a] << 32 | to[a]);
    }
    assertTrue(nodes.length > 0);
    for (int i = 0; i < nodes.length; i++) {
      int next = nodes[(i + 1) % nodes.length];
      assertTrue(arcs.contains((long) nodes[i] << 32 | next), Arrays.toString(nodes));
    }
  }

  /// The textbook form, recursive and with lists.
  private static final class Plain {
    final int[][] arcs;
    final int[] main;
    final int[] number;
    final boolean[] done;
    final List<Integer> order = new ArrayList<>();

    Plain(int count, int[][] arcs) {
      this.arcs = arcs;
      main = new int[count];
      Arrays.fill(main, -1);
      for (int[] arc : arcs) {
        main[arc[0]] = main[arc[0]] < 0 ? arc[1] : main[arc[0]];
      }
      number = new int[count];
      for (int n = 0; n < count; n++) {
        number[n] = number(n);
      }
      done = new boolean[count];
      for (int n = 0; n < count; n++) {
        if (main[n] < 0) {
          visit(n);
        }
      }
    }

    private int number(int node) {
      List<Integer> branches = new ArrayList<>();
      for (int n = 0; n < main.length; n++) {
        if (main[n] == node) {
          branches.add(number(n));
        }
      }
      branches.sort(Comparator.reverseOrder());
      boolean tie = branches.size() > 1 && branches.get(0).equals(branches.get(1));
      return branches.isEmpty() ? 1 : branches.get(0) + (tie ? 1 : 0);
    }

    private void visit(int node) {
      if (done[node]) {
        return;
      }
      done[node] = true;
      Arrays.stream(arcs)
          .filter(a -> a[1] == node)
          .map(a -> a[0])
          .sorted(
              Comparator.comparingInt((Integer n) -> -number[n])
                  .thenComparing(n -> main[n] != node)
                  .thenComparing(n -> n))
          .forEach(this::visit);
      order.add(node);
    }

    int maxOpen() {
      int most = 0;
      Set<Integer> open = new HashSet<>();
      for (int n : order) {
        open.remove(n);
        for (int[] arc : arcs) {
          if (arc[0] == n) {
            open.add(arc[1]);
          }
        }
        most = Math.max(most, open.size());
      }
      return most;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3, 1})
  void equalsItsPlainTwinOnRandomRivers(double bifurcations) {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(1, 60);
      int[][] arcs = RandomRivers.arcs(random, count, bifurcations);
      int[] from = Arrays.stream(arcs).mapToInt(a -> a[0]).toArray();
      int[] to = Arrays.stream(arcs).mapToInt(a -> a[1]).toArray();
      Plain plain = new Plain(count, arcs);
      StrahlerOrder found = StrahlerOrder.of(count, from, to);
      assertEquals(plain.order, Arrays.stream(found.order()).boxed().toList(), "seed " + seed);
      assertEquals(plain.maxOpen(), found.maxOpen(), "seed " + seed);
      assertEquals(Arrays.stream(plain.number).max().orElse(0), found.highest());
      if (bifurcations == 0) {
        StrahlerOrder forest = StrahlerOrder.ofForest(plain.main);
        assertArrayEquals(found.order(), forest.order());
        assertEquals(found.maxOpen(), forest.maxOpen());
      }
    }
  }
}
