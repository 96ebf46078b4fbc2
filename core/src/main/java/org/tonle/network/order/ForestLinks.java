package org.tonle.network.order;

import java.util.Arrays;
import org.tonle.convert.Size;
import org.tonle.convert.Text;

/// Links between the neighbours of a forest. The fields of a node are adjacent, so that a visit
/// touches one cache line: the node below, its first branch, its next sibling, its Strahler number.
///
/// Branches are sorted by Strahler number, highest first, ties by index.
final class ForestLinks {
  private static final int DOWN = 0;
  private static final int FIRST = 1;
  private static final int NEXT = 2;

  /// Branches missing << 7, whether there are many << 6, and in the six lowest bits the Strahler
  /// number; until the node is complete, twice the highest seen plus one if it came twice.
  private static final int STATE = 3;

  private static final int MISSING = 7;
  private static final int HAS_MANY = 1 << 6;
  private static final int NUMBER = HAS_MANY - 1;
  private static final int MOST_BRANCHES = 1 << 25;
  private static final int MOST_NODES = 1 << 29;

  /// From this many branches on, they are sorted only when all are known.
  private static final int MANY = 24;

  private final int nodeCount;
  private final int[] field;
  private int highest;
  private int maxOpen;

  private ForestLinks(int nodeCount) {
    if (nodeCount >= MOST_NODES) {
      throw new IllegalArgumentException(
          Text.format("nodeCount (%d) must be less than %d.", nodeCount, MOST_NODES));
    }
    this.nodeCount = nodeCount;
    field = new int[Size.of(Integer.BYTES, 4, nodeCount)];
  }

  /// @param down the node each node pushes into, -1 at an outlet
  static ForestLinks of(int[] down) {
    ForestLinks links = new ForestLinks(down.length);
    int[] branches = new int[down.length];
    for (int d : down) {
      if (d >= 0) {
        branches[d]++;
      }
    }
    int crowded = 0;
    for (int n = 0; n < down.length; n++) {
      crowded += links.begin(n, down[n], branches[n]);
    }
    links.complete();
    for (int n = 0; crowded > 0; n++) {
      if (branches[n] > MANY) {
        links.sort(n, branches[n]);
        crowded--;
      }
    }
    return links;
  }

  private int begin(int n, int down, int branches) {
    if (branches >= MOST_BRANCHES) {
      throw new IllegalArgumentException(
          Text.format(
              "Node %d has %d branches; at most %d can be.", n, branches, MOST_BRANCHES - 1));
    }
    boolean hasMany = branches > MANY;
    field[4 * n + DOWN] = down;
    field[4 * n + FIRST] = -1;
    field[4 * n + NEXT] = -1;
    field[4 * n + STATE] = branches << MISSING | (hasMany ? HAS_MANY : 0);
    return hasMany ? 1 : 0;
  }

  /// Strahler number of each node.
  byte[] numbers() {
    byte[] numbers = new byte[nodeCount];
    for (int n = 0; n < nodeCount; n++) {
      numbers[n] = (byte) number(n);
    }
    return numbers;
  }

  int highest() {
    return highest;
  }

  /// Accumulators open at one time in the order of the last walk.
  int maxOpen() {
    return maxOpen;
  }

  private int number(int n) {
    return field[4 * n + STATE] & NUMBER;
  }

  /// Walks down from every head until a node waits for another branch; Strahler (1957): 1 at a
  /// head; the highest number of the branches, plus one if it occurs twice.
  private void complete() {
    int found = 0;
    for (int head = 0; head < nodeCount; head++) {
      if (field[4 * head + STATE] != 0) {
        continue;
      }
      found++;
      int number = 1;
      field[4 * head + STATE] = number;
      int n = head;
      int d = field[4 * n + DOWN];
      while (d >= 0) {
        int state = join(d, n, number);
        if (state >>> MISSING > 0) {
          field[4 * d + STATE] = state;
          break;
        }
        number = ((state & NUMBER) >> 1) + (state & 1);
        field[4 * d + STATE] = number;
        found++;
        n = d;
        d = field[4 * n + DOWN];
      }
      highest = StrictMath.max(highest, number);
    }
    if (found < nodeCount) {
      throw new CycleException(cycle());
    }
  }

