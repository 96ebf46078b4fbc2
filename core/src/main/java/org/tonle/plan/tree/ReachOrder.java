package org.tonle.plan.tree;

import java.util.Arrays;

/// Reach order: reaches before the reach below them.
final class ReachOrder {
  private ReachOrder() {}

  static int[] of(int[] down) {
    int[] waiting = new int[down.length];
    for (int next : down) {
      if (next >= 0) {
        waiting[next]++;
      }
    }
    int[] order = new int[down.length];
    int end = 0;
    for (int r = 0; r < down.length; r++) {
      if (waiting[r] == 0) {
        order[end++] = r;
      }
    }
    for (int i = 0; i < end; i++) {
      int next = down[order[i]];
      if (next >= 0 && --waiting[next] == 0) {
        order[end++] = next;
      }
    }
    if (end < down.length) {
      throw new IllegalArgumentException("Reaches flow in a circle.");
    }
    return Arrays.copyOf(order, end);
  }
}
