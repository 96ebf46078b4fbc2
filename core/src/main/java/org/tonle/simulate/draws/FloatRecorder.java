package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearLimit;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Moments;
import org.tonle.simulate.lanes.Passage;
import org.tonle.simulate.lanes.Percentiles;

/// Recorder that turns the float vectors of a place into statistics while they are in the cache.
final class FloatRecorder {
  /// With more limits than this, they are first compared with the range of the draws.
  private static final int MANY = 3;

  private static final float[] NONE = {};

  private final FloatRiver river;
  private final LoadLanes lanes;
  private final GroupResult result;
  private final Thresholds thresholds;
  private final int members;
  private final int oxygen;
  private final int draws;
  private final boolean hasBands;
  private final int limits;
  private final YearSums years;
  private final float[] measured;
  private final Moments moments = new Moments();
  private final Moments unclipped = new Moments();
  private final Percentiles percentiles;
  private final Percentiles ofRead;
  private final float[] nothing;
  private final float[] found;

  FloatRecorder(FloatRiver river, LoadLanes lanes) {
    this.river = river;
    this.lanes = lanes;
    result = river.result();
    thresholds = river.thresholds();
    years = river.years();
    members = river.members();
    oxygen = river.oxygen();
    draws = river.draws();
    Keep wanted = river.wanted();
    hasBands = wanted.deviation() || !wanted.percentileShare().isEmpty();
    measured = new float[Lanes.length(draws)];
    found = new float[wanted.percentileShare().size()];
    double[] shares = wanted.percentileShare().stream().mapToDouble(p -> p).toArray();
    percentiles = new Percentiles(river.arithmetic(), draws, shares);
    ofRead = new Percentiles(river.arithmetic(), draws, shares);
    nothing = new float[measured.length];
    limits = result.met.length / StrictMath.max(1, river.course().seasons().size());
  }

  /// Records loads that leave a node.
  void recordNode(int season, int place, int node, float[][] load) {
    float leaving = river.perLeaving(season, node);
    if (leaving > 0) {
      record(season, place, load, leaving, river.perNodeFlow(season, node));
    }
  }

  /// Records loads as concentrations: times `scale`, times `per` if discharge varies. Mean and
  /// deviation are those of the simulated concentration; all else is of what is read.
  void record(int season, int place, float[][] load, float scale, float @Nullable [] per) {
    for (int m = 0; m < members; m++) {
      int at = result.at(season, place, m);
      int from = thresholds.first(result.slot(place) * members + m);
      int to = thresholds.first(result.slot(place) * members + m + 1);
      boolean isKept = result.isKept(place);
      boolean isOfSeason = to - from == 0 || thresholds.year(from) == null;
      FloatReading reading = river.reading(place, m);
      boolean isPlain = isOfSeason && m != oxygen && reading == null;
      if (!hasBands && !isKept && to - from <= 1 && isPlain) {
        mean(season, at, from, to, load[m], scale, per);
        continue;
      }
      lanes.concentration(load[m], scale, per, m == oxygen, draws, measured, moments);
      result.statistic[0][at] = moments.mean;
      if (reading != null && reading.adds()) {
        lanes.concentration(load[m], scale, per, false, draws, measured, unclipped);
      }
      read(reading, at);
      if (isKept) {
        System.arraycopy(measured, 0, result.draws(season, place, m), 0, draws);
      }
      count(season, from, to);
    }
  }

  /// Reads what was measured and sets its band.
  private void read(@Nullable FloatReading reading, int at) {
    if (reading != null) {
      reading.read(lanes, measured, nothing);
    }
    if (hasBands) {
      bands(reading, at);
    }
  }

  private void count(int season, int from, int to) {
    moments.least = Float.NEGATIVE_INFINITY;
    moments.most = Float.POSITIVE_INFINITY;
    if (to - from > MANY) {
      lanes.range(measured, draws, moments);
    }
    for (int i = from; i < to; i++) {
      YearLimit year = thresholds.year(i);
      if (year == null) {
        result.met[season * limits + i] = met(i, atMost(counted(season, i)));
      } else {
        result.met[i] = years.add(year, i, season, d -> measured[d]);
      }
    }
  }

  /// Sets what a passage computes for a place of a single member; false if several limits are
  /// compared or every draw is kept.
  boolean isPrepared(int season, int place, Passage passage) {
    int from = thresholds.first(result.slot(place));
    int to = thresholds.first(result.slot(place) + 1);
    boolean isOfYear = to - from == 1 && thresholds.year(from) != null;
    if (to - from > 1 || isOfYear || result.isKept(place)) {
      return false;
    }
    passage.limit = from == to ? 0 : counted(season, from);
    passage.measured = hasBands || river.reading(place, 0) != null ? measured : NONE;
    return true;
  }

  /// Moments that a passage fills.
  Moments moments() {
    return moments;
  }

  /// Records a place of a single member from the moments that a passage found.
  void record(int season, int place) {
    int at = result.at(season, place, 0);
    int from = thresholds.first(result.slot(place));
    int to = thresholds.first(result.slot(place) + 1);
    FloatReading reading = river.reading(place, 0);
    result.statistic[0][at] = moments.mean;
    read(reading, at);
    if (reading != null) {
      count(season, from, to);
    } else if (from < to) {
      result.met[season * limits + from] = met(from, moments.count);
    }
  }

  /// Largest value that is counted for a limit.
  private float counted(int season, int limit) {
    float at = (float) thresholds.limit(season, limit);
    return thresholds.isMinimum(limit) ? Math.nextDown(at) : at;
  }

  private int met(int i, int atMost) {
    return thresholds.isMinimum(i) ? draws - atMost : atMost;
  }

  /// Mean and count of one limit in one pass.
  private void mean(
      int season, int at, int from, int to, float[] load, float scale, float @Nullable [] per) {
    if (from == to) {
      lanes.meanAndCount(load, scale, per, draws, 0, moments);
    } else {
      lanes.meanAndCount(load, scale, per, draws, counted(season, from), moments);
      result.met[season * limits + from] = met(from, moments.count);
    }
    result.statistic[0][at] = moments.mean;
  }

  private void bands(@Nullable FloatReading reading, int at) {
    if (result.statistic[1].length > 0) {
      result.statistic[1][at] = moments.deviation;
    }
    if (found.length > 0) {
      float deviation = moments.deviation;
      if (reading == null) {
        percentiles.of(measured, moments.mean, deviation, found);
      } else if (reading.adds()) {
        percentiles.of(measured, moments.mean, deviation + reading.spread(), found);
      } else {
        ofRead.ofMultiplied(measured, moments.mean, deviation, reading.spread(), found);
      }
      for (int p = 0; p < found.length; p++) {
        result.statistic[2 + p][at] = found[p];
      }
    }
  }

  private int atMost(float limit) {
    if (limit >= moments.most) {
      return draws;
    }
    return limit < moments.least ? 0 : lanes.countAtMost(measured, draws, limit);
  }
}
