package org.tonle.plan.cost;

/// Cost by capacity in US dollars of the base year (docs/theory/cost.md, Eqs. 1–4). It is 0 at no
/// capacity and never falls as the capacity grows.
public sealed interface CapacityCost permits PowerCost, PointsCost, SumCost {
  /// Where a capacity lies in the range that a curve was fitted to.
  enum Extent {
    WITHIN,
    BELOW,
    ABOVE
  }

  double usd(double capacity_m3_per_d);

  /// Whether the cost at this capacity is an extrapolation.
  Extent extent(double capacity_m3_per_d);

  /// The same curve times a factor.
  CapacityCost times(double factor);
}
