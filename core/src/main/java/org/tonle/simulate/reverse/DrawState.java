package org.tonle.simulate.reverse;

import org.jspecify.annotations.Nullable;
import org.tonle.convert.Size;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.Elimination;
import org.tonle.simulate.step.LakeStep;

/// State of one draw: its loads on their way through the year, by the same matrices that the
/// reverse sweep transposes. It keeps at every node, for one draw, the values that the plain kernel
/// computes for all draws.
final class DrawState {
  final Operators operators;
  final Network network;

  /// Components with lakes, by number of the component; null without.
  final @Nullable Cycle[] cycles;

  /// I - T of each cycle, eliminated.
  final @Nullable Elimination[] fixedPoint;

  /// Nodes of each component without lakes, `[component][season][position]`.
  final int[][][] order;

  /// Load that leaves a node, at `node(season, node) * n`; for a lake the load carried by its mean
  /// concentration.
  final double[] passing;

  /// Mean concentration of each lake, at `(season * lakes + lake) * n`.
  final double[] lakeMean;

  /// Load along a segment, at `segment(season, segment) * n`.
  final double[] along;

  private final LoadEntries entries;
  private final int n;
  private final double[] arrived;
  private final double[] own;
  private final double[] tail;
  private double[] drawn = {};

  DrawState(Operators operators, LoadEntries entries) {
    this.operators = operators;
    this.entries = entries;
    network = operators.network;
    n = operators.n;
    int seasons = network.seasonCount();
    passing = new double[Size.of(Double.BYTES, seasons, network.nodeCount(), n)];
    arrived = new double[passing.length];
    own = new double[passing.length];
    lakeMean = new double[Size.of(Double.BYTES, seasons, network.lakeCount(), n)];
    along = new double[Size.of(Double.BYTES, seasons, network.segmentCount(), n)];
    tail = new double[n];
    int[][] positions = ComponentOrder.positions(network);
    int components = network.components().length;
    cycles = new Cycle[components];
    fixedPoint = new Elimination[components];
    order = new int[components][][];
    for (int c = 0; c < components; c++) {
      int[] component = network.components()[c];
      if (ComponentOrder.hasLake(network, component)) {
        cycles[c] = new Cycle(network, n, component, positions);
      } else {
        order[c] = new int[seasons][];
        for (int s = 0; s < seasons; s++) {
          order[c][s] = ComponentOrder.sorted(component, positions[s]);
        }
      }
    }
  }

  /// Every load of draw `d`, index `season * entries + entry`.
  double[] drawn() {
    return drawn;
  }

