package org.tonle.simulate;

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
