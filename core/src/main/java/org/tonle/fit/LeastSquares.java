package org.tonle.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Text;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;

/// Least squares, non-linear, on log residuals, after Levenberg and Marquardt, from several starts
/// (docs/theory/fit.md, Eqs. 3–5).
///
/// Parameters that can only be positive are searched by their logarithm. A parameter that reaches a
/// bound is held there.
public final class LeastSquares {
  private static final int MOST_STEPS = 200;

  /// Relative change at which a search with exact derivatives ends.
  public static final double EXACT = 1e-12;

  /// The same tolerance where derivatives are differences of whole runs.
  public static final double ROUGH = 1e-6;

  /// Sums of two starts that differ by less than this share count as equal.
  private static final double SAME = 1e-6;

  private static final double ENTANGLED = 0.95;

  /// Rounds in which the spread of the residuals settles.
  private static final int ROUNDS = 3;

  private final List<FitTarget> targets;
  private final List<Parameter> parameters;
  private final Forward forward;
  private final double tolerance;
  private final double[] simulated;
  private final double[][] derivative;
  private int evaluations;
  private double @Nullable [] best;
  private double bestSum = Double.POSITIVE_INFINITY;

  /// Spread of the residuals, by which the prior is weighed against the data.
  private double spread = 0.5;

  /// @param tolerance relative change of sum and parameters at which a search ends
  public LeastSquares(
      List<FitTarget> targets, List<Parameter> parameters, Forward forward, double tolerance) {
    this.tolerance = tolerance;
    this.targets = List.copyOf(targets);
    this.parameters = List.copyOf(parameters);
    this.forward = forward;
    simulated = new double[targets.size()];
    derivative = new double[targets.size()][parameters.size()];
  }

  /// The best of the fits from all starts.
  public Solution solve(List<double[]> starts) {
    Solution first = solveOnce(starts);
    Solution found = first;
    for (int round = 0; round < ROUNDS && rows() > targets.size(); round++) {
      spread = StrictMath.sqrt(found.sse() / targets.size());
      found = solveOnce(List.of(found.values()));
    }
    return found.afterStarts(first.starts(), first.agreeing());
  }

  private Solution solveOnce(List<double[]> starts) {
    List<double[]> ends = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    for (double[] start : starts) {
      double[] end = fit(start);
      ends.add(end);
      sums.add(sse(end));
    }
    double least = sums.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double[] best = ends.get(sums.indexOf(least));
    int agreeing = (int) sums.stream().filter(s -> s <= least * (1 + SAME) + 1e-300).count();
    return describe(best, starts.size(), agreeing);
  }

  // ---- the search

  private boolean isLog(int parameter) {
    Parameter p = parameters.get(parameter);
    return p.low() >= 0 && p.startValue() > 0;
  }

  private double coded(int parameter, double value) {
    return isLog(parameter) ? StrictMath.log(value) : value;
  }

  private double decoded(int parameter, double coded) {
    return isLog(parameter) ? StrictMath.exp(coded) : coded;
  }

  private double bounded(int parameter, double value) {
    Parameter p = parameters.get(parameter);
    double low = isLog(parameter) ? StrictMath.max(p.low(), 1e-9 * p.startValue()) : p.low();
    return StrictMath.max(low, StrictMath.min(p.high(), value));
  }

  private double[] fit(double[] start) {
    int n = parameters.size();
    double[] begin = new double[n];
    for (int k = 0; k < n; k++) {
      begin[k] = coded(k, bounded(k, start[k]));
    }
    double[] found = begin;
    try {
      found =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(tolerance)
              .withParameterRelativeTolerance(tolerance)
              .optimize(
                  new LeastSquaresBuilder()
                      .start(begin)
                      .model(this::model)
                      .target(new double[rows()])
                      .parameterValidator(this::valid)
                      .lazyEvaluation(false)
                      .maxEvaluations(MOST_STEPS)
                      .maxIterations(MOST_STEPS)
                      .build())
              .getPoint()
              .toArray();
    } catch (MathRuntimeException e) {
      // The search stops where it is when its tolerances ask for more than double precision can
      // give, or after too many steps; its result is then the best point seen.
      found = best == null ? begin : best.clone();
    }
    best = null;
    bestSum = Double.POSITIVE_INFINITY;
    double[] value = new double[n];
    for (int k = 0; k < n; k++) {
      value[k] = bounded(k, decoded(k, found[k]));
    }
    return value;
  }

