package org.tonle.plan.cost;

import org.tonle.model.Technology.Capacity;

/// Straight lines between points (docs/theory/cost.md, Eq. 4): from 0 to the first, and from the
/// last on as steep as the line before it.
///
/// @param capacities_m3_per_d rising
public record PointsCost(double[] capacities_m3_per_d, double[] costs_usd) implements CapacityCost {
  public PointsCost {
    if (capacities_m3_per_d.length < 2 || capacities_m3_per_d.length != costs_usd.length) {
      throw new IllegalArgumentException(
          "Points ("
              + capacities_m3_per_d.length
              + " capacities, "
              + costs_usd.length
              + " costs) must be at least two pairs.");
    }
    capacities_m3_per_d = capacities_m3_per_d.clone();
    costs_usd = costs_usd.clone();
  }

  @Override
  public double usd(double capacity_m3_per_d) {
    if (capacity_m3_per_d <= 0) {
      return 0;
    }
    if (capacity_m3_per_d <= capacities_m3_per_d[0]) {
      return costs_usd[0] * (capacity_m3_per_d / capacities_m3_per_d[0]);
    }
    int i = 1;
    while (i < capacities_m3_per_d.length - 1 && capacity_m3_per_d > capacities_m3_per_d[i]) {
      i++;
    }
    double slope =
        (costs_usd[i] - costs_usd[i - 1]) / (capacities_m3_per_d[i] - capacities_m3_per_d[i - 1]);
    return costs_usd[i - 1] + slope * (capacity_m3_per_d - capacities_m3_per_d[i - 1]);
  }

  @Override
  public Extent extent(double capacity_m3_per_d) {
    return PowerCost.extent(
        new Capacity(capacities_m3_per_d[0], capacities_m3_per_d[capacities_m3_per_d.length - 1]),
        capacity_m3_per_d);
  }

  @Override
  public PointsCost times(double factor) {
    double[] costs = new double[costs_usd.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = costs_usd[i] * factor;
    }
    return new PointsCost(capacities_m3_per_d, costs);
  }
}
