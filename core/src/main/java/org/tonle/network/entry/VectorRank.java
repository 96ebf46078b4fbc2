package org.tonle.network.entry;

import java.util.HashMap;
import java.util.Map;

/// Order in which vectors of draws are summed at a place: as entries first name them, member by
/// member, water before sources, sources by their ids. A source alone decides the ranks of its own
/// vectors, so that a change of one source leaves those of all others as they are.
final class VectorRank {
  private static final int MEMBER_SHIFT = 56;
  private static final int KIND_SHIFT = 55;
  private static final int SOURCE_SHIFT = 28;

  private final Map<Key, Long> known = new HashMap<>();

  /// Number of the source that a load's rank names.
  static int sourceNumber(long rank) {
    return (int) (rank >>> SOURCE_SHIFT) & ((1 << (KIND_SHIFT - SOURCE_SHIFT)) - 1);
  }

  private record Key(boolean isAlong, int source, int passing, int flowGroup) {}

  /// Rank of the vectors of water that joins, first named by the flow `number`.
  long ofFlow(int member, int number, int source, int passing, int flowGroup) {
    long rank = ((long) member << MEMBER_SHIFT) | number;
    return known.computeIfAbsent(new Key(false, source, passing, flowGroup), k -> rank);
  }

  /// Rank of the vectors of a source's load.
  ///
  /// @param sourceNumber place of the source among all sources by id
  /// @param number place of the load among the source's own of this constituent
  long ofTerm(int member, boolean isAlong, int sourceNumber, int number, int source, int passing) {
    long rank =
        ((long) member << MEMBER_SHIFT)
            | (1L << KIND_SHIFT)
            | ((long) sourceNumber << SOURCE_SHIFT)
            | number;
    return known.computeIfAbsent(new Key(isAlong, source, passing, -1), k -> rank);
  }
}