  private RealVector valid(RealVector coded) {
    RealVector inside = coded.copy();
    for (int k = 0; k < parameters.size(); k++) {
      inside.setEntry(k, coded(k, bounded(k, decoded(k, coded.getEntry(k)))));
    }
    return inside;
  }

  private int rows() {
    return targets.size() + (int) parameters.stream().filter(p -> p.priorCv().isPresent()).count();
  }

  /// Weighted residuals with reversed sign, and their derivatives by the coded parameters.
  private Pair<RealVector, RealMatrix> model(RealVector coded) {
    int n = parameters.size();
    double[] value = new double[n];
    for (int k = 0; k < n; k++) {
      value[k] = decoded(k, coded.getEntry(k));
    }
    run(value);
    double[] residual = new double[rows()];
    double[][] jacobian = new double[rows()][n];
    for (int i = 0; i < targets.size(); i++) {
      double root = StrictMath.sqrt(targets.get(i).weight());
      double own = targets.get(i).residual(simulated[i]);
      residual[i] = -root * own;
      boolean acts = own != 0 || targets.get(i).observation().bound() == Observation.Bound.EXACT;
      for (int k = 0; k < n && acts; k++) {
        double byValue = root * derivative[i][k] / simulated[i];
        jacobian[i][k] = isLog(k) ? byValue * value[k] : byValue;
      }
    }
    priors(value, residual, jacobian);
    double sum = 0;
    for (double r : residual) {
      sum += r * r;
    }
    if (sum < bestSum) {
      bestSum = sum;
      best = coded.toArray();
    }
    return new Pair<>(
        new ArrayRealVector(residual, false), new Array2DRowRealMatrix(jacobian, false));
  }

  private void priors(double[] value, double[] residual, double[][] jacobian) {
    int row = targets.size();
    for (int k = 0; k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      if (p.priorCv().isPresent()) {
        double cv = p.priorCv().getAsDouble();
        double sigma = StrictMath.sqrt(StrictMath.log1p(cv * cv));
        residual[row] = spread * StrictMath.log(value[k] / p.startValue()) / sigma;
        jacobian[row][k] = spread * (isLog(k) ? 1 : 1 / value[k]) / sigma;
        row++;
      }
    }
  }

  private void run(double[] value) {
    evaluations++;
    forward.evaluate(value, simulated, derivative);
  }

  private double sse(double[] value) {
    run(value);
    double sum = 0;
    for (int i = 0; i < targets.size(); i++) {
      double residual = targets.get(i).residual(simulated[i]);
      sum += targets.get(i).weight() * residual * residual;
    }
    return sum;
  }

  // ---- how sure it is

  private boolean isAtBound(int k, double value) {
    Parameter p = parameters.get(k);
    double near = 1e-6 * StrictMath.max(StrictMath.abs(value), 1e-12);
    return value <= bounded(k, Double.NEGATIVE_INFINITY) + near || value >= p.high() - near;
  }

