package org.tonle.simulate.lanes;

/// Arithmetic over whole vectors of draws, in float: one form for machines with the vector module,
/// one of plain loops, both with the same bits (docs/theory/engine.md).
///
/// A vector is a `float[]` of its own whose length is a multiple of [#WIDTH]; lanes past the last
/// draw hold finite values that nobody reads.
public interface Lanes {
  /// Lanes that sums run in, and what the length of a vector is a multiple of.
  int WIDTH = 16;

  /// The module that the vector form needs.
  String MODULE = "jdk.incubator.vector";

  /// `vector` or `plain`.
  String name();

  /// `y` = e^x, for x <= 88.
  void exp(float[] x, float[] y);

  /// `y` = φ1(x) = (1 - e^{-x}) / x, for x >= 0.
  void phi1(float[] x, float[] y);

  /// Sum of the first `n`, in [#WIDTH] fixed lanes.
  float sum(float[] x, int n);

  /// Sum of squares of the first `n` less `middle`, in [#WIDTH] fixed lanes.
  float squares(float[] x, int n, float middle);

  /// Copies those of the first `n` that lie within any of three brackets into `inside`, which has
  /// room for [#WIDTH] more.
  ///
  /// @param below how many lie below each, filled
  /// @return how many were copied
  int gather(float[] x, int n, float[] low, float[] high, int[] below, float[] inside);

  /// Copies those of the first `n` that lie within `low` and `high` into `inside`, which has room
  /// for [#WIDTH] more.
  ///
  /// @return how many lie below `low` in the upper half, how many were copied in the lower
  long between(float[] x, int n, float low, float high, float[] inside);

  /// The values of rank `rank` (0 the least) and `rank` + 1, or the last, among the first `n`; what
  /// stands behind them in `x` is overwritten up to a multiple of [#WIDTH].
  void ranked(float[] x, int n, int rank, float[] pair);

  /// The steps that linked reactions need, in the same form; one per thread.
  Reactions reactions();

  /// The vector form where Java was started with its module, else the plain form.
  static Lanes best() {
    return isVectorAtHand() ? new VectorLanes() : new PlainLanes();
  }

  /// Whether Java was started with the vector module.
  static boolean isVectorAtHand() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /// Length of a vector for so many draws.
  static int length(int draws) {
    return (draws + WIDTH - 1) / WIDTH * WIDTH;
  }
}
