package org.tonle.simulate.central;

import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.reverse.ComponentOrder;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// Finds the periodic year of one component with lakes (docs/theory/lakes.md, Eqs. 7–9).
///
/// Unknown are the lakes' masses at the start of the year and, where a lake closes a cycle within a
/// season, its concentration then. One sweep through the seasons is an affine map of them; as many
/// sweeps as unknowns plus one give the map, one solve per draw its fixed point.
final class YearCycle {
  private final Network network;
  private final int members;
  private final int draws;
  private final DrawVectors vectors;
  private final Sweep sweep;
  private final LakeStep[] lakeSteps;
  private final int batch;

  YearCycle(
      Network network,
      Kinetics kinetics,
      DrawVectors draws,
      Sweep sweep,
      int stepCount,
      int batch) {
    this.network = network;
    this.members = kinetics.memberCount();
    this.draws = draws.draws();
    this.vectors = draws;
    this.sweep = sweep;
    this.batch = batch;
    lakeSteps = new LakeStep[(draws.draws() + batch - 1) / batch];
    java.util.Arrays.setAll(
        lakeSteps, b -> new LakeStep(network, kinetics, LakeVectors.of(network, draws), stepCount));
  }

  void run(int[] component, int[][] positions) {
    Year year = new Year(component, positions);
    double[][] unknown = new double[year.unknowns][draws];
    double[][] base = year.turn(unknown, Mode.FORCED);
    double[][][] column = new double[year.unknowns][][];
    for (int u = 0; u < year.unknowns; u++) {
      double[][] unit = new double[year.unknowns][draws];
      java.util.Arrays.fill(unit[u], 1);
      column[u] = year.turn(unit, Mode.HOMOGENEOUS);
    }
    for (int d = 0; d < draws; d++) {
      fixedPoint(base, column, unknown, d);
    }
    year.turn(unknown, Mode.RECORDED);
  }

  /// Solves u = base + T u for one draw by Gauss elimination with row exchange.
  private static void fixedPoint(
      double[][] base, double[][][] column, double[][] unknown, int draw) {
    int n = base.length;
    double[][] a = new double[n][n + 1];
    for (int row = 0; row < n; row++) {
      for (int c = 0; c < n; c++) {
        a[row][c] = (row == c ? 1 : 0) - column[c][row][draw];
      }
      a[row][n] = base[row][draw];
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int row = k + 1; row < n; row++) {
        if (StrictMath.abs(a[row][k]) > StrictMath.abs(a[pivot][k])) {
          pivot = row;
        }
      }
      double[] swap = a[k];
      a[k] = a[pivot];
      a[pivot] = swap;
      for (int row = k + 1; row < n; row++) {
        double factor = a[row][k] / a[k][k];
        for (int c = k; factor != 0 && c <= n; c++) {
          a[row][c] -= factor * a[k][c];
        }
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      double sum = a[row][n];
      for (int c = row + 1; c < n; c++) {
        sum -= a[row][c] * unknown[c][draw];
      }
      unknown[row][draw] = sum / a[row][row];
    }
  }

  private LakeStep.Map map(int lake, int season) {
    LakeStep.Map map = new LakeStep.Map(members, draws);
    Batches.run(draws, batch, (b, from, to) -> lakeSteps[b].fill(map, lake, season, from, to));
    return map;
  }

  private enum Mode {
    /// All loads, nothing recorded.
    FORCED,
    /// No loads, no constants.
    HOMOGENEOUS,
    /// All loads, results and balances kept.
    RECORDED
  }

  /// One component's year.
  private final class Year {
    private final int[] component;
    private final int[][] positions;
    private final int[] lakeSlot;
    private final int[][] cutSlot;
    private final LakeStep.Map[][] maps;
    private final double[][][] base;
    final int unknowns;

    Year(int[] component, int[][] positions) {
      this.component = component;
      this.positions = positions;
      lakeSlot = new int[network.lakeCount()];
      cutSlot = new int[network.seasonCount()][network.lakeCount()];
      maps = new LakeStep.Map[network.seasonCount()][network.lakeCount()];
      base = new double[network.seasonCount()][network.nodeCount()][];
      int slots = 0;
      for (int node : component) {
        int lake = network.nodeLake()[node];
        if (lake >= 0) {
          lakeSlot[lake] = slots;
          slots += members;
        }
      }
      for (int s = 0; s < network.seasonCount(); s++) {
        for (int node : component) {
          int lake = network.nodeLake()[node];
          if (lake >= 0) {
            maps[s][lake] = map(lake, s);
            if (network.seasons().get(s).flow().cut()[lake]) {
              cutSlot[s][lake] = slots;
              slots += members;
            }
          }
          base[s][node] = sweep.take(s, node);
          sweep.addOwn(s, node, base[s][node], true);
        }
      }
      unknowns = slots;
    }