  /// Routes the loads of draw `d` with the operators of that draw.
  void run(DrawVectors draws, int d) {
    drawn = DrawnLoads.of(entries, draws, network.seasonCount(), d);
    java.util.Arrays.fill(arrived, 0);
    java.util.Arrays.fill(along, 0);
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int i = 0; i < entries.count(); i++) {
        double load = drawn[s * entries.count() + i];
        int node = entries.node()[i];
        if (node >= 0) {
          arrived[operators.node(s, node) * n + entries.member()[i]] += load;
        } else {
          int at = operators.segment(s, entries.segment()[i]);
          along[at * n + entries.member()[i]] += load;
        }
      }
    }
    for (int c = 0; c < network.components().length; c++) {
      Cycle cycle = cycles[c];
      if (cycle == null) {
        steady(order[c]);
      } else {
        fixedPoint[c] = year(cycle);
      }
    }
  }

  private void steady(int[][] bySeason) {
    for (int s = 0; s < bySeason.length; s++) {
      for (int node : bySeason[s]) {
        int at = operators.node(s, node) * n;
        System.arraycopy(arrived, at, passing, at, n);
        pass(s, node, true, null);
      }
    }
  }

  /// Carries the load that leaves a node down.
  ///
  /// @param inside deliver to these nodes only, or null for all
  private void pass(int s, int node, boolean isForced, boolean @Nullable [] inside) {
    SeasonNetwork inSeason = network.seasons().get(s);
    SeasonNetwork.Flow flow = inSeason.flow();
    if (inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
      return;
    }
    int from = operators.node(s, node) * n;
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      int segment = flow.outSegment()[i];
      int down = flow.down()[segment];
      if (inside != null && !inside[down]) {
        continue;
      }
      carry(operators.segment(s, segment), flow.fraction()[segment], from, isForced);
      int to = operators.node(s, down) * n;
      for (int m = 0; m < n; m++) {
        arrived[to + m] += tail[m];
      }
    }
  }

  private void carry(int segment, double fraction, int from, boolean isForced) {
    for (int row = 0; row < n; row++) {
      double sum = isForced ? operators.forced[segment * n + row] : 0;
      int at = (segment * n + row) * n;
      for (int k = 0; k <= row; k++) {
        sum += operators.tail[at + k] * fraction * passing[from + k];
        sum += isForced ? operators.along[at + k] * along[segment * n + k] : 0;
      }
      tail[row] = sum;
    }
  }

  /// Solves the year of a component with lakes; returns I - T for the reverse sweep.
  private Elimination year(Cycle cycle) {
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int node : cycle.nodes) {
        int at = operators.node(s, node) * n;
        System.arraycopy(arrived, at, own, at, n);
      }
    }
    int u = cycle.unknowns;
    double[] unknown = new double[u];
    double[] base = new double[u];
    turn(cycle, unknown, base, true, true);
    double[] matrix = new double[u * u];
    double[] column = new double[u];
    for (int c = 0; c < u; c++) {
      java.util.Arrays.fill(unknown, 0);
      unknown[c] = 1;
      turn(cycle, unknown, column, false, true);
      for (int row = 0; row < u; row++) {
        matrix[row * u + c] = (row == c ? 1 : 0) - column[row];
      }
    }
    Elimination elimination = new Elimination(matrix, u);
    elimination.solve(base);
    turn(cycle, base, column, true, false);
    return elimination;
  }

  /// Goes through the seasons from the unknowns; fills their values after the turn.
  private void turn(
      Cycle cycle, double[] unknown, double[] reached, boolean isForced, boolean isTrial) {
    boolean[] inside = isTrial ? cycle.isMember : null;
    double[] mass = new double[n];
    double[] masses = unknown.clone();
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int node : cycle.nodes) {
        int at = operators.node(s, node) * n;
        for (int m = 0; m < n; m++) {
          arrived[at + m] = isForced ? own[at + m] : 0;
        }
      }
      for (int node : cycle.order[s]) {
        int cut = cycle.cut(s, node);
        if (cut >= 0) {
          leave(s, node, unknown, cut);
          pass(s, node, isForced, inside);
        }
      }
      for (int node : cycle.order[s]) {
        int lake = network.nodeLake()[node];
        int at = operators.node(s, node) * n;
        if (lake < 0) {
          System.arraycopy(arrived, at, passing, at, n);
          pass(s, node, isForced, inside);
          continue;
        }
        store(s, lake, at, masses, cycle.massSlot[node], mass, isForced);
        int mean = (s * network.lakeCount() + lake) * n;
        int cut = cycle.cut(s, node);
        if (cut >= 0) {
          System.arraycopy(lakeMean, mean, reached, cut, n);
        } else {
          leave(s, node, lakeMean, mean);
          pass(s, node, isForced, inside);
        }
      }
    }
    for (int node : cycle.nodes) {
      int slot = cycle.massSlot[node];
      if (slot >= 0) {
        System.arraycopy(masses, slot, reached, slot, n);
      }
    }
  }

  private void leave(int s, int node, double[] concentration, int at) {
    int to = operators.node(s, node);
    for (int m = 0; m < n; m++) {
      passing[to * n + m] = concentration[at + m] * operators.leaving_m3_per_s[to];
    }
  }

  /// Moves a lake's mass through a season and sets its mean concentration.
  private void store(
      int s, int lake, int at, double[] masses, int slot, double[] after, boolean isForced) {
    LakeStep.Map map = operators.lakes[s][lake];
    int mean = (s * network.lakeCount() + lake) * n;
    for (int row = 0; row < n; row++) {
      double end = isForced ? map.p0[row] : 0;
      double middle = isForced ? map.g0[row] : 0;
      for (int c = 0; c <= row; c++) {
        int i = row * n + c;
        end += map.p[i] * masses[slot + c] + map.r[i] * arrived[at + c];
        middle += map.gM[i] * masses[slot + c] + map.hW[i] * arrived[at + c];
      }
      after[row] = end;
      lakeMean[mean + row] = middle;
    }
    System.arraycopy(after, 0, masses, slot, n);
  }
}
