package org.tonle.plain;

import java.util.List;
import org.tonle.model.NodeFlow;
import org.tonle.model.Season;

/// Origin of the water: the share of each hydrological group in what leaves a node
/// (docs/theory/uncertainty.md, Eq. 3). A lake mixes its year's inflow.
final class PlainOrigin {
  private static final int ROUNDS = 200;

  private final PlainModel model;
  private final List<String> groups;

  /// By season, node and group.
  private final double[][][] share;

  PlainOrigin(PlainModel model, List<String> groups) {
    this.model = model;
    this.groups = groups;
    int nodes = model.network.count();
    share = new double[model.waters.size()][nodes][groups.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int n = 0; n < nodes; n++) {
        boolean isLake = model.network.lakeAt(n) >= 0;
        for (int s = 0; s < share.length; s++) {
          share[s][n] = isLake ? mixed(n, 0, share.length) : mixed(n, s, s + 1);
        }
      }
    }
  }

  /// Factor of a node's water, from those of the groups.
  double factor(int season, int node, double[] ofGroups) {
    double factor = 1;
    for (int g = 0; g < ofGroups.length; g++) {
      factor += share[season][node][g] * (ofGroups[g] - 1);
    }
    return factor;
  }

  private double[] mixed(int node, int from, int to) {
    double[] parts = new double[groups.size()];
    double all = 0;
    for (int s = from; s < to; s++) {
      Season season = model.study.waterways().seasons().get(s);
      PlainWater water = model.waters.get(s);
      for (int p = 0; p < water.up.length; p++) {
        if (water.up[p] >= 0 && water.down[p] == node) {
          double q = water.discharge[model.network.pieces.get(p).reach()] * season.duration_d();
          all += q;
          for (int g = 0; g < parts.length; g++) {
            parts[g] += q * share[s][water.up[p]][g];
          }
        }
      }
      for (NodeFlow flow : model.study.waterways().flows()) {
        if (flow.kind().joins() && model.network.node(flow.node()) == node) {
          double q = flow.discharge_m3_per_s().get(s) * season.duration_d();
          all += q;
          int g = groups.indexOf(flow.group());
          if (g >= 0) {
            parts[g] += q;
          }
        }
      }
    }
    for (int g = 0; g < parts.length && all > 0; g++) {
      parts[g] /= all;
    }
    return parts;
  }
}
