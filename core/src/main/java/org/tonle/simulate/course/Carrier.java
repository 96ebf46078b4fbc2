package org.tonle.simulate.course;

/// Carrier of loads through a sweep, for one kind of arithmetic.
///
/// A `V` holds the loads of all members of a linked group over all draws [g/s, count/s]. One
/// carrier serves one thread; [#finish] collects its tallies.
public interface Carrier<V> {
  /// A vector of zeros.
  V vector();

  void clear(V v);

  void copy(V from, V to);

  /// Adds `from` to `to`.
  void add(V from, V to);

  /// Adds the loads that enter at a node; sets `load` if no load has arrived.
  void addOwn(int season, int node, boolean sets, V load);

  /// Records results and balance of the water that leaves a node.
  void pass(int season, int node, V load);

  /// Carries a node's share of load down a segment.
  ///
  /// @param how processes that act and results that are kept
  /// @param adds whether the load that arrives is added to `tail`; else `tail` is set
  void carry(int season, int segment, V load, How how, boolean adds, V tail);

  /// Does at once the work of [#addOwn], [#pass] and [#carry] at a node with one segment below,
  /// everything being recorded, if the carrier can; `load` is then free for reuse.
  ///
  /// @param sets whether no load has arrived in `load`
  /// @return whether it did
  default boolean visit(
      int season, int node, int segment, boolean sets, V load, boolean adds, V tail) {
    return false;
  }

  /// Loads as doubles, index `member * draws + draw`, for lakes.
  double[] toDouble(V load);

  void fromDouble(double[] load, V to);

  /// Records the results of a lake: its mean concentration and its mass at the season's end, index
  /// as in [#toDouble].
  ///
  /// @param node of the lake, whose other places have its water too, where none leaves it that
  ///   [#pass] would record
  void recordLake(int season, int place, int node, double[] concentration, double[] massAtEnd);

  /// Adds `load` times `factor` to a line of the balance.
  void tally(MassLine line, double[] load, double factor);

  /// Whether the carrier keeps sums, which must not depend on which thread runs which part.
  boolean tallies();

  /// Hands over the tallies.
  void finish();

  /// Processes that act on the way, and results that are kept.
  enum How {
    /// Loads along the way, saturation, bed and light act; no results are kept.
    FORCED,
    /// Only the reactions act.
    HOMOGENEOUS,
    /// Everything acts; results and balances are kept.
    RECORDED;

    public boolean isForced() {
      return this != HOMOGENEOUS;
    }
  }
}
