package org.tonle.simulate.lanes;

import java.util.Arrays;

/// Percentiles of a vector of draws, exact, while it is in the cache (Hyndman and Fan 1996, type
/// 7).
///
/// Each is searched in a bracket about the percentile of a lognormal with the same mean and
/// deviation, shifted by the error of this guess for earlier vectors: the values within any of
/// three brackets are gathered in one pass, then ranked. A bracket that misses is moved by the
/// density that its own count implies; after several such moves all values are sorted. Earlier
/// vectors change the time, never the result. One instance per thread.
public final class Percentiles {
  /// Brackets that are gathered in one pass.
  static final int TOGETHER = 3;

  /// Up to this number, values are ranked by comparing all with all.
  static final int FEW = 48;

  private static final int MOVES = 4;

  /// Half width of a bracket in deviations: first, smallest, largest; and its change with every hit
  /// and miss, chosen so that about one bracket in seven misses.
  private static final float HALF = 0.1f;

  private static final float LEAST = 0.01f;
  private static final float MOST = 2;
  private static final float HIT = 0.99f;
  private static final float MISS = 1.06f;
  private static final float WIDER = 1.5f;

  /// Largest logarithm of a guess over the median.
  private static final float FARTHEST = 60;

  /// Share of a bracket's error that corrects the next guess.
  private static final float LEARNT = 0.25f;

  private final Lanes lanes;
  private final int draws;
  private final int[] rank;
  private final float[] share;
  private final float[] normal;
  private final float[] moved;
  private final float[] half;
  private final float[] low = new float[TOGETHER];
  private final float[] high = new float[TOGETHER];
  private final int[] below = new int[TOGETHER];
  private final float[] gathered;
  private final float[] bracket;
  private final float[] narrow;
  private final float[] sorted;
  private final float[] pair = new float[2];
  private float sigma;
  private float perDeviation;
  private float median;
  private boolean isMultiplied;
  private boolean isSorted;

  /// @param percentiles as shares, such as 0.95
  public Percentiles(Lanes lanes, int draws, double... percentiles) {
    this.lanes = lanes;
    this.draws = draws;
    int n = percentiles.length;
    rank = new int[n];
    share = new float[n];
    normal = new float[n];
    moved = new float[n];
    half = new float[n];
    for (int k = 0; k < n; k++) {
      double at = (draws - 1) * percentiles[k];
      rank[k] = (int) at;
      share[k] = (float) (at - rank[k]);
      normal[k] = normal(percentiles[k]);
      half[k] = HALF;
    }
    gathered = new float[Lanes.length(draws) + Lanes.WIDTH];
    bracket = new float[gathered.length];
    narrow = new float[gathered.length];
    sorted = new float[draws];
  }

  /// Percentile of a standard normal, to 5e-4 (Abramowitz and Stegun 1964, 26.2.23).
  private static float normal(double p) {
    double tail = StrictMath.max(1e-9, StrictMath.min(p, 1 - p));
    double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
    double above = 2.515517 + t * (0.802853 + t * 0.010328);
    double under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    double z = t - above / under;
    return (float) (p < 0.5 ? -z : z);
  }

  /// Fills `found`, one value per percentile, from the first draws of `x`; mean and standard
  /// deviation guide the search and need not be exact.
  public void of(float[] x, float mean, float deviation, float[] found) {
    isMultiplied = false;
    shape(mean, deviation);
    search(x, mean, deviation, found);
  }

  /// The same for values that were multiplied by lognormal factors of median 1. Brackets are then
  /// shares of the percentile itself, because the deviation says nothing about its lower side.
  ///
  /// @param mean of the values before, as their `deviation`
  /// @param spread standard deviation of the factors' logarithm
  public void ofMultiplied(float[] x, float mean, float deviation, float spread, float[] found) {
    isMultiplied = true;
    shape(mean, deviation);
    median = mean * Exp32.exp(-0.5f * sigma * sigma);
    sigma = (float) Math.sqrt(sigma * sigma + spread * spread);
    search(x, mean, deviation, found);
  }

  private void search(float[] x, float mean, float deviation, float[] found) {
    isSorted = false;
    for (int first = 0; first < rank.length; first += TOGETHER) {
      int count = Math.min(TOGETHER, rank.length - first);
      for (int i = 0; i < TOGETHER; i++) {
        boolean isOne = i < count;
        float middle = isOne ? middle(first + i, mean, deviation) : 0;
        float reach = isOne ? half[first + i] * unit(middle, deviation) : 0;
        low[i] = isOne ? middle - reach : Float.POSITIVE_INFINITY;
        high[i] = isOne ? middle + reach : Float.NEGATIVE_INFINITY;
      }
      int all = lanes.gather(x, draws, low, high, below, gathered);
      for (int i = 0; i < count; i++) {
        int k = first + i;
        int inside = (int) lanes.between(gathered, all, low[i], high[i], bracket);
        if (isFound(k, low[i], high[i], below[i], inside)) {
          half[k] = Math.max(HIT * half[k], LEAST);
        } else {
          half[k] = Math.min(MISS * half[k], MOST);
          move(x, k, low[i], high[i], rank[k] - below[i], inside);
        }
        found[k] = Math.fma(share[k], pair[1] - pair[0], pair[0]);
        learn(k, found[k], mean, deviation);
      }
    }
  }

