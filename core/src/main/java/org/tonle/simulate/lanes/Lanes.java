package org.tonle.simulate.lanes;

/// Lanes: arithmetic over whole vectors of draws, in float. One form uses the vector module, one
/// uses plain loops; both give the same bits (docs/theory/engine.md).
///
/// A vector is a `float[]` of its own whose length is a multiple of [#WIDTH]; lanes past the last
/// draw hold finite values that are never read.
public interface Lanes {
  /// Number of lanes for sums; the length of a vector is a multiple of it.
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
  /// @param below number of values below each bracket, filled
  /// @return number of values copied
  int gather(float[] x, int n, float[] low, float[] high, int[] below, float[] inside);

  /// Copies those of the first `n` that lie within `low` and `high` into `inside`, which has room
  /// for [#WIDTH] more.
  ///
  /// @return number of values below `low` in the upper half, number of values copied in the lower
  ///   half
  long between(float[] x, int n, float low, float high, float[] inside);

  /// The values of rank `rank` (0 the least) and `rank` + 1, or the last, among the first `n`;
  /// later values in `x` are overwritten up to a multiple of [#WIDTH].
  void ranked(float[] x, int n, int rank, float[] pair);

  /// Steps for linked reactions, in the same form; one per thread.
  Reactions reactions();

  /// The vector form if Java was started with its module, else the plain form.
  static Lanes best() {
    return isVectorAtHand() ? new VectorLanes() : new PlainLanes();
  }

  /// Whether Java was started with the vector module.
  static boolean isVectorAtHand() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /// Length of a vector for this number of draws.
  static int length(int draws) {
    return (draws + WIDTH - 1) / WIDTH * WIDTH;
  }
}
