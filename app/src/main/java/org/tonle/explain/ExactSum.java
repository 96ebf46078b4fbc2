package org.tonle.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Exact sum: parts written with as many decimals as their total, so that what a reader adds up is
/// the total, to the last digit shown. What rounding leaves goes to the parts that it moves least.
public final class ExactSum {
  /// Significant digits of the total.
  private static final int DIGITS = 3;

  private ExactSum() {}

  /// The total as it is shown.
  public static BigDecimal total(double total) {
    return new BigDecimal(total).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
  }

  /// The parts as they are shown, in their order; they add up to `total(total)`.
  public static List<BigDecimal> parts(List<Double> parts, double total) {
    BigDecimal shown = total(total);
    int scale = shown.scale();
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    List<BigDecimal> rounded = new ArrayList<>();
    BigDecimal left = shown;
    for (double part : parts) {
      BigDecimal one = new BigDecimal(part).setScale(scale, RoundingMode.HALF_UP);
      rounded.add(one);
      left = left.subtract(one);
    }
    boolean isMore = left.signum() > 0;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing(
            i -> {
              BigDecimal over = rounded.get(i).subtract(new BigDecimal(parts.get(i)));
              return isMore ? over : over.negate();
            }));
    for (int k = 0; left.signum() != 0 && !order.isEmpty(); k++) {
      BigDecimal step = isMore ? unit : unit.negate();
      int i = order.get(k % order.size());
      rounded.set(i, rounded.get(i).add(step));
      left = left.subtract(step);
    }
    return List.copyOf(rounded);
  }
}
