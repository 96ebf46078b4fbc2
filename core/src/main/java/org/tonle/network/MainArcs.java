package org.tonle.network;

import java.util.Arrays;

/// The first arc of every node, and the few that a bifurcation adds.
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
        side[sides++] = (long) f << 32 | to[a];
      }
    }
    side = Arrays.copyOf(side, sides);
    Arrays.sort(side);
    return new MainArcs(down, side);
  }

  int sideCount() {
    return sideArcs.length;
  }

  /// Place of the first side arc of a node, or of where it would stand.
  int firstSide(int node) {
    int at = Arrays.binarySearch(sideArcs, (long) node << 32);
    int place = at < 0 ? -1 - at : at;
    while (place > 0 && sideArcs[place - 1] >> 32 == node) {
      place--;
    }
    return place;
  }
}
