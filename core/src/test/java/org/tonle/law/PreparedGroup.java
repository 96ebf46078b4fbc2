package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.LoadEntriesBuilder;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.network.rates.Multipliers;
import org.tonle.scenario.Applied;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.central.PlainKernel;
import org.tonle.simulate.step.DrawVectors;

/// One linked group of a study as kernels see it, with draws by chance.
record PreparedGroup(Network network, Kinetics kinetics, LoadEntries entries, DrawVectors draws) {

  static List<PreparedGroup> of(Study study, Dice dice, int draws) {
    Applied applied = Applied.of(study, Scenario.BASELINE);
    Loads loads = LoadModel.of(study, applied);
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    Multipliers multipliers = new Multipliers();
    List<Kinetics> groups =
        new KineticsBuilder(study, applied, builder.network(), multipliers).build();
    LoadEntriesBuilder entries = new LoadEntriesBuilder(study, builder, loads, multipliers);
    List<LoadEntries> each = groups.stream().map(entries::build).toList();
    DrawVectors vectors =
        vectors(builder.network(), multipliers.all().size(), builder.groups().size(), dice, draws);
    List<PreparedGroup> found = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      found.add(new PreparedGroup(builder.network(), groups.get(g), each.get(g), vectors));
    }
    return found;
  }

  private static DrawVectors vectors(
      Network network, int multipliers, int groups, Dice dice, int draws) {
    int seasons = network.seasonCount();
    double[][][] flow = new double[seasons][][];
    double[][][] time = new double[seasons][][];
    double[][][] byGroup = new double[seasons][][];
    for (int s = 0; s < seasons; s++) {
      SeasonNetwork season = network.seasons().get(s);
      int classes = 0;
      for (int c : season.nodes().flowClass()) {
        classes = StrictMath.max(classes, c + 1);
      }
      flow[s] = vectors(classes, dice, draws);
      time[s] = vectors(classes, dice, draws);
      byGroup[s] = vectors(groups, dice, draws);
    }
    return new DrawVectors(draws, vectors(multipliers, dice, draws), byGroup, flow, time);
  }

  private static double[][] vectors(int count, Dice dice, int draws) {
    double[][] vectors = new double[count][draws];
    for (double[] vector : vectors) {
      for (int d = 0; d < draws; d++) {
        vector[d] = dice.between(0.6, 1.5);
      }
    }
    return vectors;
  }

  /// The same with other loads.
  PreparedGroup with(double[] load_g_per_s) {
    return new PreparedGroup(network, kinetics, entries.withLoads(load_g_per_s), draws);
  }

  /// The plain kernel's run of draw `d` alone.
  GroupResult simulate(int d, int lakeSteps) {
    int[] nodes = new int[network.nodeCount()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = i;
    }
    Places places = new Places(network.reachCount(), network.lakeCount(), nodes);
    Thresholds none = Thresholds.none(places.count() * kinetics.memberCount());
    return new PlainKernel(network, draws.only(d), lakeSteps, 1)
        .run(kinetics, entries, places, none);
  }
}
