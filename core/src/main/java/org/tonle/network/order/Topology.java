package org.tonle.network.order;

import java.util.ArrayList;
import java.util.List;

/// Topology of directed graphs: orders and components, without recursion and with ties in a fixed
/// order.
public final class Topology {
  private Topology() {}

  /// Nodes in topological order (ties by index), or fewer than `nodeCount` if there is a cycle.
  public static int[] order(int nodeCount, int[] from, int[] to) {
    int[] degree = new int[nodeCount];
    int[] start = new int[nodeCount + 1];
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        degree[to[a]]++;
        start[from[a] + 1]++;
      }
    }
    int[] arcs = byNode(nodeCount, start, from);
    int[] stack = new int[nodeCount];
    int top = 0;
    for (int n = nodeCount - 1; n >= 0; n--) {
      if (degree[n] == 0) {
        stack[top++] = n;
      }
    }
    int[] order = new int[nodeCount];
    int count = 0;
    while (top > 0) {
      int n = stack[--top];
      order[count++] = n;
      for (int i = start[n]; i < start[n + 1]; i++) {
        int next = to[arcs[i]];
        if (--degree[next] == 0) {
          stack[top++] = next;
        }
      }
    }
    return java.util.Arrays.copyOf(order, count);
  }

  /// Arcs by their upper node; turns the counts in `start` into offsets.
  public static int[] byNode(int nodeCount, int[] start, int[] from) {
    for (int n = 0; n < nodeCount; n++) {
      start[n + 1] += start[n];
    }
    int[] arcs = new int[start[nodeCount]];
    int[] at = start.clone();
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        arcs[at[from[a]]++] = a;
      }
    }
    return arcs;
  }

  /// Strongly connected components in topological order (Tarjan 1972, with an explicit stack).
  public static int[][] components(int nodeCount, int[] from, int[] to) {
    int[] start = new int[nodeCount + 1];
    for (int f : from) {
      if (f >= 0) {
        start[f + 1]++;
      }
    }
    int[] arcs = byNode(nodeCount, start, from);
    return new Tarjan(nodeCount, start, arcs, to).run();
  }

  private static final class Tarjan {
    private final int nodeCount;
    private final int[] start;
    private final int[] arcs;
    private final int[] to;
    private final int[] index;
    private final int[] low;
    private final int[] next;
    private final boolean[] open;
    private final int[] stack;
    private final int[] path;
    private final List<int[]> found = new ArrayList<>();
    private int stackSize;
    private int counter;

    Tarjan(int nodeCount, int[] start, int[] arcs, int[] to) {
      this.nodeCount = nodeCount;
      this.start = start;
      this.arcs = arcs;
      this.to = to;
      index = new int[nodeCount];
      low = new int[nodeCount];
      next = new int[nodeCount];
      open = new boolean[nodeCount];
      stack = new int[nodeCount];
      path = new int[nodeCount];
    }

    int[][] run() {
      for (int n = nodeCount - 1; n >= 0; n--) {
        if (index[n] == 0) {
          visit(n);
        }
      }
      return found.reversed().toArray(int[][]::new);
    }

    private void visit(int root) {
      int depth = 0;
      path[0] = root;
      enter(root);
      while (depth >= 0) {
        int n = path[depth];
        if (next[n] < start[n + 1]) {
          int child = to[arcs[next[n]++]];
          if (index[child] == 0) {
            path[++depth] = child;
            enter(child);
          } else if (open[child]) {
            low[n] = StrictMath.min(low[n], index[child]);
          }
        } else {
          close(n);
          depth--;
          if (depth >= 0) {
            low[path[depth]] = StrictMath.min(low[path[depth]], low[n]);
          }
        }
      }
    }

    private void enter(int n) {
      index[n] = low[n] = ++counter;
      next[n] = start[n];
      open[n] = true;
      stack[stackSize++] = n;
    }

    private void close(int n) {
      if (low[n] != index[n]) {
        return;
      }
      int size = 0;
      int member;
      do {
        member = stack[--stackSize];
        open[member] = false;
        size++;
      } while (member != n);
      int[] component = java.util.Arrays.copyOfRange(stack, stackSize, stackSize + size);
      java.util.Arrays.sort(component);
      found.add(component);
    }
  }
}
