package org.tonle.simulate.reverse;

/// Where, when and of what a concentration is taken apart.
///
/// @param kind what `place` is an index of
/// @param point of a reach; a lake and a node have one concentration
/// @param member of the linked group
public record Target(Kind kind, int place, Point point, int season, int member) {
  public enum Kind {
    REACH,
    LAKE,
    NODE
  }

  public enum Point {
    /// Where the water enters the reach.
    HEAD,
    /// Where it leaves it.
    END,
    /// The highest concentration on the way, of oxygen the lowest.
    WORST
  }
}
