package org.tonle.network.order;

import java.util.Arrays;
import org.tonle.convert.Text;

/// Main arc of every node, and the few side arcs at bifurcations.
///
/// @param down target of the first arc of each node, -1 at an outlet
/// @param sideArcs the other arcs, `from << 32 | to`, ascending
record MainArcs(int[] down, long[] sideArcs) {
  static MainArcs of(int nodeCount, int[] from, int[] to) {
    int[] down = new int[nodeCount];
    Arrays.fill(down, -1);
    long[] side = new long[16];
    int sides = 0;
    for (int a = 0; a < from.length; a++) {
      int f = from[a];
      if (f < 0) {
        continue;
      }
      if (down[f] < 0) {
        down[f] = to[a];
      } else {
        side = sides == side.length ? Arrays.copyOf(side, 2 * sides) : side;
        side[sides++] = arc(f, to[a]);
      }
    }
    side = Arrays.copyOf(side, sides);
    Arrays.sort(side);
    return new MainArcs(down, side);
  }

  static MainArcs of(int[] down, int[] sideFrom, int[] sideTo) {
    long[] side = new long[sideFrom.length];
    for (int a = 0; a < side.length; a++) {
      if (down[sideFrom[a]] < 0) {
        throw new IllegalArgumentException(
            Text.format("Node %d has a side arm and no first arc.", sideFrom[a]));
      }
      side[a] = arc(sideFrom[a], sideTo[a]);
    }
    Arrays.sort(side);
    return new MainArcs(down, side);
  }

  private static long arc(int from, int to) {
    return (long) from << 32 | to;
  }

  int sideCount() {
    return sideArcs.length;
  }

  int sideFrom(int arc) {
    return (int) (sideArcs[arc] >> 32);
  }

  int sideTo(int arc) {
    return (int) sideArcs[arc];
  }

  /// Position of the first side arc of a node that has one.
  int firstSide(int node) {
    int low = 0;
    int high = sideArcs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sideFrom(middle) < node) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
