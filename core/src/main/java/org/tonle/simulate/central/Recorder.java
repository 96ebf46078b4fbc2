package org.tonle.simulate.central;

import org.jspecify.annotations.Nullable;
import org.tonle.draw.ReadingError;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearLimit;
import org.tonle.simulate.YearSums;

/// Recorder that turns the vectors of a place into statistics as soon as they are complete.
final class Recorder {
  private final GroupResult result;
  private final Thresholds thresholds;
  private final Keep wanted;
  private final int limits;
  private final int members;
  private final int oxygen;
  private final int draws;
  private final YearSums years;
  private final Kinetics kinetics;
  private final Read read;
  private final double[] sorted;

  /// How a constituent of the study is read at a place.
  @FunctionalInterface
  interface Read {
    @Nullable ReadingError at(int place, int constituent);
  }

  Recorder(
      GroupResult result,
      Thresholds thresholds,
      YearSums years,
      Kinetics kinetics,
      Keep wanted,
      Read read,
      int draws) {
    this.kinetics = kinetics;
    this.read = read;
    this.result = result;
    this.thresholds = thresholds;
    this.years = years;
    this.limits = thresholds.size();
    this.wanted = wanted;
    members = kinetics.memberCount();
    oxygen = kinetics.oxygen();
    this.draws = draws;
    sorted = new double[draws];
  }

  GroupResult result() {
    return result;
  }

  /// Records all members of a place. Vectors are of concentration, index `member * draws + draw`.
  void record(int season, int place, double[] head, double[] end, double[] worst) {
    for (int m = 0; m < members; m++) {
      int at = result.at(season, place, m);
      if (draws == 1) {
        result.head[at] = head[m];
        result.end[at] = end[m];
        result.worst[at] = worst[m];
      }
      System.arraycopy(worst, m * draws, sorted, 0, draws);
      if (m == oxygen) {
        clip();
      }
      moments(at);
      ReadingError reading = read.at(place, kinetics.constituents()[m]);
      for (int d = 0; reading != null && d < draws; d++) {
        sorted[d] = reading.read(worst[m * draws + d], d);
      }
      countYear(season, place, m);
      percentiles(at);
      count(season, place, m);
    }
  }

  private void clip() {
    for (int d = 0; d < draws; d++) {
      sorted[d] = StrictMath.max(0, sorted[d]);
    }
  }

  /// Mean and deviation of the simulated concentration, before it is read.
  private void moments(int at) {
    double mean = VectorStatistics.mean(sorted, draws);
    result.statistic[0][at] = (float) mean;
    if (wanted.deviation()) {
      result.statistic[1][at] = (float) VectorStatistics.standardDeviation(sorted, draws, mean);
    }
  }

  private void percentiles(int at) {
    VectorStatistics.sort(sorted, draws);
    for (int p = 0; p < wanted.percentileShare().size(); p++) {
      result.statistic[2 + p][at] =
          (float) VectorStatistics.percentile(sorted, draws, wanted.percentileShare().get(p));
    }
  }

  /// Counts limits of the year, before the draws are sorted.
  private void countYear(int season, int place, int member) {
    int from = thresholds.first(result.slot(place) * members + member);
    int to = thresholds.first(result.slot(place) * members + member + 1);
    for (int i = from; i < to; i++) {
      YearLimit year = thresholds.year(i);
      if (year != null) {
        result.met[i] = years.add(year, i, season, d -> sorted[d]);
      }
    }
  }

  private void count(int season, int place, int member) {
    int from = thresholds.start()[result.slot(place) * members + member];
    int to = thresholds.start()[result.slot(place) * members + member + 1];
    for (int i = from; i < to; i++) {
      if (thresholds.year(i) != null) {
        continue;
      }
      double limit = thresholds.limit(season, i);
      boolean isMinimum = thresholds.isMinimum()[i];
      int met = 0;
      for (int d = 0; d < draws; d++) {
        if (isMinimum ? sorted[d] >= limit : sorted[d] <= limit) {
          met++;
        }
      }
      result.met[season * limits + i] = met;
    }
  }
}
