package org.tonle.simulate.central;

import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.LoadVectors;
import org.tonle.simulate.NodePlaces;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.reverse.ComponentOrder;
import org.tonle.simulate.step.DrawVectors;

/// The textbook kernel, twin of the fast ones: node by node, double precision, plain loops.
///
/// @param lakeSteps steps a season is cut into for lakes
/// @param batch draws computed together; no result depends on it
public record PlainKernel(Network network, DrawVectors draws, int lakeSteps, int batch)
    implements Kernel {

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds) {
    int n = kinetics.memberCount();
    GroupResult result =
        new GroupResult(
            network.seasonCount(),
            places.count(),
            n,
            thresholds.limit_g_per_m3().length,
            draws.draws(),
            Keep.ALL);
    NodePlaces nodePlaces = new NodePlaces(places);
    Recorder recorder =
        new Recorder(
            result,
            thresholds,
            new YearSums(thresholds, draws.draws()),
            kinetics,
            Keep.ALL,
            (place, c) -> draws.readings().of(c, nodePlaces.isLake(place, network.nodeLake())),
            draws.draws());
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
    int[][] positions = ComponentOrder.positions(network);
    for (int[] component : network.components()) {
      if (ComponentOrder.hasLake(network, component)) {
        cycle.run(component, positions);
      } else {
        for (int s = 0; s < network.seasonCount(); s++) {
          for (int node : ComponentOrder.sorted(component, positions[s])) {
            sweep.node(s, node);
          }
        }
      }
    }
    return result;
  }
}
