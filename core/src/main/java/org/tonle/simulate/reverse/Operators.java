package org.tonle.simulate.reverse;

import org.tonle.convert.Size;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;
import org.tonle.simulate.step.LinkedSolution;

/// Operators of one draw of one linked group, as matrices: the effect of a segment on the load at
/// its head and along it, and of a lake on its mass and inflow (docs/theory/apportionment.md, Eq.
/// 2).
///
/// A segment's tail is `E · head + F · along + c`. Matrices are stored by row.
final class Operators {
  final Network network;
  final Kinetics kinetics;

  /// Members.
  final int n;

  /// E of a segment, at `segment(season, segment) * n * n`.
  final double[] tail;

  /// F of a segment, same index.
  final double[] along;

  /// c of a segment, at `segment(season, segment) * n`.
  final double[] forced;

  /// Drawn discharge, at `segment(season, segment)`.
  final double[] discharge_m3_per_s;

  /// Drawn water that carries a node's load away, at `node(season, node)`.
  final double[] leaving_m3_per_s;

  /// `[season][lake]`
  final LakeStep.Map[][] lakes;

  private final int lakeSteps;
  private final LinkedSolution solution;
  private final double[] constant;
  private final double[] e;
  private final double[] f;
  private final double[] g;

  Operators(Network network, Kinetics kinetics, int lakeSteps) {
    this.network = network;
    this.kinetics = kinetics;
    this.lakeSteps = lakeSteps;
    n = kinetics.memberCount();
    int segments = Size.of(Double.BYTES, network.seasonCount(), network.segmentCount());
    tail = new double[Size.of(Double.BYTES, segments, n, n)];
    along = new double[tail.length];
    forced = new double[Size.of(Double.BYTES, segments, n)];
    discharge_m3_per_s = new double[segments];
    leaving_m3_per_s =
        new double[Size.of(Double.BYTES, network.seasonCount(), network.nodeCount())];
    lakes = new LakeStep.Map[network.seasonCount()][network.lakeCount()];
    solution = new LinkedSolution(kinetics);
    constant = new double[n];
    e = new double[n * n];
    f = new double[n * n];
    g = new double[n * n];
  }

  int segment(int season, int segment) {
    return season * network.segmentCount() + segment;
  }

  int node(int season, int node) {
    return season * network.nodeCount() + node;
  }

  /// Fills everything for one draw.
  void fill(DrawVectors draws, int d) {
    for (int s = 0; s < network.seasonCount(); s++) {
      SeasonNetwork inSeason = network.seasons().get(s);
      for (int node = 0; node < network.nodeCount(); node++) {
        double factor = draws.flowFactor(s, inSeason.nodes().flowClass()[node], d);
        leaving_m3_per_s[node(s, node)] = inSeason.nodes().leaving_m3_per_s()[node] * factor;
      }
      for (int i = 0; i < network.segmentCount(); i++) {
        if (inSeason.flow().up()[i] >= 0) {
          segment(draws, s, i, d);
        }
      }
    }
    fillLakes(draws, d);
  }

  private void fillLakes(DrawVectors draws, int d) {
    if (network.lakeCount() == 0) {
      return;
    }
    LakeStep step =
        new LakeStep(network, kinetics, LakeVectors.of(network, draws.only(d)), lakeSteps);
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int lake = 0; lake < network.lakeCount(); lake++) {
        lakes[s][lake] = new LakeStep.Map(n, 1);
        step.fill(lakes[s][lake], lake, s, 0, 1);
      }
    }
  }

  private void segment(DrawVectors draws, int s, int segment, int d) {
    SeasonNetwork inSeason = network.seasons().get(s);
    int reach = network.segmentReach()[segment];
    int flowClass = inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
    int at = segment(s, segment);
    double q = draws.flowFactor(s, flowClass, d);
    discharge_m3_per_s[at] = inSeason.reaches().discharge_m3_per_s()[reach] * q;
    double time_s = time_s(draws, s, segment, d);
    prepare(draws, s, segment, d);
    matrices(time_s, tail, along, at * n * n, forced, at * n);
  }

  /// Travel time through a segment.
  double time_s(DrawVectors draws, int s, int segment, int d) {
    SeasonNetwork inSeason = network.seasons().get(s);
    int flowClass = inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
    return inSeason.reaches().travelTime_s()[network.segmentReach()[segment]]
        * network.lengthShare()[segment]
        * draws.timeFactor(s, flowClass, d);
  }

  /// Rate at the drawn depth and velocity over that at the central ones.
  private double hydraulics(DrawVectors draws, int s, int segment, int reaction, int d) {
    int reach = network.segmentReach()[segment];
    double power = kinetics.reaches().flowExponent()[reaction][s * network.reachCount() + reach];
    if (power == 0) {
      return 1;
    }
    SeasonNetwork inSeason = network.seasons().get(s);
    int flowClass = inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
    double flow = draws.flowFactor(s, flowClass, d);
    return flow == 1 ? 1 : StrictMath.pow(flow, power);
  }

  /// Sets the rates of a segment; [#matrices] and [#slope] then hold for it.
  void prepare(DrawVectors draws, int s, int segment, int d) {
    int reach = network.segmentReach()[segment];
    int at = s * network.reachCount() + reach;
    double q_m3_per_s = discharge_m3_per_s[segment(s, segment)];
    int oxygen = kinetics.oxygen();
    solution.clear();
    java.util.Arrays.fill(constant, 0);
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      double k =
          kinetics.reaches().rate_per_s()[r][at]
              * draws.multiplier()[kinetics.reaches().vector()[r][reach]][d]
              * hydraulics(draws, s, segment, r, d);
      solution.react(kinetics, r, k);
      if (kinetics.aerates()[r]) {
        constant[oxygen] += k * kinetics.reaches().saturation_g_per_m3()[at] * q_m3_per_s;
      }
    }
    if (oxygen >= 0) {
      constant[oxygen] += kinetics.reaches().source_g_per_m3_s()[at] * q_m3_per_s;
    }
  }

  /// E, F and c at `time_s` below the head of the last prepared segment. `along` remains the load
  /// along the whole segment, so F is for a load of 1 g/s spread over `whole_s`.
  void matrices(
      double time_s,
      double whole_s,
      double[] toTail,
      double[] toAlong,
      int at,
      double[] toForced,
      int atForced) {
    java.util.Arrays.fill(toForced, atForced, atForced + n, 0);
    if (!(whole_s > 0)) {
      java.util.Arrays.fill(toTail, at, at + n * n, 0);
      java.util.Arrays.fill(toAlong, at, at + n * n, 0);
      for (int m = 0; m < n; m++) {
        toTail[at + m * n + m] = 1;
        toAlong[at + m * n + m] = 1;
      }
      return;
    }
    solution.step(time_s, e, f, g);
    for (int i = 0; i < n * n; i++) {
      toTail[at + i] = e[i];
      toAlong[at + i] = f[i] / whole_s;
      toForced[atForced + i / n] += f[i] * constant[i % n];
    }
  }

  private void matrices(
      double time_s, double[] toTail, double[] toAlong, int at, double[] toForced, int atForced) {
    matrices(time_s, time_s, toTail, toAlong, at, toForced, atForced);
  }

  /// dx/dt of oxygen where the members are `x` and `source` enters along the last prepared segment
  /// [g/s per s], including the constants.
  double oxygenSlope(double[] x, double[] source, double[] work) {
    for (int m = 0; m < n; m++) {
      work[m] = source[m] + constant[m];
    }
    return solution.slope(kinetics.oxygen(), x, work);
  }
}
