package org.tonle.network.order;

import java.util.Arrays;
import org.tonle.convert.Text;

/// Order in which a river system is swept: upstream before downstream, and at every confluence the
/// branch with the highest Strahler number first (docs/theory/engine.md).
///
/// The loads that reach a node are gathered in an accumulator, which is *open* from the first push
/// into the node until the node is processed. With the highest branch first, the number of
/// accumulators open at one time is the Strahler number less one, as for the registers of an
/// expression (Ershov 1958; Flajolet, Raoult and Vuillemin 1979): about a dozen for millions of
/// reaches.
///
/// A node may push to several (bifurcation); its first arc carries its Strahler number on, so that
/// arms that meet again do not raise it. There is no recursion: chains and stars may be of any
/// size.
///
/// @param order nodes, each after all that push into it; of equal numbers, branches that arrive by
///   a first arc come first, then by index
/// @param highest highest Strahler number, 0 without nodes
/// @param maxOpen most accumulators open at one time
public record StrahlerOrder(int[] order, int highest, int maxOpen) {

  /// Order of a directed acyclic graph.
  ///
  /// @param from upper node of each arc, -1 if the arc carries nothing
  /// @param to lower node of each arc
  /// @throws CycleException if nodes push into one another in a circle
  public static StrahlerOrder of(int nodeCount, int[] from, int[] to) {
    requireEqual("from", from, "to", to);
    return of(MainArcs.of(nodeCount, from, to));
  }

  /// Order of a forest with side arms.
  ///
  /// @param down node below each node, -1 at an outlet
  /// @param sideFrom nodes that also push into a second node
  /// @param sideTo that second node
  /// @throws CycleException if nodes push into one another in a circle
  public static StrahlerOrder of(int[] down, int[] sideFrom, int[] sideTo) {
    requireEqual("sideFrom", sideFrom, "sideTo", sideTo);
    return of(MainArcs.of(down, sideFrom, sideTo));
  }

  /// Order of a forest: trees that grow upstream from their outlets.
  ///
  /// @param down node below each node, -1 at an outlet
  /// @throws CycleException if nodes push into one another in a circle
  public static StrahlerOrder ofForest(int[] down) {
    ForestLinks links = ForestLinks.of(down);
    int[] order = links.walk();
    return new StrahlerOrder(order, links.highest(), links.maxOpen());
  }

  private static void requireEqual(String a, int[] first, String b, int[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          Text.format(
              "%s.length (%d) must equal %s.length (%d).", a, first.length, b, second.length));
    }
  }

  /// If every side arm leads onward in the order of the forest of first arcs, that forest is walked
  /// alone; else side arms are walked like branches. Both give the same order where the first is
  /// possible.
  private static StrahlerOrder of(MainArcs arcs) {
    ForestLinks links = ForestLinks.of(arcs.down());
    int[] order = links.walk();
    if (arcs.sideCount() == 0) {
      return new StrahlerOrder(order, links.highest(), links.maxOpen());
    }
    int open = OpenAccumulators.most(order, arcs);
    if (open < 0) {
      order = walk(arcs, UpstreamLists.of(links.numbers(), arcs));
      open = OpenAccumulators.most(order, arcs);
    }
    return new StrahlerOrder(order, links.highest(), open);
  }

  /// Post-order over all arcs: a node is done when all nodes that push into it are done.
  ///
  /// The path down from the current node is kept at the tail of the array whose head is being
  /// filled.
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

  /// The path from the current node down to `up`, which pushes into it again.
  private static int[] cycle(int[] way, int from, int to, int up) {
    int end = from;
    while (end < to && way[end] != up) {
      end++;
    }
    return Arrays.copyOfRange(way, from, StrictMath.min(end + 1, to));
  }
}
