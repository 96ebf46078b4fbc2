package org.tonle.folder.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// As few reaches are turned as trying all sets of them finds.
class WaysOutTest {
  private static final int NODES = 7;
  private static final int REACHES = 9;

  @Test
  void noSmallerSetWouldDo() {
    Random random = new Random(7);
    int turnedInAll = 0;
    for (int round = 0; round < 10_000; round++) {
      int[] from = random.ints(REACHES, 0, NODES).toArray();
      int[] to =
          Arrays.stream(from).map(f -> (f + 1 + random.nextInt(NODES - 1)) % NODES).toArray();
      boolean[] isKept = new boolean[REACHES];
      isKept[random.nextInt(REACHES)] = true;
      List<Integer> ends = ends(from, to);
      int[] newFrom = from.clone();
      int[] newTo = to.clone();
      int most = 1 + random.nextInt(3);
      new WaysOut(NODES, newFrom, newTo, isKept).supply(ends, most);
      int[] before = out(from);
      int[] after = out(newFrom);
      List<Integer> supplied = ends.stream().filter(n -> after[n] > 0).toList();
      for (int n = 0; n < NODES; n++) {
        assertTrue(before[n] == 0 || after[n] > 0, "node " + n + " lost its last way out");
      }
      int turned = 0;
      for (int r = 0; r < REACHES; r++) {
        turned += from[r] == newFrom[r] ? 0 : 1;
        assertTrue(!isKept[r] || from[r] == newFrom[r]);
      }
      int[] best = best(from, to, isKept, ends, most);
      assertEquals(best[0], supplied.size());
      assertEquals(best[1], turned, "round " + round);
      turnedInAll += turned;
    }
    assertTrue(turnedInAll > 5_000, "only " + turnedInAll + " reaches were turned");
  }

  private static int[] out(int[] from) {
    int[] out = new int[NODES];
    Arrays.stream(from).forEach(n -> out[n]++);
    return out;
  }

  private static List<Integer> ends(int[] from, int[] to) {
    int[] out = out(from);
    int[] in = out(to);
    return IntStream.range(0, NODES).filter(n -> out[n] == 0 && in[n] > 1).boxed().toList();
  }

  /// As many ends as any set of reaches supplies, up to `limit`, and the size of the smallest such
  /// set.
  private static int[] best(int[] from, int[] to, boolean[] isKept, List<Integer> ends, int limit) {
    int[] before = out(from);
    int most = 0;
    int fewest = 0;
    for (int set = 0; set < 1 << REACHES; set++) {
      int[] turned = from.clone();
      boolean isAllowed = true;
      for (int r = 0; r < REACHES; r++) {
        if ((set >> r & 1) == 1) {
          turned[r] = to[r];
          isAllowed &= !isKept[r];
        }
      }
      int[] out = out(turned);
      isAllowed &= IntStream.range(0, NODES).allMatch(n -> before[n] == 0 || out[n] > 0);
      if (isAllowed) {
        int supplied = (int) ends.stream().filter(n -> out[n] > 0).count();
        boolean isMore = supplied > most && supplied <= limit;
        if (isMore || (supplied == most && Integer.bitCount(set) < fewest)) {
          most = supplied;
          fewest = Integer.bitCount(set);
        }
      }
    }
    return new int[] {most, fewest};
  }
}
