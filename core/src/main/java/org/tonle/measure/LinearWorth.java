package org.tonle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.draw.Normal;

/// Linear worth of measurements: how much of the variance of an output each would remove, from the
/// covariances over the draws. It is exact if everything is normal and linear
/// (docs/theory/measuring.md, Eqs. 4–7).
///
/// Correlations that chance alone could make count as 0.
public final class LinearWorth {
  /// A measurement with a smaller gain is not worth making.
  private static final double LEAST_GAIN = 0.01;

  /// With less of its variance left than this, a measurement is already known from the others.
  private static final double NOTHING_LEFT = 1e-9;

  /// With fewer draws every correlation counts as 0.
  private static final int FEWEST = 30;

  private final double[][] value;
  private final Noise[] error;
  private final double[][] correlation;
  private final double[] weight;
  private final double chance;

  /// Noise: the error of a measurement, in its unit.
  ///
  /// @param own standard deviation of its independent error
  /// @param common standard deviation of the error shared by all measurements of the same kind
  public record Noise(double own, double common, String kind) {
    public static final Noise NONE = new Noise(0, 0, "");

    /// The same error in a unit that is `unit` times as large.
    private Noise per(double unit) {
      return new Noise(own / unit, common / unit, kind);
    }

    double variance() {
      return own * own + common * common;
    }

    double with(Noise other) {
      return kind.equals(other.kind) ? common * other.common : 0;
    }
  }

  /// Pick of one measurement, made after those before it.
  ///
  /// @param gain share of the variance that it removes in addition to those before it, weighted
  ///   mean over the outputs
  /// @param left share that is left then
  public record Pick(int candidate, double gain, double left) {}

  /// @param candidates quantities that can be measured, `[candidate][draw]`
  /// @param errors error of each measurement
  /// @param outputs quantities asked about, `[output][draw]`
  /// @param weights weights of the outputs
  public LinearWorth(
      double[][] candidates, List<Noise> errors, double[][] outputs, double[] weights) {
    int draws = outputs.length == 0 ? 0 : outputs[0].length;
    value = new double[candidates.length][];
    error = new Noise[candidates.length];
    correlation = new double[candidates.length][outputs.length];
    weight = weights.clone();
    chance = chance(draws, candidates.length);
    double[][] standard = new double[outputs.length][];
    for (int o = 0; o < outputs.length; o++) {
      standard[o] = outputs[o].clone();
      standardise(standard[o]);
    }
    for (int c = 0; c < candidates.length; c++) {
      value[c] = candidates[c].clone();
      double deviation = standardise(value[c]);
      error[c] = errors.get(c).per(deviation > 0 ? deviation : 1);
      for (int o = 0; o < outputs.length; o++) {
        correlation[c][o] = beyondChance(dot(value[c], standard[o]));
      }
    }
  }

  /// The r² that any of so many candidates without correlation reaches by chance in only one case
  /// in a hundred.
  public static double floor(int draws, int candidates) {
    double r = chance(draws, candidates);
    return r * r;
  }

  /// The correlation of that r²: its inverse hyperbolic tangent is normal with variance 1/(n - 3)
  /// (Fisher 1921).
  private static double chance(int draws, int candidates) {
    if (draws < FEWEST) {
      return 1;
    }
    double z = Normal.quantile(1 - 0.005 / StrictMath.max(1, candidates));
    return StrictMath.tanh(z / StrictMath.sqrt(draws - 3.0));
  }

  private double beyondChance(double r) {
    return StrictMath.abs(r) > chance ? r : 0;
  }

  /// Share of an output's variance that measuring the candidate alone removes: r² times the
  /// signal's variance over that of signal and error.
  public double alone(int c, int output) {
    double r = correlation[c][output];
    return r * r / (1 + error[c].variance());
  }

  /// The `count` measurements to make first, each the one that removes most in addition to those
  /// before it; fewer if no other removes a hundredth.
  public List<Pick> first(int count) {
    Known known = new Known();
    double remaining = 1;
    List<Pick> picks = new ArrayList<>();
    while (picks.size() < count) {
      int best = -1;
      double most = LEAST_GAIN;
      for (int c = 0; c < value.length; c++) {
        double gain = known.gain(c);
        if (gain > most) {
          most = gain;
          best = c;
        }
      }
      if (best < 0) {
        break;
      }
      remaining -= most;
      picks.add(new Pick(best, most, StrictMath.max(0, remaining)));
      known.add(best);
    }
    return picks;
  }

  /// State of knowledge after some measurements: the remaining covariances of every measurement
  /// with every output, and the variances of both.
  private final class Known {
    private final double[][] covariance = new double[value.length][];
    private final double[] left = new double[value.length];
    private final double[] outputLeft = new double[weight.length];
    private final List<double[]> told = new ArrayList<>();

    Known() {
      for (int c = 0; c < left.length; c++) {
        covariance[c] = correlation[c].clone();
        left[c] = 1 + error[c].variance();
      }
      Arrays.fill(outputLeft, 1);
    }

    /// Share of the variance that one more measurement removes, weighted mean over the outputs.
    double gain(int c) {
      double sum = 0;
      double all = 0;
      for (int o = 0; o < weight.length; o++) {
        sum += weight[o] * gain(c, o);
        all += weight[o];
      }
      return all > 0 ? sum / all : 0;
    }

    /// The same for one output; 0 if the remaining correlation could be chance.
    private double gain(int c, int o) {
      double square = covariance[c][o] * covariance[c][o];
      double signal = StrictMath.min(1, left[c]);
      if (!(left[c] > NOTHING_LEFT) || square <= chance * chance * signal * outputLeft[o]) {
        return 0;
      }
      return StrictMath.min(square / left[c], outputLeft[o]);
    }

    /// Removes the information of a measurement from all covariances and variances.
    void add(int best) {
      double deviation = StrictMath.sqrt(left[best]);
      double[] own = covariance[best].clone();
      double[] share = new double[left.length];
      for (int o = 0; o < own.length; o++) {
        outputLeft[o] -= gain(best, o);
      }
      for (int c = 0; c < share.length; c++) {
        double between = c == best ? left[c] : between(c, best) - before(c, best);
        share[c] = between / deviation;
        left[c] = c == best ? 0 : left[c] - share[c] * share[c];
        for (int o = 0; o < own.length; o++) {
          boolean isTold = correlation[c][o] != 0;
          covariance[c][o] -= isTold ? share[c] * own[o] / deviation : 0;
        }
      }
      told.add(share);
    }

    private double before(int a, int b) {
      double sum = 0;
      for (double[] share : told) {
        sum += share[a] * share[b];
      }
      return sum;
    }
  }

  private double between(int a, int b) {
    return beyondChance(dot(value[a], value[b])) + error[a].with(error[b]);
  }

  /// Scales values to mean 0 and sum of squares 1, or all to 0 if they do not vary. Returns the
  /// standard deviation.
  private static double standardise(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double v : values) {
      mean += v / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      values[i] -= mean;
      squares += values[i] * values[i];
    }
    double scale = squares > 0 ? 1 / StrictMath.sqrt(squares) : 0;
    for (int i = 0; i < n; i++) {
      values[i] *= scale;
    }
    return n > 1 ? StrictMath.sqrt(squares / (n - 1)) : 0;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
