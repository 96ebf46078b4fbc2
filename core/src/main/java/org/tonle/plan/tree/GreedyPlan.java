package org.tonle.plan.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Greedy plan: a plan to start from, for any number of constituents.
///
/// All sources first take the option that leaves least; then one after the other, those with most
/// to save first, takes the cheapest option whose load the reaches below still bear.
final class GreedyPlan {
  private final RiverTree tree;
  private final TreeNodes nodes;
  private final int[] option;
  private final int[] nodeOf;
  private final double[][] load;

  private GreedyPlan(RiverTree tree, TreeNodes nodes) {
    this.tree = tree;
    this.nodes = nodes;
    option = new int[tree.sourceCount()];
    nodeOf = new int[option.length];
    load = new double[tree.constituentCount()][nodes.count];
  }

  /// An option for every source; none where this does not find a plan.
  static int[] of(RiverTree tree, TreeNodes nodes) {
    GreedyPlan plan = new GreedyPlan(tree, nodes);
    plan.leaveLeast();
    if (plan.isOver()) {
      return new int[0];
    }
    IntStream.range(0, plan.option.length)
        .boxed()
        .sorted(Comparator.comparingDouble(plan::possibleSaving).reversed())
        .forEach(plan::cheapen);
    return plan.option;
  }

  private void leaveLeast() {
    for (int n = 0; n < nodes.count; n++) {
      for (int i = nodes.start[n]; i < nodes.start[n + 1]; i++) {
        int s = nodes.source[i];
        nodeOf[s] = n;
        for (int o = 1; o < tree.cost()[s].length; o++) {
          option[s] = sum(s, o) < sum(s, option[s]) ? o : option[s];
        }
        for (int k = 0; k < load.length; k++) {
          load[k][n] += tree.load()[s][option[s]][k];
        }
      }
      int below = nodes.parent[n];
      for (int k = 0; k < load.length && below >= 0; k++) {
        load[k][below] += load[k][n] * nodes.kept[k][n];
      }
    }
  }

  /// What an option leaves, each constituent as a share of what the first option leaves of it.
  private double sum(int s, int o) {
    double sum = 0;
    for (int k = 0; k < load.length; k++) {
      double first = tree.load()[s][0][k];
      sum += first == 0 ? tree.load()[s][o][k] : tree.load()[s][o][k] / first;
    }
    return sum;
  }

  private boolean isOver() {
    for (int k = 0; k < load.length; k++) {
      for (int n = 0; n < nodes.count; n++) {
        if (load[k][n] > nodes.cap[k][n]) {
          return true;
        }
      }
    }
    return false;
  }

  private double possibleSaving(int s) {
    return tree.cost()[s][option[s]] - Arrays.stream(tree.cost()[s]).min().orElse(0);
  }

  private void cheapen(int s) {
    double[] room = new double[load.length];
    for (int k = 0; k < room.length; k++) {
      room[k] = room(k, nodeOf[s]);
    }
    int best = option[s];
    for (int o = 0; o < tree.cost()[s].length; o++) {
      best = tree.cost()[s][o] < tree.cost()[s][best] && fits(s, o, room) ? o : best;
    }
    for (int k = 0; k < room.length; k++) {
      double more = tree.load()[s][best][k] - tree.load()[s][option[s]][k];
      for (int n = nodeOf[s]; n >= 0; n = nodes.parent[n]) {
        load[k][n] += more;
        more *= nodes.kept[k][n];
      }
    }
    option[s] = best;
  }

  private boolean fits(int s, int o, double[] room) {
    for (int k = 0; k < room.length; k++) {
      if (tree.load()[s][o][k] - tree.load()[s][option[s]][k] > room[k]) {
        return false;
      }
    }
    return true;
  }

  /// Load that may come on top at a node.
  private double room(int k, int node) {
    double room = Double.POSITIVE_INFINITY;
    double share = 1;
    for (int n = node; n >= 0; n = nodes.parent[n]) {
      room = Math.min(room, (nodes.cap[k][n] - load[k][n]) / share);
      share *= nodes.kept[k][n];
    }
    // Rounding must not take a plan over a cap.
    return room - 1e-12 * Math.abs(room);
  }
}
