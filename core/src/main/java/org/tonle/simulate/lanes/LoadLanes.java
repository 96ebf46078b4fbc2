package org.tonle.simulate.lanes;

import org.jspecify.annotations.Nullable;

/// Lanes for loads on their way, over whole vectors of draws as [Lanes]: one form uses the vector
/// module, one uses plain loops, and both give the same bits. One instance per thread.
public interface LoadLanes {
  /// `to` += Σ load[row] · vectors[vector[row]] over the rows `from` to `end`, exclusive.
  ///
  /// @param sets whether `to` counts as 0 before
  void addLoads(
      float[] to, boolean sets, int from, int end, float[] load, int[] vector, float[][] vectors);

  /// `to` = `x`, or `to` += `x` if it `adds`.
  void addOrSet(float[] x, boolean adds, float[] to);

  /// `to` = `x` · `y`, or `to` += `x` · `y` if it `adds`.
  void multiply(float[] x, float[] y, boolean adds, float[] to);

  /// `to` += `factor` · `x`.
  void addScaled(float[] x, float factor, float[] to);

  /// `to` += `factor` · (`head` · `fraction` - `tail`).
  void addLost(float[] head, float fraction, float[] tail, float factor, float[] to);

  /// `to` = `factor` · `x`.
  void scale(float[] x, float factor, float[] to);

  /// `to` = the higher of `x` · `factor` and `y`.
  void higher(float[] x, float factor, float[] y, float[] to);

  /// `to` = the lower of `x` · `factor` and `y`.
  void lower(float[] x, float factor, float[] y, float[] to);

  /// `tail` = `head` · `fraction` · e^{-x} with the losses x, or `tail` += that if it `adds`.
  void decay(float[] head, float fraction, Losses losses, boolean adds, float[] tail);

  /// A reach in one pass: its tail, mean concentration and the number of values at most the limit,
  /// and, if measured, concentrations and their deviation; the bits are those of [#addLoads],
  /// [#decay], [#concentration] and [#meanAndCount].
  void pass(Passage passage, int draws, Moments moments);

  /// `tail` = `head` · `fraction` · e^{-x} + `along` · φ1(x).
  void decayAlong(float[] head, float fraction, float[] along, Losses losses, float[] tail);

  /// `to` = `load` · `scale` · `per`, not below 0 if `isClipped`; its mean and deviation.
  ///
  /// @param per central over drawn discharge, or null for 1
  void concentration(
      float[] load,
      float scale,
      float @Nullable [] per,
      boolean isClipped,
      int draws,
      float[] to,
      Moments moments);

  /// Smallest and largest of the first `draws` of `x`.
  void range(float[] x, int draws, Moments moments);

  /// Mean of `load` · `scale` · `per` and the number of values at most `limit`.
  void meanAndCount(
      float[] load, float scale, float @Nullable [] per, int draws, float limit, Moments moments);

  /// Mean of `x` · `scale` · `y`.
  void meanOfProduct(float[] x, float scale, float[] y, int draws, Moments moments);

  /// Number of the first `draws` of `x` that are at most `limit`.
  int countAtMost(float[] x, int draws, float limit);
}
