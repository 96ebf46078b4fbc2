package org.tonle.simulate.reverse;

/// Target of a reverse sweep: the place, season and member of a concentration.
///
/// @param kind kind of place that `place` is an index of
/// @param point of a reach; a lake and a node have one concentration
/// @param member of the linked group
public record Target(Kind kind, int place, Point point, int season, int member) {
  public enum Kind {
    REACH,
    LAKE,
    NODE,
    /// Where the water enters a segment.
    SEGMENT
  }

  public enum Point {
    /// Where the water enters the reach.
    HEAD,
    /// Where the water leaves the reach.
    END,
    /// The highest concentration on the way; for oxygen the lowest.
    WORST
  }
}