  private Solution describe(double[] value, int starts, int agreeing) {
    double sse = sse(value);
    int n = parameters.size();
    List<Integer> free = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      if (!isAtBound(k, value[k])) {
        free.add(k);
      }
    }
    double[] coded = new double[n];
    for (int k = 0; k < n; k++) {
      coded[k] = coded(k, value[k]);
    }
    RealMatrix all = model(new ArrayRealVector(coded)).getSecond();
    double[] residual = new double[targets.size()];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = targets.get(i).residual(simulated[i]);
    }
    int df = targets.size() - free.size();
    double variance = rows() > targets.size() ? spread * spread : df > 0 ? sse / df : Double.NaN;
    Precision precision = Precision.of(all, free, variance);
    Precision ofData =
        rows() == targets.size()
            ? precision
            : Precision.of(
                all.getSubMatrix(0, targets.size() - 1, 0, all.getColumnDimension() - 1),
                free,
                variance);
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      int at = free.indexOf(k);
      double byCode = at < 0 ? Double.NaN : precision.standardError()[at];
      double error = isLog(k) ? byCode * value[k] : byCode;
      estimates.add(new Estimate(parameters.get(k), value[k], error, at < 0));
    }
    return new Solution(
        estimates,
        sse,
        df,
        ofData.condition(),
        entangled(ofData, free),
        starts,
        agreeing,
        evaluations,
        residual,
        java.util.Arrays.copyOf(precision.leverage(), targets.size()));
  }

  private List<String> entangled(Precision precision, List<Integer> free) {
    List<String> found = new ArrayList<>();
    for (int a = 0; a < free.size(); a++) {
      for (int b = a + 1; b < free.size(); b++) {
        double r = precision.correlation()[a][b];
        if (StrictMath.abs(r) > ENTANGLED) {
          found.add(
              Text.format(
                  "%s ~ %s (%s)",
                  parameters.get(free.get(a)).name(),
                  parameters.get(free.get(b)).name(),
                  StrictMath.rint(r * 100) / 100));
        }
      }
    }
    return found;
  }

  /// Standard errors, correlations and leverages from the derivatives at the optimum.
  private record Precision(
      double[] standardError, double[][] correlation, double condition, double[] leverage) {

    static Precision of(RealMatrix all, List<Integer> free, double variance) {
      int n = free.size();
      double[] leverage = new double[all.getRowDimension()];
      if (n == 0) {
        return new Precision(new double[0], new double[0][0], 1, leverage);
      }
      double[] length = new double[n];
      RealMatrix scaled = MatrixUtils.createRealMatrix(all.getRowDimension(), n);
      for (int k = 0; k < n; k++) {
        RealVector column = all.getColumnVector(free.get(k));
        length[k] = column.getNorm();
        scaled.setColumnVector(k, length[k] > 0 ? column.mapDivide(length[k]) : column);
      }
      SingularValueDecomposition svd =
          new SingularValueDecomposition(
              scaled.getRowDimension() >= n ? scaled : scaled.transpose());
      double[] s = svd.getSingularValues();
      boolean isFull = scaled.getRowDimension() >= n && s[n - 1] > 1e-10 * s[0];
      double condition = isFull ? s[0] / s[n - 1] : Double.POSITIVE_INFINITY;
      double[] error = new double[n];
      double[][] correlation = new double[n][n];
      if (!isFull) {
        java.util.Arrays.fill(error, Double.NaN);
        return new Precision(error, correlation, condition, leverage);
      }
      double[][] inverse = new double[n][n];
      RealMatrix v = svd.getV();
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          for (int c = 0; c < n; c++) {
            inverse[a][b] += v.getEntry(a, c) * v.getEntry(b, c) / (s[c] * s[c]);
          }
        }
      }
      for (int a = 0; a < n; a++) {
        error[a] = StrictMath.sqrt(variance * inverse[a][a]) / length[a];
        for (int b = 0; b < n; b++) {
          correlation[a][b] = inverse[a][b] / StrictMath.sqrt(inverse[a][a] * inverse[b][b]);
        }
      }
      RealMatrix u = svd.getU();
      for (int i = 0; i < leverage.length; i++) {
        for (int c = 0; c < n; c++) {
          leverage[i] += u.getEntry(i, c) * u.getEntry(i, c);
        }
      }
      return new Precision(error, correlation, condition, leverage);
    }
  }
}
