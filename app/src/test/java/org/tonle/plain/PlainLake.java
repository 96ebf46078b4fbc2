package org.tonle.plain;

import org.tonle.model.Lake;

/// One season of one lake (docs/theory/lakes.md, Eqs. 1–6): what masses at its start and loads that
/// enter become, step by step.
final class PlainLake {
  private final int n;
  private final int steps;
  private final double[][][] step;
  private final double[] volume_m3;
  private final double[][] gain;
  private final double seconds;
  private final After[] ofOne;
  final double end_m3;

  PlainLake(PlainRates rates, PlainWater water, Lake lake, int members) {
    n = members;
    Lake.Seasonal season = lake.seasons().get(water.season);
    steps = water.network.study.settings().routing().lakeSteps();
    double start_m3 = season.volumeStart_km3() * 1e9;
    end_m3 = season.volumeEnd_km3() * 1e9;
    seconds =
        water.network.study.waterways().seasons().get(water.season).duration_d()
            * PlainFigures.DAY_S
            / steps;
    double q = water.leaving(water.network.node(lake.id()));
    step = new double[steps][][];
    volume_m3 = new double[steps];
    gain = new double[steps][];
    for (int i = 0; i < steps; i++) {
      double from = start_m3 + (end_m3 - start_m3) * i / steps;
      double to = start_m3 + (end_m3 - start_m3) * (i + 1) / steps;
      double rise = (to - from) / from;
      volume_m3[i] = rise == 0 ? from : (to - from) / StrictMath.log1p(rise);
      PlainRates.RateSystem system = rates.ofLake(water, lake, volume_m3[i]);
      gain[i] = system.gain();
      step[i] = step(system, q, volume_m3[i]);
    }
    ofOne = new After[2 * n + 1];
    for (int i = 0; i < ofOne.length; i++) {
      ofOne[i] = ofOne(i);
    }
  }

  /// Masses, their mean and what a step brings, after a step, from those before it.
  private double[][] step(PlainRates.RateSystem system, double q, double v) {
    double[][] a = new double[3 * n][3 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = seconds * system.a()[i][j];
      }
      a[i][i] -= seconds * q / v;
      a[i][2 * n + i] = 1;
      a[n + i][i] = 1;
    }
    return PlainMatrix.exp(a);
  }

  /// Masses at the season's end and the season's mean concentrations.
  record After(double[] mass, double[] mean) {}

  /// A season is affine: what single masses and loads become is added up.
  After after(double[] mass, double[] load, boolean hasGains) {
    double[] m = new double[n];
    double[] mean = new double[n];
    for (int i = 0; i < 2 * n + 1; i++) {
      double size = i < n ? mass[i] : i < 2 * n ? load[i - n] : hasGains ? 1 : 0;
      for (int k = 0; k < n && size != 0; k++) {
        m[k] += size * ofOne[i].mass[k];
        mean[k] += size * ofOne[i].mean[k];
      }
    }
    return new After(m, mean);
  }

  private After ofOne(int i) {
    double[] mass = new double[n];
    double[] load = new double[n];
    if (i < 2 * n) {
      (i < n ? mass : load)[i % n] = 1;
    }
    return stepwise(mass, load, i == 2 * n);
  }

  private After stepwise(double[] mass, double[] load, boolean hasGains) {
    double[] m = mass.clone();
    double[] mean = new double[n];
    for (int i = 0; i < steps; i++) {
      double[] before = new double[3 * n];
      for (int k = 0; k < n; k++) {
        before[k] = m[k];
        double gained = hasGains ? gain[i][k] * volume_m3[i] : 0;
        before[2 * n + k] = (load[k] + gained) * seconds;
      }
      double[] found = PlainMatrix.times(step[i], before);
      for (int k = 0; k < n; k++) {
        m[k] = found[k];
        mean[k] += found[n + k] / volume_m3[i] / steps;
      }
    }
    return new After(m, mean);
  }
}
