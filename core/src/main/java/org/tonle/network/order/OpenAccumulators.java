package org.tonle.network.order;

/// Open accumulators of an order, counted: each is open from the first push into its node until the
/// node is processed.
final class OpenAccumulators {
  private static final byte OPEN = 1;
  private static final byte DONE = 2;
  private static final byte HAS_SIDE = 4;

  private OpenAccumulators() {}

  /// Most open at one time; -1 where a side arm leads to a node that was processed before.
  static int most(int[] order, MainArcs arcs) {
    int[] down = arcs.down();
    byte[] state = new byte[order.length];
    for (int a = 0; a < arcs.sideCount(); a++) {
      state[arcs.sideFrom(a)] = HAS_SIDE;
    }
    int open = 0;
    int most = 0;
    for (int n : order) {
      byte s = state[n];
      state[n] = DONE;
      open -= s & OPEN;
      int d = down[n];
      if (d >= 0 && (state[d] & OPEN) == 0) {
        state[d] |= OPEN;
        open++;
      }
      if ((s & HAS_SIDE) != 0) {
        int opened = openSides(n, arcs, state);
        if (opened < 0) {
          return -1;
        }
        open += opened;
      }
      most = StrictMath.max(most, open);
    }
    return most;
  }

  private static int openSides(int node, MainArcs arcs, byte[] state) {
    int opened = 0;
    for (int a = arcs.firstSide(node); a < arcs.sideCount() && arcs.sideFrom(a) == node; a++) {
      int d = arcs.sideTo(a);
      if (state[d] == DONE) {
        return -1;
      }
      if ((state[d] & OPEN) == 0) {
        state[d] |= OPEN;
        opened++;
      }
    }
    return opened;
  }
}
