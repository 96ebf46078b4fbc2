package org.tonle.plan.program;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Order of sites and options: in order of a figure, or with the figures shaken in a way that
/// depends on a row and a number alone, so that the same question always gets the same answer.
final class ShakenOrder {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;
  private final boolean isShaken;

  ShakenOrder(int row, int number) {
    state = row * 1_000_003L + number;
    isShaken = number > 0;
  }

  /// A number from 0 to below 1.
  double next() {
    state += STEP;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
  }

  /// Places of the figures from the smallest to the largest; ties in order of place.
  int[] order(double[] figure) {
    double[] by = figure.clone();
    for (int i = 0; isShaken && i < by.length; i++) {
      by[i] *= 2 * next();
    }
    return IntStream.range(0, by.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> by[i]).thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
