package org.tonle.plan.tree;

/// River tree: reaches that flow together, and sources that each take one of several options.
///
/// @param down the reach below, or -1
/// @param kept share of the load of a reach that reaches the reach below, by constituent and reach
/// @param cap load that a reach may bear at its head, by constituent and reach
/// @param reach the reach of every source
/// @param cost cost of every source's options
/// @param load load that is left of a source under an option, by source, option and constituent
public record RiverTree(
    int[] down, double[][] kept, double[][] cap, int[] reach, double[][] cost, double[][][] load) {

  public int constituentCount() {
    return cap.length;
  }

  public int sourceCount() {
    return reach.length;
  }

  /// The same tree under standards that are stricter (below 1) or laxer.
  public RiverTree withCaps(double factor) {
    double[][] scaled = new double[cap.length][];
    for (int k = 0; k < cap.length; k++) {
      scaled[k] = cap[k].clone();
      for (int r = 0; r < scaled[k].length; r++) {
        scaled[k][r] *= factor;
      }
    }
    return new RiverTree(down, kept, scaled, reach, cost, load);
  }

  public double costOf(int[] option) {
    double sum = 0;
    for (int s = 0; s < option.length; s++) {
      sum += cost[s][option[s]];
    }
    return sum;
  }

  /// The largest load over its cap, minus 1, over all reaches and constituents; at most 0 where
  /// every standard holds. Where a cap is 0, any load is too much.
  public double excess(int[] option) {
    double worst = -1;
    int[] order = ReachOrder.of(down);
    for (int k = 0; k < cap.length; k++) {
      double[] carried = new double[down.length];
      for (int s = 0; s < option.length; s++) {
        carried[reach[s]] += load[s][option[s]][k];
      }
      for (int r : order) {
        if (carried[r] > 0) {
          worst = Math.max(worst, carried[r] / cap[k][r] - 1);
        }
        if (down[r] >= 0) {
          carried[down[r]] += carried[r] * kept[k][r];
        }
      }
    }
    return worst;
  }
}
