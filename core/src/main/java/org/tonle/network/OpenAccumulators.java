package org.tonle.network;

/// Counts the accumulators that an order holds open: each from the first push into its node until
/// the node is processed.
final class OpenAccumulators {
  private OpenAccumulators() {}

  /// Most open at one time in a forest.
  static int most(int[] order, int[] down) {
    boolean[] isOpen = new boolean[order.length];
    int open = 0;
    int most = 0;
    for (int n : order) {
      if (isOpen[n]) {
        open--;
      }
      int d = down[n];
      if (d >= 0 && !isOpen[d]) {
        isOpen[d] = true;
        most = StrictMath.max(most, ++open);
      }
    }
    return most;
  }

  /// Most open at one time where nodes may push to several.
  static int most(int[] order, UpstreamLists upstream, MainArcs arcs) {
    int[] start = upstream.start();
    boolean[] isOpen = new boolean[order.length];
    boolean[] hasSide = new boolean[order.length];
    for (long arc : arcs.sideArcs()) {
      hasSide[(int) (arc >> 32)] = true;
    }
    int open = 0;
    int most = 0;
    for (int n : order) {
      if (start[n + 1] > start[n]) {
        open--;
      }
      int d = arcs.down()[n];
      if (d >= 0 && !isOpen[d]) {
        isOpen[d] = true;
        open++;
      }
      if (hasSide[n]) {
        open += openSides(n, arcs, isOpen);
      }
      most = StrictMath.max(most, open);
    }
    return most;
  }

  private static int openSides(int node, MainArcs arcs, boolean[] isOpen) {
    long[] side = arcs.sideArcs();
    int opened = 0;
    for (int i = arcs.firstSide(node); i < side.length && side[i] >> 32 == node; i++) {
      int d = (int) side[i];
      if (!isOpen[d]) {
        isOpen[d] = true;
        opened++;
      }
    }
    return opened;
  }
}
