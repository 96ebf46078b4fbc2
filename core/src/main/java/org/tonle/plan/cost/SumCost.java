package org.tonle.plan.cost;

/// Sum of two costs by capacity: a plant and the step that follows it.
public record SumCost(CapacityCost first, CapacityCost second) implements CapacityCost {
  @Override
  public double usd(double capacity_m3_per_d) {
    return first.usd(capacity_m3_per_d) + second.usd(capacity_m3_per_d);
  }

  @Override
  public Extent extent(double capacity_m3_per_d) {
    Extent own = first.extent(capacity_m3_per_d);
    return own == Extent.WITHIN ? second.extent(capacity_m3_per_d) : own;
  }

  @Override
  public SumCost times(double factor) {
    return new SumCost(first.times(factor), second.times(factor));
  }
}
