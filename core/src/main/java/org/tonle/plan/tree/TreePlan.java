package org.tonle.plan.tree;

/// Tree plan: an option for every source that keeps all standards, its cost, and a bound that no
/// such plan costs less than; no options where no plan keeps them.
public record TreePlan(int[] option, double cost, double bound) {
  public boolean isFeasible() {
    return cost < Double.POSITIVE_INFINITY;
  }

  /// An upper bound of the share of the cost that could be saved.
  public double gap() {
    if (!isFeasible()) {
      return Double.POSITIVE_INFINITY;
    }
    return cost == bound ? 0 : (cost - bound) / Math.abs(cost);
  }
}
