package org.tonle.fit;

import java.util.List;
import java.util.function.Function;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.tonle.draw.StandardNormals;
import org.tonle.model.Observation;

/// Ensemble smoother with multiple data assimilation: it conditions draws of uncertain inputs on
/// observations (Emerick and Reynolds 2013; docs/theory/fit.md, Eq. 15).
///
/// Inputs are standard-normal numbers, simulated values are logarithms. If the correlation of an
/// input with a simulated value is no larger than chance would give, the input is left unchanged.
public final class EnsembleSmoother {
  private static final int STEPS = 4;

  /// Correlations below this many times 1/√draws are attributed to chance.
  private static final double CHANCE = 3;

  private final List<FitTarget> targets;
  private final double[] variance;
  private final long seed;

  /// @param variance error variance of each log observation, including the model's own error
  public EnsembleSmoother(List<FitTarget> targets, double[] variance, long seed) {
    this.targets = List.copyOf(targets);
    this.variance = variance.clone();
    this.seed = seed;
  }

  /// Draws of the inputs conditioned on the observations.
  ///
  /// @param prior `[input][draw]`, left unchanged
  /// @param forward simulated values `[target][draw]` for draws of the inputs, kernel units
  public double[][] condition(double[][] prior, Function<double[][], double[][]> forward) {
    double[][] z = new double[prior.length][];
    for (int i = 0; i < z.length; i++) {
      z[i] = prior[i].clone();
    }
    for (int step = 0; step < STEPS; step++) {
      update(z, forward.apply(z), step);
    }
    return z;
  }

  private void update(double[][] z, double[][] simulated, int step) {
    int n = targets.size();
    int draws = z.length == 0 ? 0 : z[0].length;
    if (n == 0 || draws < 2) {
      return;
    }
    double[][] log = new double[n][draws];
    double[][] innovation = new double[n][draws];
    for (int j = 0; j < n; j++) {
      double[] noise = StandardNormals.of(seed, "observation error " + step, "" + j, draws);
      double spread = StrictMath.sqrt(STEPS * variance[j]);
      for (int d = 0; d < draws; d++) {
        log[j][d] = StrictMath.log(simulated[j][d]);
        double residual = targets.get(j).residual(simulated[j][d]);
        boolean isMet =
            residual == 0 && targets.get(j).observation().bound() != Observation.Bound.EXACT;
        innovation[j][d] = isMet ? 0 : residual + spread * noise[d];
      }
      center(log[j]);
    }
    double[][] weight = solve(log, innovation, draws);
    for (double[] input : z) {
      move(input, log, weight, draws);
    }
  }

  /// (C_dd + α C_e)⁻¹ times the innovations.
  private double[][] solve(double[][] log, double[][] innovation, int draws) {
    int n = log.length;
    double[][] c = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        c[a][b] = dot(log[a], log[b]) / (draws - 1);
        c[b][a] = c[a][b];
      }
      c[a][a] += STEPS * variance[a];
    }
    RealMatrix right = new Array2DRowRealMatrix(innovation, false);
    return new CholeskyDecomposition(new Array2DRowRealMatrix(c, false), 1e-10, 0)
        .getSolver()
        .solve(right)
        .getData();
  }

  private static void move(double[] input, double[][] log, double[][] weight, int draws) {
    double[] own = input.clone();
    center(own);
    double size = StrictMath.sqrt(dot(own, own));
    double least = CHANCE / StrictMath.sqrt(draws);
    for (int j = 0; j < log.length; j++) {
      double product = dot(own, log[j]);
      double scale = size * StrictMath.sqrt(dot(log[j], log[j]));
      if (scale > 0 && StrictMath.abs(product) > least * scale) {
        double gain = product / (draws - 1);
        for (int d = 0; d < draws; d++) {
          input[d] += gain * weight[j][d];
        }
      }
    }
  }

  private static void center(double[] values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
