package org.tonle.plan.siting;

import java.util.Arrays;

/// Sewer trees: where every town's wastewater goes, and what that costs by our own arithmetic.
///
/// @param next sewer by which each town passes its wastewater on; −1 = a plant there
public record SewerTree(int[] next) {
  /// A plant in every town.
  static SewerTree apart(int towns) {
    int[] next = new int[towns];
    Arrays.fill(next, -1);
    return new SewerTree(next);
  }

  /// Flow that each town passes on or treats; empty where sewers run in a circle.
  public double[] flow_m3_per_d(TrunkNetwork network) {
    int towns = next.length;
    int[] waits = new int[towns];
    for (int sewer : next) {
      if (sewer >= 0) {
        waits[network.to()[sewer]]++;
      }
    }
    double[] flow = network.own_m3_per_d().clone();
    int[] order = new int[towns];
    int count = 0;
    for (int i = 0; i < towns; i++) {
      if (waits[i] == 0) {
        order[count++] = i;
      }
    }
    for (int k = 0; k < count; k++) {
      int town = order[k];
      if (next[town] >= 0) {
        int below = network.to()[next[town]];
        flow[below] += flow[town];
        if (--waits[below] == 0) {
          order[count++] = below;
        }
      }
    }
    return count == towns ? flow : new double[0];
  }

  /// Cost of all plants and sewers; +∞ where sewers run in a circle.
  public double cost_usd(TrunkNetwork network) {
    double[] flow = flow_m3_per_d(network);
    double sum = flow.length == 0 ? Double.POSITIVE_INFINITY : 0;
    for (int i = 0; i < flow.length; i++) {
      sum += network.cost_usd(next[i], flow[i]);
    }
    return sum;
  }

  /// Town at whose plant each town's wastewater ends.
  public int[] plantOf(TrunkNetwork network) {
    int[] found = new int[next.length];
    for (int i = 0; i < found.length; i++) {
      int town = i;
      while (next[town] >= 0) {
        town = network.to()[next[town]];
      }
      found[i] = town;
    }
    return found;
  }
}
