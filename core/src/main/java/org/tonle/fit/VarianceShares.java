package org.tonle.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How much of an output's variance would go if an input were known: the first-order share of
/// Sobol, Var(E[Y | X]) / Var(Y), from draws that are there anyway (docs/theory/fit.md, Eq. 16).
///
/// Draws are cut by the rank of the input into classes of equal number; inside a class the input is
/// as good as known. Variances inside classes are unbiased, so an input without influence has a
/// share of 0 on average.
public final class VarianceShares {
  private VarianceShares() {}

  /// Share of one input; 0 where the output does not vary. May fall slightly below 0 by chance.
  public static double of(double[] input, double[] output) {
    int n = input.length;
    if (output.length != n) {
      throw new IllegalArgumentException("%d inputs for %d outputs.".formatted(n, output.length));
    }
    double all = variance(output, 0, n);
    int classes = StrictMath.max(2, (int) StrictMath.sqrt(n / 4.0));
    if (!(all > 0) || n < 8) {
      return 0;
    }
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> input[i]));
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = output[order[i]];
    }
    double inside = 0;
    for (int c = 0; c < classes; c++) {
      int from = (int) ((long) n * c / classes);
      int to = (int) ((long) n * (c + 1) / classes);
      inside += variance(sorted, from, to) * (to - from) / n;
    }
    return 1 - inside / all;
  }

  private static double variance(double[] values, int from, int to) {
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += values[i];
    }
    mean /= to - from;
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum / (to - from - 1);
  }
}
