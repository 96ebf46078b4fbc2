package org.tonle.plan.cost;

import org.tonle.model.Technology.Capacity;

/// Power of the capacity, a·Q^b, with a straight line on either side (docs/theory/cost.md, Eqs. 1
/// to 3): small plants cost the ceiling per m³/d, so that the line starts at 0; above the range, or
/// from where one more m³/d costs as little as the floor, each further m³/d costs the same. Both
/// lines join the curve where they meet it, and with b ≤ 1 the whole is concave.
///
/// @param lower_m3_per_d where the line of small plants ends
/// @param small_usd_per_m3_per_d cost of a m³/d up to there
/// @param upper_m3_per_d where the line of large plants begins
/// @param more_usd_per_m3_per_d cost of one more m³/d there
public record PowerCost(
    double factor_usd,
    double exponent,
    Capacity range,
    double lower_m3_per_d,
    double small_usd_per_m3_per_d,
    double upper_m3_per_d,
    double more_usd_per_m3_per_d)
    implements CapacityCost {

  /// @param ceiling_usd most per m³/d for a small plant; infinite = none
  /// @param floor_usd least for one more m³/d of a large plant; 0 = none
  public static PowerCost of(
      double factor_usd, double exponent, Capacity range, double ceiling_usd, double floor_usd) {
    boolean saves = exponent < 1;
    double lower = saves ? meeting(factor_usd, ceiling_usd, exponent) : 0;
    double flat = saves ? meeting(factor_usd * exponent, floor_usd, exponent) : noEnd();
    double upper = StrictMath.max(lower, StrictMath.min(flat, range.most_m3_per_d()));
    double mean = factor_usd * StrictMath.pow(upper, exponent - 1);
    double least = saves ? StrictMath.min(floor_usd, mean) : floor_usd;
    boolean goesOn = upper == noEnd();
    double more = goesOn ? 0 : StrictMath.max(exponent * mean, least);
    return new PowerCost(factor_usd, exponent, range, lower, ceiling_usd, upper, more);
  }

  private static double noEnd() {
    return Double.POSITIVE_INFINITY;
  }

  /// The capacity Q at which a·Q^(b-1) has come down to a cost: 0 for an infinite cost, without end
  /// for none.
  private static double meeting(double factor_usd, double cost_usd, double exponent) {
    if (cost_usd <= 0) {
      return noEnd();
    }
    return StrictMath.pow(factor_usd / cost_usd, 1 / (1 - exponent));
  }

  @Override
  public double usd(double capacity_m3_per_d) {
    if (capacity_m3_per_d <= 0) {
      return 0;
    }
    if (capacity_m3_per_d < lower_m3_per_d) {
      return small_usd_per_m3_per_d * capacity_m3_per_d;
    }
    if (capacity_m3_per_d > upper_m3_per_d) {
      double further_m3_per_d = capacity_m3_per_d - upper_m3_per_d;
      return power(upper_m3_per_d) + more_usd_per_m3_per_d * further_m3_per_d;
    }
    return power(capacity_m3_per_d);
  }

  private double power(double capacity_m3_per_d) {
    return factor_usd * StrictMath.pow(capacity_m3_per_d, exponent);
  }

  @Override
  public Extent extent(double capacity_m3_per_d) {
    return extent(range, capacity_m3_per_d);
  }

  static Extent extent(Capacity range, double capacity_m3_per_d) {
    if (capacity_m3_per_d < range.least_m3_per_d()) {
      return Extent.BELOW;
    }
    return capacity_m3_per_d > range.most_m3_per_d() ? Extent.ABOVE : Extent.WITHIN;
  }

  @Override
  public PowerCost times(double factor) {
    return new PowerCost(
        factor_usd * factor,
        exponent,
        range,
        lower_m3_per_d,
        small_usd_per_m3_per_d * factor,
        upper_m3_per_d,
        more_usd_per_m3_per_d * factor);
  }
}
