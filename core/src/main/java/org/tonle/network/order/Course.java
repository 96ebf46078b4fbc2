package org.tonle.network.order;

import java.util.List;

/// The way of the water, flattened for kernels: one order of the nodes for the whole year and, per
/// season, where each of them sends its load (docs/theory/engine.md).
///
/// Nodes stand so that everything upstream comes first, in any season; the nodes of a component
/// stand together, each season in its own order. What is under way is held in *slots*: vectors that
/// are open from the first load pushed into a node until the node is visited.
///
/// @param seasons one per season
/// @param stretch stretch k is the positions `stretch[k] … stretch[k + 1] - 1`
/// @param hasLake whether a stretch is one component with lakes; else all its seasons are
///   independent
public record Course(List<Season> seasons, int[] stretch, boolean[] hasLake) {
  /// An arc that ends inside its own component of lakes.
  public static final int INSIDE = -2;

  /// An arc that delivers to nobody.
  public static final int NOWHERE = -1;

  public Course {
    seasons = List.copyOf(seasons);
  }

  /// Nodes of the order.
  public int length() {
    return stretch[stretch.length - 1];
  }

  public int stretchCount() {
    return hasLake.length;
  }

  /// Slots that are open at most at one time, over all seasons.
  public int maxOpen() {
    int most = 0;
    for (Season season : seasons) {
      most = StrictMath.max(most, season.slotCount);
    }
    return most;
  }

  /// One season.
  ///
  /// @param nodes node at each position; null: its position is its number
  /// @param slot where what arrives at a position is held, or [Course#NOWHERE] where nothing
  ///   arrives
  /// @param arcStart arcs of position i are `arcStart[i] … arcStart[i + 1] - 1`; null: one arc
  ///   each, of the same number
  /// @param segments segment of each arc; null: the arc's number
  /// @param target slot that an arc delivers to, [Course#NOWHERE] or [Course#INSIDE]
  /// @param opens whether the arc is the first to reach its slot: it sets, the others add
  /// @param slotCount slots needed
  public record Season(
      int @org.jspecify.annotations.Nullable [] nodes,
      int[] slot,
      int @org.jspecify.annotations.Nullable [] arcStart,
      int @org.jspecify.annotations.Nullable [] segments,
      int[] target,
      boolean[] opens,
      int slotCount) {

    public int node(int position) {
      return nodes == null ? position : nodes[position];
    }

    public int firstArc(int position) {
      return arcStart == null ? position : arcStart[position];
    }

    public int segment(int arc) {
      return segments == null ? arc : segments[arc];
    }
  }
}
