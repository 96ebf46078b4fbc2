package org.tonle.network.order;

import java.util.Arrays;

/// Closed ranges of an order: ranges that nothing outside pushes into. One ends at each position;
/// any two are nested or disjoint; in a forest they are the subtrees.
///
/// @param begin first position of the range that ends at each position
record ClosedRanges(int[] begin) {

  /// @param farthest position of the first node in the order that pushes into each position, its
  ///   own if nothing does; overwritten
  static ClosedRanges of(int[] farthest) {
    for (int p = 0; p < farthest.length; p++) {
      int b = p;
      while (b > farthest[p]) {
        b = farthest[b - 1];
      }
      farthest[p] = b;
    }
    return new ClosedRanges(farthest);
  }

  int count() {
    return begin.length;
  }

  /// Takes, from the end of the order, every range of no more than `largest` positions; neighbours
  /// become one piece while they fit, and a piece of fewer than `smallest` is left to the rest.
  Pieces pieces(int largest, int smallest) {
    int[] first = new int[16];
    int[] last = new int[16];
    int count = 0;
    int taken = 0;
    int p = begin.length - 1;
    while (p >= 0) {
      int b = begin[p];
      if (p - b + 1 > largest) {
        p--;
        continue;
      }
      while (b > 0 && p - begin[b - 1] + 1 <= largest) {
        b = begin[b - 1];
      }
      if (p - b + 1 >= smallest) {
        if (count == first.length) {
          first = Arrays.copyOf(first, 2 * count);
          last = Arrays.copyOf(last, 2 * count);
        }
        first[count] = b;
        last[count++] = p;
        taken += p - b + 1;
      }
      p = b - 1;
    }
    return Pieces.ascending(first, last, count, begin.length - taken);
  }
}
