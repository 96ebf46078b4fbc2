package org.tonle.plan.cost;

import org.tonle.model.CostItem;

/// Price of a cost item in US dollars of the base year (docs/theory/cost.md, Eq. 9).
///
/// @param dollar_usd dollars of the base year for one unit of the item's money
public record ItemPrice(CostItem item, double dollar_usd) {
  /// Capital of a quantity of it.
  ///
  /// @param count how much of the item's measure
  /// @param flow_m3_per_d flow through it; of no effect where the price does not depend on it
  public double capital_usd(double count, double flow_m3_per_d) {
    return item.capital() * dollar_usd * count * byFlow(flow_m3_per_d);
  }

  /// Running cost of a year of the same.
  public double running_usd_per_a(double count, double flow_m3_per_d) {
    return item.running_per_a() * dollar_usd * count * byFlow(flow_m3_per_d);
  }

  private double byFlow(double flow_m3_per_d) {
    return item.exponent() == 0 ? 1 : StrictMath.pow(flow_m3_per_d, item.exponent());
  }
}
