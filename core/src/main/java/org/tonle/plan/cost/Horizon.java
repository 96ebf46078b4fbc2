package org.tonle.plan.cost;

/// Horizon of a plan: the years that its costs are counted in.
///
/// @param years from the base year on; what stands at the end of the last has a residual value
/// @param discount_per_a 0.06 = 6 % a year
public record Horizon(int years, double discount_per_a) {
  public Horizon {
    if (years < 0 || !(discount_per_a >= 0 && discount_per_a < 1)) {
      throw new IllegalArgumentException(
          "years (" + years + ") must be >= 0, discount (" + discount_per_a + ") 0 to 1.");
    }
  }

  /// Worth today of one dollar at the end of a year; year 0 is today.
  public double worth(int year) {
    return StrictMath.pow(1 + discount_per_a, -year);
  }

  /// Worth today of one dollar at the end of every year of a span, the last included.
  ///
  /// @param from first year that is not paid yet, e.g. 0 for payments from year 1 on
  public double worth(int from, int to) {
    double sum = 0;
    for (int year = from + 1; year <= to; year++) {
      sum += worth(year);
    }
    return sum;
  }

  /// Yearly payment at the end of every year of the horizon that is worth one dollar today.
  public double annuity_per_a() {
    return years == 0 ? Double.POSITIVE_INFINITY : 1 / worth(0, years);
  }
}
