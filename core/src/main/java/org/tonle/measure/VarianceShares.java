package org.tonle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tonle.convert.Text;
import org.tonle.draw.Normal;

/// Variance shares: how much of an output's variance would vanish if an input were known. They are
/// the first-order shares of Sobol, Var(E[Y | X]) / Var(Y), computed from the existing draws
/// (docs/theory/measuring.md, Eqs. 1–3).
///
/// Draws are divided by the rank of the input into classes of equal number; inside a class the
/// input is nearly constant. Variances inside classes are unbiased, so an input without influence
/// has a share of 0 on average.
public final class VarianceShares {
  /// Fewer draws cannot be divided into classes.
  private static final int FEWEST = 8;

  /// With fewer draws every share counts as 0.
  private static final int FEWEST_BELIEVED = 30;

  private final int[] order;

  /// @param input one value for each draw
  public VarianceShares(double[] input) {
    order =
        IntStream.range(0, input.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> input[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /// Share of the input in an output; 0 where the output does not vary. May fall slightly below 0
  /// by chance.
  public double of(double[] output) {
    int n = order.length;
    if (output.length != n) {
      throw new IllegalArgumentException(
          Text.format("%d inputs for %d outputs.", n, output.length));
    }
    double all = variance(output, 0, n);
    int classes = classes(n);
    if (!(all > 0) || n < FEWEST) {
      return 0;
    }
    double[] sorted = Arrays.stream(order).mapToDouble(i -> output[i]).toArray();
    double inside = 0;
    for (int c = 0; c < classes; c++) {
      int from = (int) ((long) n * c / classes);
      int to = (int) ((long) n * (c + 1) / classes);
      inside += variance(sorted, from, to) * (to - from) / n;
    }
    return 1 - inside / all;
  }

  private static int classes(int draws) {
    return StrictMath.max(2, (int) StrictMath.sqrt(draws / 4.0));
  }

  /// The share that any of so many inputs without influence reaches by chance in only one case in a
  /// hundred. For such an input, n times its share plus the degrees of freedom of the classes is
  /// distributed as χ²; the quantile is that of Wilson and Hilferty (1931).
  public static double floor(int draws, int inputs) {
    if (draws < FEWEST_BELIEVED) {
      return 1;
    }
    int freedoms = classes(draws) - 1;
    double z = Normal.quantile(1 - 0.01 / StrictMath.max(1, inputs));
    double part = 2.0 / (9.0 * freedoms);
    double root = 1 - part + z * StrictMath.sqrt(part);
    return StrictMath.min(1, freedoms * (root * root * root - 1) / draws);
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
