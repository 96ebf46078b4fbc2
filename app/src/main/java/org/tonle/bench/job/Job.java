package org.tonle.bench.job;

import org.tonle.network.order.BareCourse;
import org.tonle.simulate.draws.FloatLoads;

/// Job for a kernel: loads on rivers, their variation from draw to draw, and rates; reaches are
/// numbered along the course.
///
/// @param course of the rivers
/// @param travelTime_s of each reach at mean discharge
/// @param perDischarge_s_per_m3 of each reach at mean discharge
/// @param loads of each reach, one list of rows and vectors for all seasons
/// @param flowFactor drawn over central discharge, `[season][draw]`
/// @param wetness discharge of each season over the mean
/// @param rate_per_s first-order loss of each constituent
/// @param limit_g_per_m3 limit with which concentrations are compared
public record Job(
    BareCourse course,
    int draws,
    float[] travelTime_s,
    float[] perDischarge_s_per_m3,
    FloatLoads loads,
    double[][] flowFactor,
    double[] wetness,
    double[] rate_per_s,
    double limit_g_per_m3) {
  /// u goes with Q^0.34 (Leopold and Maddock 1953).
  private static final double TIME_EXPONENT = -0.34;

  private static final int LANES = 16;

  public int reaches() {
    return travelTime_s.length;
  }

  public int constituents() {
    return rate_per_s.length;
  }

  public int seasons() {
    return wetness.length;
  }

  /// Reaches × draws × constituents × seasons.
  public double elements() {
    return (double) reaches() * draws * constituents() * seasons();
  }

  /// Length of a vector of draws.
  static int width(int draws) {
    return (draws + LANES - 1) / LANES * LANES;
  }

  /// Travel time of each reach in a season.
  public float[] travelTime_s(int season) {
    return times(travelTime_s, StrictMath.pow(wetness[season], TIME_EXPONENT));
  }

  public float[] perDischarge_s_per_m3(int season) {
    return times(perDischarge_s_per_m3, 1 / wetness[season]);
  }

  private static float[] times(float[] x, double factor) {
    if (factor == 1) {
      return x;
    }
    float[] found = new float[x.length];
    for (int r = 0; r < x.length; r++) {
      found[r] = (float) (x[r] * factor);
    }
    return found;
  }

  /// Drawn over central travel time.
  float[] timeFactor(int season) {
    float[] factor = new float[width(draws)];
    for (int d = 0; d < draws; d++) {
      factor[d] = (float) StrictMath.pow(flowFactor[season][d], TIME_EXPONENT);
    }
    return factor;
  }

  /// Central over drawn discharge.
  float[] perFlow(int season) {
    float[] factor = new float[width(draws)];
    for (int d = 0; d < draws; d++) {
      factor[d] = (float) (1 / flowFactor[season][d]);
    }
    return factor;
  }
}