    /// Goes through the seasons from the unknowns; returns what they come to.
    double[][] turn(double[][] unknown, Mode mode) {
      double[][] reached = new double[unknowns][];
      Sweep.Inside inside = new Sweep.Inside(network, component);
      double[][] mass = new double[network.lakeCount()][];
      for (int node : component) {
        int lake = network.nodeLake()[node];
        if (lake >= 0) {
          mass[lake] = join(unknown, lakeSlot[lake]);
        }
      }
      for (int s = 0; s < network.seasonCount(); s++) {
        int[] order = ComponentOrder.sorted(component, positions[s]);
        for (int node : order) {
          cutFirst(s, node, unknown, mode, inside);
        }
        for (int node : order) {
          visit(s, node, mass, reached, mode, inside);
        }
      }
      for (int node : component) {
        int lake = network.nodeLake()[node];
        if (lake >= 0) {
          split(mass[lake], lakeSlot[lake], reached);
        }
      }
      return reached;
    }

    private void cutFirst(int s, int node, double[][] unknown, Mode mode, Sweep.Inside inside) {
      int lake = network.nodeLake()[node];
      if (lake >= 0 && network.seasons().get(s).flow().cut()[lake]) {
        double[] concentration = join(unknown, cutSlot[s][lake]);
        double[] out = outflow(s, node, concentration);
        sweep.pass(s, node, out, mode != Mode.HOMOGENEOUS, mode == Mode.RECORDED, inside);
      }
    }

    private void visit(
        int s, int node, double[][] mass, double[][] reached, Mode mode, Sweep.Inside inside) {
      boolean isForced = mode != Mode.HOMOGENEOUS;
      double[] load = isForced ? base[s][node].clone() : new double[sweep.length()];
      inside.moveTo(s, node, load);
      int lake = network.nodeLake()[node];
      if (lake < 0) {
        sweep.pass(s, node, load, isForced, mode == Mode.RECORDED, inside);
        return;
      }
      double[] before = mass[lake];
      double[] mean = lake(s, lake, load, mass, isForced);
      double[] out = outflow(s, node, mean);
      if (mode == Mode.RECORDED) {
        sweep.recordLake(s, lake, mean);
        double seconds = network.seasons().get(s).duration_s();
        sweep.add(MassLine.REMOVED, load, seconds);
        sweep.add(MassLine.REMOVED, out, -seconds);
        for (MassLine line : new MassLine[] {MassLine.REMOVED, MassLine.STORAGE_CHANGE}) {
          double sign = line == MassLine.REMOVED ? 1 : -1;
          sweep.add(line, before, sign);
          sweep.add(line, mass[lake], -sign);
        }
      }
      if (network.seasons().get(s).flow().cut()[lake]) {
        split(mean, cutSlot[s][lake], reached);
      } else {
        sweep.pass(s, node, out, isForced, mode == Mode.RECORDED, inside);
      }
    }

    /// Moves the lake's mass through the season; returns its mean concentration.
    private double[] lake(int s, int lake, double[] load, double[][] mass, boolean isForced) {
      LakeStep.Map map = maps[s][lake];
      double[] before = mass[lake];
      double[] after = new double[sweep.length()];
      double[] mean = new double[sweep.length()];
      for (int d = 0; d < draws; d++) {
        for (int row = 0; row < members; row++) {
          double end = isForced ? map.p0[d * members + row] : 0;
          double middle = isForced ? map.g0[d * members + row] : 0;
          for (int c = 0; c <= row; c++) {
            int at = (d * members + row) * members + c;
            int from = c * draws + d;
            end += map.p[at] * before[from] + map.r[at] * load[from];
            middle += map.gM[at] * before[from] + map.hW[at] * load[from];
          }
          after[row * draws + d] = end;
          mean[row * draws + d] = middle;
        }
      }
      mass[lake] = after;
      return mean;
    }

    private double[] outflow(int s, int node, double[] concentration) {
      SeasonNetwork flow = network.seasons().get(s);
      double[] factor = vectors.flowFactor(s, flow.nodes().flowClass()[node]);
      double[] out = new double[sweep.length()];
      for (int start = 0; start < out.length; start += draws) {
        for (int d = 0; d < draws; d++) {
          out[start + d] =
              concentration[start + d] * flow.nodes().leaving_m3_per_s()[node] * factor[d];
        }
      }
      return out;
    }

    private double[] join(double[][] unknown, int slot) {
      double[] joined = new double[sweep.length()];
      for (int m = 0; m < members; m++) {
        System.arraycopy(unknown[slot + m], 0, joined, m * draws, draws);
      }
      return joined;
    }

    private void split(double[] joined, int slot, double[][] reached) {
      for (int m = 0; m < members; m++) {
        reached[slot + m] = java.util.Arrays.copyOfRange(joined, m * draws, (m + 1) * draws);
      }
    }
  }
}
