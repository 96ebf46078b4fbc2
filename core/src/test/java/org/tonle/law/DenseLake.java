package org.tonle.law;

import java.util.List;
import org.tonle.model.Lake;
import org.tonle.model.Study;

/// One lake in one season, by the scheme the model prescribes: equal steps, each with the
/// logarithmic mean of its volumes, solved by one large matrix exponential.
///
/// For a start mass M [g] and a load W [g/d]: end mass = endOfMass M + endOfLoad W + endConstant;
/// mean concentration = meanOfMass M + meanOfLoad W + meanConstant.
final class DenseLake {
  private static final double SECONDS_PER_D = 86_400;

  final double reference_m3;
  final double[][] endOfMass;
  final double[][] endOfLoad;
  final double[] endConstant;
  final double[][] meanOfMass;
  final double[][] meanOfLoad;
  final double[] meanConstant;
  private final int k;

  DenseLake(Study study, List<String> group, Lake lake, int s, double leaving_m3_per_s) {
    k = group.size();
    Lake.Seasonal season = lake.seasons().get(s);
    double start = season.volumeStart_km3() * 1e9;
    double end = season.volumeEnd_km3() * 1e9;
    reference_m3 =
        1e9 * lake.seasons().stream().mapToDouble(x -> x.volumeEnd_km3()).max().orElseThrow();
    endOfMass = new double[k][k];
    endOfLoad = new double[k][k];
    endConstant = new double[k];
    meanOfMass = new double[k][k];
    meanOfLoad = new double[k][k];
    meanConstant = new double[k];
    for (int m = 0; m < k; m++) {
      endOfMass[m][m] = 1;
    }
    int steps = study.settings().routing().lakeSteps();
    double days = study.waterways().seasons().get(s).duration_d() / steps;
    for (int i = 0; i < steps; i++) {
      double v0 = start + (end - start) * i / steps;
      double v1 = start + (end - start) * (i + 1) / steps;
      double v = StrictMath.abs(v1 - v0) < 1e-9 * v0 ? v0 : (v1 - v0) / StrictMath.log(v1 / v0);
      double depth_m = v / (season.area_km2() * 1e6);
      double t_c = season.temperature_c().orElse(study.settings().ambient().temperature_c());
      DenseReactions here =
          DenseReactions.inLake(
              study, group, depth_m, t_c, season.fringe_km2() / season.area_km2());
      step(here, leaving_m3_per_s * SECONDS_PER_D / v, v, days, steps);
    }
  }

  /// States: concentration M / V, its integral, W / V, 1.
  private void step(DenseReactions here, double flushing_per_d, double v, double days, int steps) {
    double[][] whole = new double[3 * k + 1][3 * k + 1];
    for (int m = 0; m < k; m++) {
      for (int j = 0; j < k; j++) {
        whole[m][j] = (here.matrix[m][j] - (m == j ? flushing_per_d : 0)) * days;
      }
      whole[m][2 * k + m] = days;
      whole[m][3 * k] = here.constant[m] * days;
      whole[k + m][m] = 1;
    }
    double[][] exp = Matrix.exp(whole);
    for (int m = 0; m < k; m++) {
      double constant = exp[k + m][3 * k];
      for (int j = 0; j < k; j++) {
        constant += exp[k + m][j] * endConstant[j] / v;
        for (int i = 0; i < k; i++) {
          meanOfMass[m][j] += exp[k + m][i] * endOfMass[i][j] / v / steps;
          meanOfLoad[m][j] += exp[k + m][i] * endOfLoad[i][j] / v / steps;
        }
        meanOfLoad[m][j] += exp[k + m][2 * k + j] / v / steps;
      }
      meanConstant[m] += constant / steps;
    }
    double[][] mass = new double[k][k];
    double[][] load = new double[k][k];
    double[] constant = new double[k];
    for (int m = 0; m < k; m++) {
      constant[m] = exp[m][3 * k] * v;
      for (int j = 0; j < k; j++) {
        load[m][j] = exp[m][2 * k + j];
        constant[m] += exp[m][j] * endConstant[j];
        for (int i = 0; i < k; i++) {
          mass[m][j] += exp[m][i] * endOfMass[i][j];
          load[m][j] += exp[m][i] * endOfLoad[i][j];
        }
      }
    }
    for (int m = 0; m < k; m++) {
      endOfMass[m] = mass[m];
      endOfLoad[m] = load[m];
      endConstant[m] = constant[m];
    }
  }
}
