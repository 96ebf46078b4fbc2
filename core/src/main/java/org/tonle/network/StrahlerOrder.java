package org.tonle.network;

import java.util.Arrays;

/// The order in which a river system is swept: upstream before downstream, and at every confluence
/// the branch with the highest Strahler number first (docs/theory/engine.md).
///
/// What reaches a node is gathered in an accumulator, which is *open* from the first push into the
/// node until the node is processed. With the highest branch first the accumulators open at one
/// time number the Strahler number less one, as the registers of an expression do (Ershov 1958;
/// Flajolet, Raoult and Vuillemin 1979): about a dozen for millions of reaches.
///
/// A node may push to several (bifurcation); its first arc carries its Strahler number on, so that
/// arms that meet again do not raise it. Nothing recurses: chains and stars may be of any size.
///
/// @param order nodes, each after all that push into it; ties by index
/// @param highest highest Strahler number, 0 without nodes
/// @param maxOpen accumulators open at one time, at most
public record StrahlerOrder(int[] order, int highest, int maxOpen) {

  /// Order of a directed acyclic graph.
  ///
  /// @param from upper node of each arc, -1 where the arc carries nothing
  /// @param to lower node of each arc
  /// @throws CycleException where nodes push into one another in a circle
  public static StrahlerOrder of(int nodeCount, int[] from, int[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "from.length (%d) must equal to.length (%d).".formatted(from.length, to.length));
    }
    MainArcs arcs = MainArcs.of(nodeCount, from, to);
    if (arcs.sideCount() == 0) {
      return ofForest(arcs.down());
    }
    byte[] numbers = StrahlerNumbers.of(arcs.down());
    int highest = highest(numbers);
    UpstreamLists upstream = UpstreamLists.of(numbers, from, to);
    int[] order = walk(arcs, upstream);
    return new StrahlerOrder(order, highest, OpenAccumulators.most(order, upstream, arcs));
  }

  /// Order of a forest: trees that grow upstream from their outlets.
  ///
  /// @param down the node each node pushes into, -1 at an outlet
  /// @throws CycleException where nodes push into one another in a circle
  public static StrahlerOrder ofForest(int[] down) {
    byte[] numbers = StrahlerNumbers.of(down);
    int highest = highest(numbers);
    UpstreamLists upstream = UpstreamLists.of(numbers, down);
    int[] order = walk(down, upstream);
    return new StrahlerOrder(order, highest, OpenAccumulators.most(order, down));
  }

  private static int highest(byte[] numbers) {
    int highest = 0;
    for (byte number : numbers) {
      highest = StrictMath.max(highest, number);
    }
    return highest;
  }

  /// Post-order of a forest: the reverse of a pre-order that takes branches from last to first.
  ///
  /// The nodes that wait stand at the head of the array whose tail is being filled; together they
  /// are never more than all nodes.
  private static int[] walk(int[] down, UpstreamLists upstream) {
    int[] start = upstream.start();
    int[] nodes = upstream.nodes();
    int[] order = new int[down.length];
    int waiting = 0;
    for (int n = 0; n < down.length; n++) {
      if (down[n] < 0) {
        order[waiting++] = n;
      }
    }
    int free = down.length;
    while (waiting > 0) {
      int n = order[--waiting];
      order[--free] = n;
      int last = start[n + 1];
      for (int i = start[n]; i < last; i++) {
        order[waiting++] = nodes[i];
      }
    }
    return order;
  }

  /// Post-order over all arcs: a node is done when all that push into it are.
  ///
  /// The way down to the node in hand stands at the tail of the array whose head is being filled.
  private static int[] walk(MainArcs arcs, UpstreamLists upstream) {
    int[] start = upstream.start();
    int[] nodes = upstream.nodes();
    int[] down = arcs.down();
    int nodeCount = down.length;
    int[] order = new int[nodeCount];
    int[] next = Arrays.copyOf(start, nodeCount);
    boolean[] done = new boolean[nodeCount];
    int count = 0;
    for (int outlet = 0; outlet < nodeCount; outlet++) {
      if (down[outlet] >= 0) {
        continue;
      }
      int way = nodeCount;
      order[--way] = outlet;
      while (way < nodeCount) {
        int n = order[way];
        if (next[n] == start[n + 1]) {
          done[n] = true;
          way++;
          order[count++] = n;
          continue;
        }
        int up = nodes[next[n]++];
        if (!done[up]) {
          if (next[up] != start[up]) {
            throw new CycleException(cycle(order, way, nodeCount, up));
          }
          order[--way] = up;
        }
      }
    }
    return order;
  }

  /// The way from the node in hand down to `up`, which pushes into it again.
  private static int[] cycle(int[] way, int from, int to, int up) {
    int end = from;
    while (end < to && way[end] != up) {
      end++;
    }
    return Arrays.copyOfRange(way, from, StrictMath.min(end + 1, to));
  }
}
