package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// What happens to loads on their way, over whole vectors of draws as [Lanes]: one form for
/// machines with the vector module, one of plain loops, both with the same bits.
interface LoadLanes {
  /// `to` += Σ load[row] · vectors[vector[row]] over the rows `from` to `end`, exclusive.
  void addLoads(float[] to, int from, int end, float[] load, int[] vector, float[][] vectors);

  /// `to` += `x`.
  void add(float[] x, float[] to);

  /// `to` += `factor` · `x`.
  void addScaled(float[] x, float factor, float[] to);

  /// `to` += `factor` · (`head` - `tail`).
  void addLost(float[] head, float[] tail, float factor, float[] to);

  /// `to` = `factor` · `x`.
  void scale(float[] x, float factor, float[] to);

  /// `to` = the higher of the two.
  void higher(float[] x, float[] y, float[] to);

  /// `to` = the lower of the two.
  void lower(float[] x, float[] y, float[] to);

  /// `tail` = `head` · e^{-x}, x = (`still` + Σ loss[r] · vector[r]) · `time`.
  ///
  /// @param count reactions in `loss` and `vector`
  /// @param time factor of the travel time, or null for 1
  void decay(
      float[] head,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail);

  /// The same with a load spread along the way: `tail` = `head` · e^{-x} + `along` · φ1(x).
  void decayAlong(
      float[] head,
      float[] along,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail);

  /// `to` = `load` · `scale` · `per`, not below 0 where `isClipped`.
  ///
  /// @param per central over drawn discharge, or null for 1
  void concentration(
      float[] load, float scale, float @Nullable [] per, boolean isClipped, float[] to);

  /// Mean, deviation and range of the first `draws` of `x`.
  void moments(float[] x, int draws, Moments moments);

  /// How many of the first `draws` of `x` are at most `limit`.
  int countAtMost(float[] x, int draws, float limit);

  /// The vector form where Java was started with its module, else the plain form.
  static LoadLanes best() {
    return Lanes.isVectorAtHand() ? new VectorLoadLanes() : new PlainLoadLanes();
  }
}
