package org.tonle.network.order;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Pieces of an order before workers are assigned to them.
///
/// @param begin first position of each, ascending
/// @param end position after its last
/// @param rest positions in no piece
record Pieces(int[] begin, int[] end, int rest) {

  /// @param first first positions, descending
  /// @param last last positions, descending
  static Pieces ascending(int[] first, int[] last, int count, int rest) {
    int[] begin = new int[count];
    int[] end = new int[count];
    for (int i = 0; i < count; i++) {
      begin[i] = first[count - 1 - i];
      end[i] = last[count - 1 - i] + 1;
    }
    return new Pieces(begin, end, rest);
  }

  int size(int piece) {
    return end[piece] - begin[piece];
  }

  /// Piece of every position, -1 in the rest.
  int[] pieceOfPosition(int count) {
    int[] piece = new int[count];
    Arrays.fill(piece, -1);
    for (int i = 0; i < begin.length; i++) {
      Arrays.fill(piece, begin[i], end[i], i);
    }
    return piece;
  }

  /// Deals the pieces, largest first, each to the worker with the fewest nodes so far (ties by
  /// index).
  Partition dealt(int workers, int count, int cut) {
    int[] bySize =
        IntStream.range(0, begin.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -size(i)).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    int[] load = new int[workers];
    int[] worker = new int[begin.length];
    for (int piece : bySize) {
      int least = 0;
      for (int w = 1; w < workers; w++) {
        least = load[w] < load[least] ? w : least;
      }
      worker[piece] = least;
      load[least] += size(piece);
    }
    int busiest = Arrays.stream(load).max().orElse(0);
    return new Partition(begin, end, worker, rest, cut, busiest);
  }
}
