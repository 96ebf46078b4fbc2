package org.tonle.run;

import java.util.List;
import java.util.Random;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.LoadEntriesBuilder;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.network.rates.Multipliers;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.step.DrawVectors;

/// A study made ready for kernels, so that tests can run several on the same.
final class Twins {
  final Network network;
  final Course course;
  final List<Kinetics> groups;
  final List<LoadEntries> entries;
  final JudgedPlaces layout;
  final DrawVectors central;
  final DrawVectors drawn;

  Twins(Study study, int draws) {
    Loads loads = LoadModel.of(study, Scenario.BASELINE);
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    network = builder.network();
    course = CourseBuilder.of(network);
    Multipliers multipliers = new Multipliers();
    groups = new KineticsBuilder(study, Scenario.BASELINE, network, multipliers).build();
    LoadEntriesBuilder entriesBuilder = new LoadEntriesBuilder(study, builder, loads, multipliers);
    entries = groups.stream().map(entriesBuilder::build).toList();
    layout = new JudgedPlaces(study, builder, groups);
    Vectors vectors = new Vectors(study, Scenario.BASELINE, builder, multipliers);
    central = vectors.central();
    drawn = vectors.drawn(Options.of(draws, 7));
  }

  GroupResult run(Kernel kernel, int group) {
    return kernel.run(
        groups.get(group), entries.get(group), layout.places, layout.thresholds(group));
  }

  /// The same entries, one of them with another load.
  static LoadEntries scaled(LoadEntries of, int entry, double factor) {
    double[] load = of.load_g_per_s().clone();
    for (int at = entry; at < load.length; at += of.count()) {
      load[at] = factor * load[at] + 0.3;
    }
    return of.withLoads(load);
  }

  /// The same kinetics, one rate higher in some place.
  static Kinetics faster(Kinetics of, Random chance) {
    double[][] rate = of.reaches().rate_per_s().clone();
    if (rate.length > 0 && rate[0].length > 0) {
      int r = chance.nextInt(rate.length);
      rate[r] = rate[r].clone();
      rate[r][chance.nextInt(rate[r].length)] *= 1.5;
    }
    return new Kinetics(
        of.constituents(),
        of.oxygen(),
        of.reactant(),
        of.product(),
        of.yield(),
        of.aerates(),
        new Kinetics.ReachRates(
            rate,
            of.reaches().vector(),
            of.reaches().saturation_g_per_m3(),
            of.reaches().source_g_per_m3_s()),
        new Kinetics.LakeRates(
            of.lakes().rate_per_s(),
            of.lakes().velocity_m_per_s(),
            of.lakes().vector(),
            of.lakes().saturation_g_per_m3(),
            of.lakes().source_g_per_m2_s(),
            of.lakes().source_g_per_m3_s()));
  }
}
