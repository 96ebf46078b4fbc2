package org.tonle.plan.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Blocks: groups of sources whose fronts are replaced by the convex curves below them.
final class Blocks {
  private final TreeNodes nodes;
  private final double[] kept;
  private final double[] cap;
  private final SavingHeap heap = new SavingHeap();

  /// Of each node: the heap of the pieces of the blocks above it, their load, and the least load
  /// that the blocks must have. Once past a node, all are those that arrive at its parent.
  private final int[] top;

  private final double[] pieces;
  private final double[] least;
  private final boolean[] hasBlocks;

  /// Of each piece: its block, and the load of the block below the piece.
  private int[] blockOf = new int[1024];

  private double[] begin = new double[1024];
  private double[] length = new double[1024];

  private final List<Block> all = new ArrayList<>();
  private double bound;

  /// Block: a front at a node, the load it may have, and its choice.
  private static final class Block {
    final Front front;
    final int node;
    double allowed;
    int choice;

    Block(Front front, int node) {
      this.front = front;
      this.node = node;
      allowed = front.load(front.size() - 1);
    }

    double possibleSaving() {
      return front.cost(choice) - front.cost(front.size() - 1);
    }
  }

  Blocks(TreeNodes nodes) {
    this.nodes = nodes;
    kept = nodes.kept[0];
    cap = nodes.cap[0];
    top = new int[nodes.count];
    Arrays.fill(top, SavingHeap.EMPTY);
    pieces = new double[nodes.count];
    least = new double[nodes.count];
    hasBlocks = new boolean[nodes.count];
  }

  double bound() {
    return bound;
  }

  /// Lets the blocks above a node meet there; whether there are any.
  boolean arrive(int n, int[] firstChild, int[] nextChild) {
    for (int child = firstChild[n]; child >= 0; child = nextChild[child]) {
      if (hasBlocks[child]) {
        hasBlocks[n] = true;
        top[n] = heap.merge(top[n], top[child]);
        pieces[n] += pieces[child];
        least[n] += least[child];
      }
    }
    return hasBlocks[n];
  }

  /// Whether the blocks at a node and the largest loads of fronts together are more than its cap.
  boolean isOver(int n, List<Front> fronts) {
    double sum = least[n] + pieces[n];
    for (Front front : fronts) {
      sum += front.load(front.size() - 1);
    }
    return sum > cap[n];
  }

  void add(Front front, int n) {
    int number = all.size();
    all.add(new Block(front, n));
    int[] hull = front.hull();
    bound += front.cost(hull[hull.length - 1]);
    least[n] += front.load(hull[0]);
    hasBlocks[n] = true;
    for (int i = 1; i < hull.length; i++) {
      double from = front.load(hull[i - 1]);
      double width = front.load(hull[i]) - from;
      int piece = heap.add(width, front.cost(hull[i - 1]) - front.cost(hull[i]));
      if (piece >= blockOf.length) {
        blockOf = Arrays.copyOf(blockOf, 2 * piece);
        begin = Arrays.copyOf(begin, 2 * piece);
        length = Arrays.copyOf(length, 2 * piece);
      }
      blockOf[piece] = number;
      begin[piece] = from;
      length[piece] = width;
      pieces[n] += width;
      top[n] = heap.merge(top[n], piece);
    }
  }

  /// Gives up the pieces that save least until the load keeps the cap, and lets the rest flow on.
  /// False where even the least load does not keep it.
  boolean pass(int n) {
    if (least[n] > cap[n]) {
      return false;
    }
    while (least[n] + pieces[n] > cap[n] && top[n] != SavingHeap.EMPTY) {
      int piece = top[n];
      double width = heap.width(piece);
      double over = least[n] + pieces[n] - cap[n];
      Block block = all.get(blockOf[piece]);
      top[n] = heap.pop(piece);
      if (over < width) {
        double share = 1 - over / width;
        bound += heap.saving(piece) * (1 - share);
        length[piece] *= share;
        block.allowed = begin[piece] + length[piece];
        top[n] = heap.merge(top[n], heap.again(piece, share));
        pieces[n] -= over;
        break;
      }
      bound += heap.saving(piece);
      block.allowed = begin[piece];
      pieces[n] -= width;
    }
    pieces[n] *= kept[n];
    least[n] *= kept[n];
    heap.scale(top[n], kept[n]);
    return true;
  }

  /// Chooses for every block what its allowed load affords, then what the room left affords.
  void choose(int[] option) {
    for (Block block : all) {
      block.choice = block.front.cheapest(block.allowed);
    }
    double[] load = new double[nodes.count];
    for (Block block : all) {
      load[block.node] += block.front.load(block.choice);
    }
    for (int n = 0; n < nodes.count; n++) {
      if (nodes.parent[n] >= 0) {
        load[nodes.parent[n]] += load[n] * kept[n];
      }
    }
    all.stream()
        .filter(block -> block.possibleSaving() > 0)
        .sorted(Comparator.comparingDouble(Block::possibleSaving).reversed())
        .forEach(block -> fill(block, load));
    all.forEach(block -> block.front.choose(block.choice, option));
  }

  private void fill(Block block, double[] load) {
    double room = Double.POSITIVE_INFINITY;
    double share = 1;
    for (int n = block.node; n >= 0 && room > 0; n = nodes.parent[n]) {
      room = Math.min(room, (cap[n] - load[n]) / share);
      share *= kept[n];
    }
    double before = block.front.load(block.choice);
    // Rounding must not take a plan over a cap.
    int better = block.front.cheapest(before + room * (1 - 1e-12));
    if (better <= block.choice) {
      return;
    }
    block.choice = better;
    double more = block.front.load(better) - before;
    for (int n = block.node; n >= 0; n = nodes.parent[n]) {
      load[n] += more;
      more *= kept[n];
    }
  }
}
