package org.tonle.simulate.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.network.SeasonNetwork;

/// Factors of the draws on the discharge and travel time of each flow class: 1 + Σ share · (factor
/// of the group - 1), and a power of it.
///
/// Where groups of water mix, nearly every node has a class of its own. So vectors of classes are
/// kept only if they are few; else they are blended from those of the groups on request, with the
/// same bits.
public final class FlowFactors {
  /// Vectors of classes are kept up to this size.
  private static final long KEPT_BYTES = 64L << 20;

  private static final double LEAST_FLOW = 1e-3;

  private final int draws;
  private final double[][][] group;
  private final double[][] share;
  private final int[][] nodes;
  private final double exponent;
  private final double @Nullable [][][] flow;
  private final double @Nullable [][][] time;

  private FlowFactors(
      int draws,
      double[][][] group,
      double[][] share,
      int[][] nodes,
      double exponent,
      double @Nullable [][][] flow,
      double @Nullable [][][] time) {
    this.draws = draws;
    this.group = group;
    this.share = share;
    this.nodes = nodes;
    this.exponent = exponent;
    this.flow = flow;
    this.time = time;
  }

  /// Given factors, both `[season][class][draw]`.
  static FlowFactors given(int draws, double[][][] flow, double[][][] time) {
    int[][] nodes = new int[flow.length][];
    for (int s = 0; s < flow.length; s++) {
      nodes[s] = new int[flow[s].length];
    }
    return new FlowFactors(draws, new double[0][][], new double[0][], nodes, 0, flow, time);
  }

  /// Factors of the classes of a network.
  ///
  /// @param group drawn over central discharge of each hydrological group, `[season][group][draw]`
  /// @param exponent of travel time over discharge
  public static FlowFactors of(
      List<SeasonNetwork> seasons, double[][][] group, int draws, double exponent) {
    return of(seasons, group, draws, exponent, KEPT_BYTES);
  }

  /// The same factors, keeping vectors up to a size.
  public static FlowFactors of(
      List<SeasonNetwork> seasons, double[][][] group, int draws, double exponent, long keptBytes) {
    double[][] share = new double[seasons.size()][];
    int[][] nodes = new int[seasons.size()][];
    long numbers = 0;
    for (int s = 0; s < share.length; s++) {
      share[s] = seasons.get(s).nodes().classShare();
      nodes[s] = nodes(seasons.get(s).nodes().flowClass());
      numbers += 2L * nodes[s].length * draws;
    }
    FlowFactors blended = new FlowFactors(draws, group, share, nodes, exponent, null, null);
    return numbers * Double.BYTES <= keptBytes ? blended.kept() : blended;
  }

  private static int[] nodes(int[] flowClass) {
    int classes = 0;
    for (int c : flowClass) {
      classes = StrictMath.max(classes, c + 1);
    }
    int[] nodes = new int[classes];
    for (int c : flowClass) {
      nodes[c]++;
    }
    return nodes;
  }

  private FlowFactors kept() {
    double[][][] flows = new double[nodes.length][][];
    double[][][] times = new double[nodes.length][][];
    for (int s = 0; s < nodes.length; s++) {
      flows[s] = new double[nodes[s].length][];
      times[s] = new double[nodes[s].length][];
      for (int c = 0; c < nodes[s].length; c++) {
        flows[s][c] = flow(s, c);
        times[s][c] = time(s, c);
      }
    }
    return new FlowFactors(draws, group, share, nodes, exponent, flows, times);
  }

  /// The factors of one draw only.
  FlowFactors only(int draw, double[][][] groupOfDraw) {
    if (share.length == 0 && flow != null && time != null) {
      return given(1, DrawVectors.slice(flow, draw), DrawVectors.slice(time, draw));
    }
    return new FlowFactors(1, groupOfDraw, share, nodes, exponent, null, null);
  }

  public int seasons() {
    return nodes.length;
  }

  public int classes(int season) {
    return nodes[season].length;
  }

  /// Number of nodes with the water of a class; 0 if that is not known.
  public int nodes(int season, int flowClass) {
    return nodes[season][flowClass];
  }

  /// Drawn over central discharge, by draw.
  public double[] flow(int season, int flowClass) {
    if (flow != null) {
      return flow[season][flowClass];
    }
    double[] found = new double[draws];
    java.util.Arrays.fill(found, 1);
    double[][] groups = group[season];
    for (int g = 0; g < groups.length; g++) {
      double of = share[season][flowClass * groups.length + g];
      double[] drawn = groups[g];
      for (int d = 0; d < draws; d++) {
        found[d] += of * (drawn[d] - 1);
      }
    }
    for (int d = 0; d < draws; d++) {
      found[d] = StrictMath.max(LEAST_FLOW, found[d]);
    }
    return found;
  }

  /// The same factor for one draw.
  double flow(int season, int flowClass, int draw) {
    if (flow != null) {
      return flow[season][flowClass][draw];
    }
    double found = 1;
    double[][] groups = group[season];
    for (int g = 0; g < groups.length; g++) {
      found += share[season][flowClass * groups.length + g] * (groups[g][draw] - 1);
    }
    return StrictMath.max(LEAST_FLOW, found);
  }

  /// Drawn over central travel time, by draw.
  double[] time(int season, int flowClass) {
    if (time != null) {
      return time[season][flowClass];
    }
    double[] found = flow(season, flowClass);
    for (int d = 0; d < draws; d++) {
      found[d] = StrictMath.pow(found[d], -exponent);
    }
    return found;
  }

  /// The same factor for one draw.
  double time(int season, int flowClass, int draw) {
    return time != null
        ? time[season][flowClass][draw]
        : StrictMath.pow(flow(season, flowClass, draw), -exponent);
  }

  /// Travel times as float, rounded from those in double; elements beyond the draws are left
  /// unchanged.
  ///
  /// @param drawnFlow result of [#flow] for the class
  public void time(int season, int flowClass, double[] drawnFlow, float[] found) {
    for (int d = 0; d < draws; d++) {
      found[d] =
          time != null ? (float) time[season][flowClass][d] : Power.of(drawnFlow[d], -exponent);
    }
  }

  /// Whether travel times are 1 in every draw.
  public boolean isTimeStill(int season, int flowClass) {
    for (int d = 0; d < draws; d++) {
      if (time(season, flowClass, d) != 1) {
        return false;
      }
    }
    return true;
  }
}
