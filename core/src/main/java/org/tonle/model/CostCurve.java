package org.tonle.model;

import java.util.List;

/// Cost by capacity, as a table states it, in the currency and year of its price
/// (docs/theory/cost.md, Eqs. 1–4). `plan.cost` computes with it.
public sealed interface CostCurve {
  /// Cost = factor · Q^exponent, Q the capacity in m³/d.
  ///
  /// @param range sizes for which it was fitted; beyond them it is an extrapolation
  /// @param ceilingCost a smaller plant costs no more than this per m³/d; infinite = none
  /// @param floorCost one more m³/d of a large plant costs no less than this; 0 = none
  record Power(
      double factor,
      double exponent,
      Technology.Capacity range,
      double ceilingCost,
      double floorCost,
      Price price)
      implements CostCurve {}

  /// Costs at some capacities, in the order of these; straight lines between them. One point alone
  /// lifts or lowers the default curve so that it passes through it.
  record Points(List<Point> points) implements CostCurve {
    public Points {
      points = List.copyOf(points);
    }
  }

  /// Point of a curve.
  record Point(double capacity_m3_per_d, double cost, Price price) {}

  /// Running cost of a year as a share of the capital.
  record ShareOfCapital(double share_per_a, Provenance provenance) implements CostCurve {}
}