  /// Makes `n` a branch of `d`; returns the state of `d` with it.
  private int join(int d, int n, int number) {
    int state = field[4 * d + STATE];
    int seen = state & NUMBER;
    if (number > seen >> 1 || (state & HAS_MANY) != 0) {
      field[4 * n + NEXT] = field[4 * d + FIRST];
      field[4 * d + FIRST] = n;
    } else {
      insert(d, n, number);
    }
    int joined = seen;
    if (number > seen >> 1) {
      joined = number << 1;
    } else if (number == seen >> 1) {
      joined = seen | 1;
    }
    return state - seen + joined - (1 << MISSING);
  }

  private void insert(int d, int n, int number) {
    int before = -1;
    int at = field[4 * d + FIRST];
    while (at >= 0 && (number(at) > number || (number(at) == number && at < n))) {
      before = at;
      at = field[4 * at + NEXT];
    }
    field[4 * n + NEXT] = at;
    if (before < 0) {
      field[4 * d + FIRST] = n;
    } else {
      field[4 * before + NEXT] = n;
    }
  }

  /// Sorts the branches of a crowded node: by index, then by number.
  private void sort(int d, int branches) {
    int[] nodes = new int[branches];
    int at = field[4 * d + FIRST];
    for (int i = 0; i < branches; i++) {
      nodes[i] = at;
      at = field[4 * at + NEXT];
    }
    Arrays.sort(nodes);
    int[] last = new int[NUMBER + 1];
    Arrays.fill(last, -1);
    int[] first = new int[NUMBER + 1];
    for (int n : nodes) {
      int number = number(n);
      if (last[number] < 0) {
        first[number] = n;
      } else {
        field[4 * last[number] + NEXT] = n;
      }
      last[number] = n;
    }
    int next = -1;
    for (int number = 0; number <= NUMBER; number++) {
      if (last[number] >= 0) {
        field[4 * last[number] + NEXT] = next;
        next = first[number];
      }
    }
    field[4 * d + FIRST] = next;
  }

  /// Nodes in an order that puts all branches of a node before it.
  int[] walk() {
    int[] order = new int[nodeCount];
    int count = 0;
    int open = 0;
    maxOpen = 0;
    for (int outlet = 0; outlet < nodeCount; outlet++) {
      if (field[4 * outlet + DOWN] >= 0) {
        continue;
      }
      int n = outlet;
      boolean isLow = true;
      while (isLow) {
        int first = field[4 * n + FIRST];
        while (first >= 0) {
          n = first;
          first = field[4 * n + FIRST];
        }
        order[count++] = n;
        open = pushed(n, open);
        while (n != outlet && field[4 * n + NEXT] < 0) {
          n = field[4 * n + DOWN];
          order[count++] = n;
          open = pushed(n, open - 1);
        }
        isLow = n != outlet;
        n = isLow ? field[4 * n + NEXT] : n;
      }
    }
    return order;
  }

  /// Accumulators open when `n` is processed: its first branch opens its own accumulator.
  private int pushed(int n, int open) {
    int d = field[4 * n + DOWN];
    int now = d >= 0 && field[4 * d + FIRST] == n ? open + 1 : open;
    maxOpen = StrictMath.max(maxOpen, now);
    return now;
  }

  /// Walks down from every node that was never completed until the path meets itself.
  private int[] cycle() {
    int[] walk = new int[nodeCount];
    for (int first = 0; first < nodeCount; first++) {
      int n = first;
      while (n >= 0 && isWaiting(n) && walk[n] == 0) {
        walk[n] = first + 1;
        n = field[4 * n + DOWN];
      }
      if (n >= 0 && isWaiting(n) && walk[n] == first + 1) {
        return circle(n);
      }
    }
    throw new IllegalStateException("No circle was found.");
  }

  private boolean isWaiting(int n) {
    return field[4 * n + STATE] >>> MISSING > 0;
  }

  private int[] circle(int node) {
    int[] nodes = new int[16];
    int count = 0;
    int n = node;
    do {
      nodes = count == nodes.length ? Arrays.copyOf(nodes, 2 * count) : nodes;
      nodes[count++] = n;
      n = field[4 * n + DOWN];
    } while (n != node);
    return Arrays.copyOf(nodes, count);
  }
}
