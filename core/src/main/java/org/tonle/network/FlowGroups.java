package org.tonle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tonle.convert.Size;
import org.tonle.convert.Text;
import org.tonle.model.NodeFlow;
import org.tonle.model.Study;
import org.tonle.network.order.Topology;

/// Flow groups of the network: every discharge is decomposed by the hydrological groups of its
/// water, so that wet and dry years keep the water balance in every draw
/// (docs/theory/uncertainty.md, Eq. 3).
///
/// Lakes mix the year: their outflow has the shares of their whole year's inflow.
final class FlowGroups {
  private static final int ROUNDS = 12;

  final List<String> names;
  private final Segments segments;
  private final List<SeasonBuilder> seasons;
  private final int[] nodeLake;
  private final double[][][] joins;
  private final double[][] lakeShare;
  private final double[] duration;

  FlowGroups(
      Study study, Segments segments, List<SeasonBuilder> seasons, int[] nodeLake, int lakes) {
    this.segments = segments;
    this.seasons = seasons;
    this.nodeLake = nodeLake;
    TreeSet<String> found = new TreeSet<>();
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.kind().joins() && !flow.group().isEmpty()) {
        found.add(flow.group());
      }
    }
    names = List.copyOf(found);
    joins = new double[seasons.size()][segments.nodeCount()][];
    lakeShare = new double[lakes][names.size()];
    duration = study.waterways().seasons().stream().mapToDouble(s -> s.duration_d()).toArray();
    for (NodeFlow flow : study.waterways().flows()) {
      int group = names.indexOf(flow.group());
      Integer node = segments.nodeIndex().get(flow.node());
      if (flow.kind().joins() && group >= 0 && node != null) {
        add(flow, node, group);
      }
    }
    mixLakes();
  }

  private void add(NodeFlow flow, int node, int group) {
    for (int s = 0; s < seasons.size(); s++) {
      double[] byGroup = joins[s][node];
      if (byGroup == null) {
        byGroup = new double[names.size()];
        joins[s][node] = byGroup;
      }
      byGroup[group] += flow.discharge_m3_per_s().get(s);
    }
  }

  private void mixLakes() {
    for (int round = 0; round < ROUNDS && lakeShare.length > 0; round++) {
      double[][] volume = new double[lakeShare.length][names.size()];
      double[] total = new double[lakeShare.length];
      for (int s = 0; s < seasons.size(); s++) {
        shares(s, volume, total);
      }
      for (int l = 0; l < lakeShare.length; l++) {
        for (int g = 0; g < names.size(); g++) {
          lakeShare[l][g] = total[l] > 0 ? volume[l][g] / total[l] : 0;
        }
      }
    }
  }

  /// Shares of each group in each node's water; adds the water that enters lakes to `volume`.
  private double[][] shares(int s, double[][] volume, double[] total) {
    SeasonBuilder season = seasons.get(s);
    double[][] share = new double[segments.nodeCount()][names.size()];
    int[] start = new int[segments.nodeCount() + 1];
    for (int u : season.up) {
      if (u >= 0) {
        start[u + 1]++;
      }
    }
    int[] out = Topology.byNode(segments.nodeCount(), start, season.up);
    for (int lake = 0; lake < lakeShare.length; lake++) {
      if (season.cut[lake]) {
        pass(lakeNode(lake), lakeShare[lake], share, season, start, out);
      }
    }
    for (int n : season.waterOrder()) {
      double[] joined = joins[s][n];
      for (int g = 0; joined != null && g < names.size(); g++) {
        share[n][g] += joined[g];
      }
      double in = season.riversIn[n] + season.joins[n];
      int lake = nodeLake[n];
      if (lake >= 0) {
        for (int g = 0; g < names.size(); g++) {
          volume[lake][g] += share[n][g] * duration[s];
        }
        total[lake] += in * duration[s];
        share[n] = lakeShare[lake].clone();
      } else {
        for (int g = 0; g < names.size(); g++) {
          share[n][g] = in > 0 ? share[n][g] / in : 0;
        }
      }
      if (lake < 0 || !season.cut[lake]) {
        pass(n, share[n], share, season, start, out);
      }
    }
    return share;
  }

  private void pass(
      int node, double[] of, double[][] share, SeasonBuilder season, int[] start, int[] out) {
    for (int i = start[node]; i < start[node + 1]; i++) {
      int s = out[i];
      add(of, season.discharge[segments.reach()[s]], share[season.down[s]]);
      if (season.waterDown[s] != season.down[s]) {
        add(of, season.discharge[segments.reach()[s]], share[season.waterDown[s]]);
      }
    }
  }

  private static void add(double[] share, double m3_per_s, double[] to) {
    for (int g = 0; g < share.length; g++) {
      to[g] += share[g] * m3_per_s;
    }
  }

  private int lakeNode(int lake) {
    for (int n = 0; n < nodeLake.length; n++) {
      if (nodeLake[n] == lake) {
        return n;
      }
    }
    throw new IllegalStateException(Text.format("Lake %d has no node.", lake));
  }

  /// Flow class of each node of a season, and the shares of each class: nodes with equal shares
  /// have the same class.
  Classes classes(int s) {
    double[][] share =
        shares(s, new double[lakeShare.length][names.size()], new double[lakeShare.length]);
    Map<List<Double>, Integer> known = new HashMap<>();
    List<double[]> found = new ArrayList<>();
    int[] flowClass = new int[segments.nodeCount()];
    for (int n = 0; n < flowClass.length; n++) {
      List<Double> key = Arrays.stream(share[n]).boxed().toList();
      Integer index = known.get(key);
      if (index == null) {
        index = found.size();
        known.put(key, index);
        found.add(share[n]);
      }
      flowClass[n] = index;
    }
    double[] flat = new double[Size.of(Double.BYTES, found.size(), names.size())];
    for (int c = 0; c < found.size(); c++) {
      System.arraycopy(found.get(c), 0, flat, c * names.size(), names.size());
    }
    return new Classes(flowClass, flat);
  }

  record Classes(int[] flowClass, double[] share) {}
}
