package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// Turns the float vectors of a place into statistics while they are in the cache.
final class FloatRecorder {
  private final LoadLanes lanes;
  private final GroupResult result;
  private final Thresholds thresholds;
  private final int members;
  private final int oxygen;
  private final int draws;
  private final float[] measured;
  private final Moments moments = new Moments();
  private final float[] sorted;
  private final float[] found = new float[GroupResult.PERCENTILES.size()];

  FloatRecorder(FloatGroup group) {
    lanes = group.lanes();
    result = group.result();
    thresholds = group.thresholds();
    members = group.kinetics().memberCount();
    oxygen = group.kinetics().oxygen();
    draws = group.vectors().draws();
    measured = new float[group.vectors().length()];
    sorted = new float[draws];
  }

  /// Records loads as concentrations: times `scale`, times `per` where discharge varies.
  void record(int season, int place, float[][] load, float scale, float @Nullable [] per) {
    for (int m = 0; m < members; m++) {
      lanes.concentration(load[m], scale, per, m == oxygen, measured);
      int at = result.at(season, place, m);
      lanes.moments(measured, draws, moments);
      result.statistic[0][at] = moments.mean;
      result.statistic[1][at] = moments.deviation;
      percentiles();
      for (int p = 0; p < found.length; p++) {
        result.statistic[2 + p][at] = found[p];
      }
      count(season, place, m);
    }
  }

  private void percentiles() {
    System.arraycopy(measured, 0, sorted, 0, draws);
    java.util.Arrays.sort(sorted);
    for (int p = 0; p < found.length; p++) {
      double at = (draws - 1) * GroupResult.PERCENTILES.get(p);
      int below = (int) at;
      int above = StrictMath.min(below + 1, draws - 1);
      found[p] = (float) (sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }
  }

  private void count(int season, int place, int member) {
    int limits = thresholds.limit_g_per_m3().length;
    int from = thresholds.start()[place * members + member];
    int to = thresholds.start()[place * members + member + 1];
    for (int i = from; i < to; i++) {
      float limit = (float) thresholds.limit_g_per_m3()[i];
      int atMost =
          limit >= moments.most
              ? draws
              : limit < moments.least ? 0 : lanes.countAtMost(measured, draws, limit);
      int met = atMost;
      if (thresholds.isMinimum()[i]) {
        float below = Math.nextDown(limit);
        int less =
            below >= moments.most
                ? draws
                : below < moments.least ? 0 : lanes.countAtMost(measured, draws, below);
        met = draws - less;
      }
      result.met[season * limits + i] = met;
    }
  }
}
