package org.tonle.simulate;

import org.tonle.network.Kinetics;
import org.tonle.network.LoadEntries;
import org.tonle.network.Network;

/// The textbook kernel: node by node, double precision, plain loops.
public final class PlainKernel implements Kernel {
  private final int lakeSteps;

  /// @param lakeSteps steps a season is cut into for lakes
  public PlainKernel(int lakeSteps) {
    this.lakeSteps = lakeSteps;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public GroupResult run(
      Network network,
      Kinetics kinetics,
      LoadEntries entries,
      DrawVectors draws,
      Places places,
      Thresholds thresholds,
      int batch) {
    int n = kinetics.memberCount();
    GroupResult result =
        new GroupResult(
            network.seasonCount(),
            places.count(),
            n,
            thresholds.limit_g_per_m3().length,
            draws.draws());
    Recorder recorder = new Recorder(result, thresholds, n, kinetics.oxygen(), draws.draws());
    Sweep sweep =
        new Sweep(
            network,
            kinetics,
            new LoadVectors(network, entries, draws, n),
            draws,
            places,
            result,
            recorder,
            batch);
    sweep.strand();
    YearCycle cycle = new YearCycle(network, kinetics, draws, sweep, lakeSteps, batch);
    int[][] positions = positions(network);
    for (int[] component : network.components()) {
      if (hasLake(network, component)) {
        cycle.run(component, positions);
      } else {
        for (int s = 0; s < network.seasonCount(); s++) {
          for (int node : sorted(component, positions[s])) {
            sweep.node(s, node);
          }
        }
      }
    }
    return result;
  }

  static boolean hasLake(Network network, int[] component) {
    for (int node : component) {
      if (network.nodeLake()[node] >= 0) {
        return true;
      }
    }
    return false;
  }

  static int[][] positions(Network network) {
    int[][] positions = new int[network.seasonCount()][network.nodeCount()];
    for (int s = 0; s < positions.length; s++) {
      int[] order = network.seasons().get(s).order();
      for (int i = 0; i < order.length; i++) {
        positions[s][order[i]] = i;
      }
    }
    return positions;
  }

  /// Nodes of a component in the order of a season.
  static int[] sorted(int[] component, int[] position) {
    if (component.length == 1) {
      return component;
    }
    return java.util.Arrays.stream(component)
        .boxed()
        .sorted(java.util.Comparator.comparingInt(n -> position[n]))
        .mapToInt(n -> n)
        .toArray();
  }
}
