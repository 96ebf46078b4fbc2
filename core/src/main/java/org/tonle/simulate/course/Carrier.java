package org.tonle.simulate.course;

/// What a sweep does with the loads it carries, for one kind of arithmetic.
///
/// A `V` holds the loads of all members of a linked group over all draws [g/s, count/s]. One
/// carrier serves one thread; what it tallies is collected by [#finish].
public interface Carrier<V> {
  /// A vector of zeros.
  V vector();

  void clear(V v);

  void copy(V from, V to);

  /// Adds `from` to `to`.
  void add(V from, V to);

  /// Adds the loads that enter at a node; sets `load` where nothing has arrived.
  void addOwn(int season, int node, boolean sets, V load);

  /// Results and balance of the water that leaves a node.
  void pass(int season, int node, V load);

  /// Carries a node's share of load down a segment.
  ///
  /// @param how what acts and what is kept
  /// @param adds whether what arrives is added to `tail`, else `tail` is set
  void carry(int season, int segment, V load, How how, boolean adds, V tail);

  /// Does at once what [#addOwn], [#pass] and [#carry] do at a node with one segment below, all
  /// being recorded, where the carrier can; `load` then holds nothing that is needed.
  ///
  /// @param sets whether nothing has arrived in `load`
  /// @return whether it did
  default boolean visit(
      int season, int node, int segment, boolean sets, V load, boolean adds, V tail) {
    return false;
  }

  /// Loads as doubles, index `member * draws + draw`, for lakes.
  double[] toDouble(V load);

  void fromDouble(double[] load, V to);

  /// Results of a lake at its place: its mean concentration, index as in [#toDouble].
  void recordLake(int season, int place, double[] concentration);

  /// Adds `load` times `factor` to a line of the balance.
  void tally(MassLine line, double[] load, double factor);

  /// Whether it keeps sums, which must not depend on who runs which part.
  boolean tallies();

  /// Hands over what was tallied.
  void finish();

  /// What acts on the way and what is kept.
  enum How {
    /// Loads along the way, saturation, bed and light act; nothing is kept.
    FORCED,
    /// Nothing but the reactions acts.
    HOMOGENEOUS,
    /// All acts; results and balances are kept.
    RECORDED;

    public boolean isForced() {
      return this != HOMOGENEOUS;
    }
  }
}
