package org.tonle.network;

import java.util.Arrays;

/// Strahler numbers of a forest: 1 at a head; where two branches of the same highest number meet,
/// one more than theirs, else the highest (Strahler 1957).
final class StrahlerNumbers {
  private StrahlerNumbers() {}

  /// @param down the node each node pushes into, -1 at an outlet
  static byte[] of(int[] down) {
    int[] missing = new int[down.length];
    for (int d : down) {
      if (d >= 0) {
        missing[d]++;
      }
    }
    // Until a node is complete: twice the highest number seen, plus one where it came twice.
    byte[] number = new byte[down.length];
    int found = 0;
    for (int head = 0; head < down.length; head++) {
      // A node completed from above carries its number already; one with branches missing waits.
      if (missing[head] != 0 || number[head] != 0) {
        continue;
      }
      number[head] = 1;
      found++;
      for (int n = head; down[n] >= 0; n = down[n]) {
        int d = down[n];
        number[d] = joined(number[d], number[n]);
        if (--missing[d] > 0) {
          break;
        }
        number[d] = (byte) ((number[d] >> 1) + (number[d] & 1));
        found++;
      }
    }
    if (found < down.length) {
      throw new CycleException(cycle(down, missing));
    }
    return number;
  }

  private static byte joined(byte soFar, byte branch) {
    int highest = soFar >> 1;
    if (branch > highest) {
      return (byte) (branch << 1);
    }
    return branch == highest ? (byte) (soFar | 1) : soFar;
  }

  /// Walks down from every node that was never completed until a walk meets itself.
  private static int[] cycle(int[] down, int[] missing) {
    int[] walk = new int[down.length];
    for (int first = 0; first < down.length; first++) {
      int n = first;
      while (n >= 0 && missing[n] > 0 && walk[n] == 0) {
        walk[n] = first + 1;
        n = down[n];
      }
      if (n >= 0 && missing[n] > 0 && walk[n] == first + 1) {
        return circle(down, n);
      }
    }
    throw new IllegalStateException("No circle was found.");
  }

  private static int[] circle(int[] down, int node) {
    int[] nodes = new int[16];
    int count = 0;
    int n = node;
    do {
      nodes = count == nodes.length ? Arrays.copyOf(nodes, 2 * count) : nodes;
      nodes[count++] = n;
      n = down[n];
    } while (n != node);
    return Arrays.copyOf(nodes, count);
  }
}
