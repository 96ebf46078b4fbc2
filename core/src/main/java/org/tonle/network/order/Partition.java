package org.tonle.network.order;

import java.util.Arrays;
import org.tonle.convert.Text;

/// Partition of a river system into pieces for independent workers.
///
/// A piece is a contiguous range of the order that is closed upstream: nothing outside pushes into
/// it, so that it can be swept alone. The rest, mostly the main stems below the pieces, is swept
/// after the pieces are done and takes the loads they push across the cuts.
///
/// @param begin first position of each piece in the order, ascending
/// @param end position after its last
/// @param worker worker of each piece, the largest pieces dealt first
/// @param rest nodes in no piece
/// @param cut nodes of a piece that push out of it
/// @param busiest nodes of the busiest worker
public record Partition(int[] begin, int[] end, int[] worker, int rest, int cut, int busiest) {
  /// Fewest pieces per worker, so that the shares come out even.
  private static final int PIECES = 8;

  /// Cost of a piece besides its nodes, in nodes: its outflow is kept and read again. An estimate.
  private static final int CUT = 16;

  /// Partition of a system of arcs.
  ///
  /// @param order nodes, upstream first
  /// @param from upper node of each arc, -1 if it carries nothing
  /// @param to lower node of each arc
  public static Partition of(int[] order, int[] from, int[] to, int workers) {
    int[] position = positions(order);
    int[] farthest = lowest(order.length);
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        int t = position[to[a]];
        farthest[t] = StrictMath.min(farthest[t], position[from[a]]);
      }
    }
    Pieces pieces = pieces(ClosedRanges.of(farthest), workers);
    int[] piece = pieces.pieceOfPosition(order.length);
    boolean[] isCut = new boolean[order.length];
    for (int a = 0; a < from.length; a++) {
      if (from[a] >= 0) {
        int p = piece[position[from[a]]];
        isCut[position[from[a]]] |= p >= 0 && p != piece[position[to[a]]];
      }
    }
    int cut = 0;
    for (boolean is : isCut) {
      cut += is ? 1 : 0;
    }
    return pieces.dealt(workers, order.length, cut);
  }

  /// Partition of a forest.
  ///
  /// @param down node below each node, -1 at an outlet
  /// @param order nodes, upstream first
  public static Partition ofForest(int[] order, int[] down, int workers) {
    int[] position = positions(order);
    int[] farthest = lowest(order.length);
    for (int n = 0; n < down.length; n++) {
      if (down[n] >= 0) {
        int t = position[down[n]];
        farthest[t] = StrictMath.min(farthest[t], position[n]);
      }
    }
    Pieces pieces = pieces(ClosedRanges.of(farthest), workers);
    int[] piece = pieces.pieceOfPosition(order.length);
    int cut = 0;
    for (int n = 0; n < down.length; n++) {
      int p = piece[position[n]];
      cut += down[n] >= 0 && p >= 0 && p != piece[position[down[n]]] ? 1 : 0;
    }
    return pieces.dealt(workers, order.length, cut);
  }

  private static int[] positions(int[] order) {
    int[] position = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      position[order[p]] = p;
    }
    return position;
  }

  private static int[] lowest(int count) {
    int[] lowest = new int[count];
    Arrays.setAll(lowest, p -> p);
    return lowest;
  }

  /// Smaller pieces shrink the rest but make more cuts: minimises rest and cuts together.
  private static Pieces pieces(ClosedRanges ranges, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException(Text.format("workers (%d) must be at least 1.", workers));
    }
    int count = ranges.count();
    int largest = workers == 1 ? count : StrictMath.max(1, count / (workers * PIECES));
    int smallest = StrictMath.max(1, largest / 2);
    Pieces best = ranges.pieces(largest, smallest);
    while (smallest > 1) {
      smallest /= 2;
      Pieces finer = ranges.pieces(largest, smallest);
      best = cost(finer) < cost(best) ? finer : best;
    }
    return best;
  }

  private static long cost(Pieces pieces) {
    return pieces.rest() + (long) CUT * pieces.begin().length;
  }
}
