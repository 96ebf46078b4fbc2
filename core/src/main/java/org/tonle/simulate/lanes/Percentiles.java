package org.tonle.simulate.lanes;

import java.util.Arrays;

/// Exact percentiles of a vector of draws, while it is in cache (Hyndman and Fan 1996, type 7).
///
/// Where each percentile lay in the vector before, in standard deviations from the mean, tells
/// where to look now: what lies in a bracket about it is compressed, counted, ranked. A bracket
/// that misses is widened once, then all is sorted. What was seen before changes the time, never
/// the value. One instance per thread.
public final class Percentiles {
  /// Up to so many values are ranked by comparing all with all.
  static final int FEW = 48;

  private static final float WIDER = 6;
  private static final float LEAST = 0.02f;
  private static final float MOST = 2;

  private final Lanes lanes;
  private final int draws;
  private final int[] below;
  private final float[] share;
  private final float[] centre;
  private final float[] half;
  private final float[] bracket;
  private final float[] narrow;
  private final float[] pair = new float[2];
  private boolean isSorted;

  /// @param percentiles as shares, such as 0.95
  public Percentiles(Lanes lanes, int draws, double... percentiles) {
    this.lanes = lanes;
    this.draws = draws;
    int n = percentiles.length;
    below = new int[n];
    share = new float[n];
    centre = new float[n];
    half = new float[n];
    for (int k = 0; k < n; k++) {
      double at = (draws - 1) * percentiles[k];
      below[k] = (int) at;
      share[k] = (float) (at - below[k]);
      centre[k] = (float) (1.7 * (2 * percentiles[k] - 1));
      half[k] = 0.5f;
    }
    bracket = new float[Lanes.length(draws) + Lanes.WIDTH];
    narrow = new float[bracket.length];
  }

  /// Fills `found`, one value per percentile, from the first draws of `x`; mean and standard
  /// deviation say where to look and need not be exact.
  public void of(float[] x, float mean, float deviation, float[] found) {
    isSorted = false;
    for (int k = 0; k < below.length; k++) {
      neighbours(x, mean, deviation, k);
      found[k] = Math.fma(share[k], pair[1] - pair[0], pair[0]);
      if (deviation > 0) {
        centre[k] = (found[k] - mean) / deviation;
      }
    }
  }

  /// The draws below and above a percentile, into `pair`.
  private void neighbours(float[] x, float mean, float deviation, int k) {
    float middle = Math.fma(centre[k], deviation, mean);
    float reach = half[k] * deviation;
    if (!isSorted && isFound(x, middle - reach, middle + reach, k)) {
      return;
    }
    half[k] = Math.min(2 * half[k], MOST);
    if (!isSorted && isFound(x, middle - WIDER * reach, middle + WIDER * reach, k)) {
      return;
    }
    if (!isSorted) {
      System.arraycopy(x, 0, bracket, 0, draws);
      Arrays.sort(bracket, 0, draws);
      isSorted = true;
    }
    pick(bracket, draws, below[k]);
  }

  /// Whether both neighbours lie between `low` and `high`; if so they are in `pair`.
  private boolean isFound(float[] x, float low, float high, int k) {
    long counts = lanes.between(x, draws, low, high, bracket);
    int inside = (int) counts;
    int rank = below[k] - (int) (counts >>> 32);
    if (rank < 0 || Math.min(rank + 1, draws - 1 - below[k] + rank) >= inside) {
      return false;
    }
    if (low == high) {
      pair[0] = low;
      pair[1] = low;
      return true;
    }
    if (inside > 32) {
      half[k] = Math.max(0.9f * half[k], LEAST);
    } else if (inside < 12) {
      half[k] = Math.min(1.1f * half[k], MOST);
    }
    select(low, high, inside, rank);
    return true;
  }

  /// The values of rank `rank` and the next among the `n` of the bracket, looked for near where an
  /// even spread would have them.
  private void select(float low, float high, int n, int rank) {
    if (n > FEW) {
      float step = (high - low) / n;
      float middle = Math.fma(step, rank + 0.5f, low);
      float reach = step * (4 + 2 * (float) StrictMath.sqrt(n));
      long counts = lanes.between(bracket, n, middle - reach, middle + reach, narrow);
      int inside = (int) counts;
      int within = rank - (int) (counts >>> 32);
      if (within >= 0 && within + 1 < inside && inside <= FEW) {
        lanes.ranked(narrow, inside, within, pair);
        return;
      }
    }
    if (n <= 2 * FEW) {
      lanes.ranked(bracket, n, rank, pair);
    } else {
      Arrays.sort(bracket, 0, n);
      pick(bracket, n, rank);
    }
  }

  private void pick(float[] sorted, int n, int rank) {
    pair[0] = sorted[rank];
    pair[1] = sorted[Math.min(rank + 1, n - 1)];
  }
}
