package org.tonle.network.order;

import java.util.List;

/// Course of the water, flattened for kernels: one order of the nodes for the whole year and, per
/// season, the nodes to which each of them sends its load (docs/theory/engine.md).
///
/// Everything upstream of a node comes before it, in every season; the nodes of a component are
/// adjacent, each season in its own order. Loads under way are held in *slots*: vectors that are
/// open from the first load pushed into a node until the node is visited.
///
/// @param seasons one per season
/// @param stretch stretch k is the positions `stretch[k] … stretch[k + 1] - 1`
/// @param hasLake whether a stretch is one component with lakes; else all its seasons are
///   independent
public record Course(List<Season> seasons, int[] stretch, boolean[] hasLake) {
  /// An arc that ends inside its own component of lakes.
  public static final int INSIDE = -2;

  /// An arc that delivers to no node.
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

  /// Most slots open at one time, over all seasons.
  public int maxOpen() {
    int most = 0;
    for (Season season : seasons) {
      most = StrictMath.max(most, season.slotCount);
    }
    return most;
  }

  /// Season of the course.
  ///
  /// @param nodes node at each position; null: its position is its number
  /// @param slot slot that holds the load arriving at a position, or [Course#NOWHERE] if no load
  ///   arrives
  /// @param arcStart arcs of position i are `arcStart[i] … arcStart[i + 1] - 1`; null: one arc
  ///   each, with the same number
  /// @param segments segment of each arc; null: the arc's number
  /// @param target slot to which an arc delivers, [Course#NOWHERE] or [Course#INSIDE]
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