  /// A lognormal's spread, and its mean over its deviation: σ² = ln(1 + cv²), by Padé.
  private void shape(float mean, float deviation) {
    float cv = deviation / mean;
    float square = cv * cv;
    float variance = square * (6 + square) / (6 + 4 * square);
    boolean isShaped = cv > 0.01f && cv < 10;
    sigma = isShaped ? (float) Math.sqrt(variance) : 0;
    perDeviation = isShaped ? 1 / cv : 0;
  }

  /// Guess of a percentile, in deviations from the mean.
  private float shape(int k) {
    return sigma == 0
        ? normal[k]
        : perDeviation * (Exp32.exp(sigma * (normal[k] - 0.5f * sigma)) - 1);
  }

  private float middle(int k, float mean, float deviation) {
    if (isMultiplied) {
      return median * Exp32.exp(Math.clamp(sigma * (normal[k] + moved[k]), -FARTHEST, FARTHEST));
    }
    return Math.fma(shape(k) + moved[k], deviation, mean);
  }

  /// What brackets are measured in.
  private float unit(float middle, float deviation) {
    return isMultiplied ? Math.abs(middle) * sigma : deviation;
  }

  private void learn(int k, float found, float mean, float deviation) {
    float off =
        isMultiplied
            ? (found - middle(k, mean, deviation)) / unit(middle(k, mean, deviation), deviation)
            : (found - mean) / deviation - shape(k) - moved[k];
    if (Math.abs(off) < MOST) {
      moved[k] += LEARNT * off;
    }
  }

  /// Whether both neighbours lie between `low` and `high`, a range of `inside` values, now in
  /// `bracket`; if so they are in `pair`.
  private boolean isFound(int k, float low, float high, int below, int inside) {
    int within = rank[k] - below;
    if (within < 0 || Math.min(within + 1, draws - 1 - below) >= inside) {
      return false;
    }
    if (low == high) {
      pair[0] = low;
      pair[1] = low;
    } else {
      select(low, high, inside, within);
    }
    return true;
  }

  /// Moves a bracket that missed, by the density of its values, until it hits.
  ///
  /// @param within rank of the wanted value among the `inside` values of the bracket
  private void move(float[] x, int k, float low, float high, int within, int inside) {
    float middle = 0.5f * (low + high);
    float reach = 0.5f * (high - low);
    int rankInside = within;
    int held = inside;
    for (int i = 0; i < MOVES && !isSorted; i++) {
      float off = (rankInside + 0.5f - 0.5f * held) / (held + 1);
      middle += 2 * reach * Math.clamp(off, -2 - i, 2 + i);
      reach *= WIDER;
      long counts = lanes.between(x, draws, middle - reach, middle + reach, bracket);
      held = (int) counts;
      rankInside = rank[k] - (int) (counts >>> 32);
      if (isFound(k, middle - reach, middle + reach, (int) (counts >>> 32), held)) {
        return;
      }
    }
    if (!isSorted) {
      System.arraycopy(x, 0, sorted, 0, draws);
      Arrays.sort(sorted, 0, draws);
      isSorted = true;
    }
    pick(sorted, draws, rank[k]);
  }

  /// The values of rank `within` and the next among the `n` of the bracket, searched near where an
  /// even distribution would have them.
  private void select(float low, float high, int n, int within) {
    if (n > FEW) {
      float step = (high - low) / n;
      float middle = Math.fma(step, within + 0.5f, low);
      float reach = step * (4 + 2 * (float) Math.sqrt(n));
      long counts = lanes.between(bracket, n, middle - reach, middle + reach, narrow);
      int inside = (int) counts;
      int rankInside = within - (int) (counts >>> 32);
      if (rankInside >= 0 && rankInside + 1 < inside && inside <= FEW) {
        lanes.ranked(narrow, inside, rankInside, pair);
        return;
      }
    }
    if (n <= 2 * FEW) {
      lanes.ranked(bracket, n, within, pair);
    } else {
      Arrays.sort(bracket, 0, n);
      pick(bracket, n, within);
    }
  }

  private void pick(float[] sorted, int n, int at) {
    pair[0] = sorted[at];
    pair[1] = sorted[Math.min(at + 1, n - 1)];
  }
}
