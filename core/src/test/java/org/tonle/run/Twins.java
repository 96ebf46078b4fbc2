package org.tonle.run;

import java.util.List;
import java.util.Random;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Course;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Kinetics;
import org.tonle.network.KineticsBuilder;
import org.tonle.network.LoadEntries;
import org.tonle.network.LoadEntriesBuilder;
import org.tonle.network.Multipliers;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.scenario.Applied;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.step.DrawVectors;

/// A study made ready for kernels, so that tests can run several on the same.
final class Twins {
  final Network network;
  final Course course;
  final List<Kinetics> groups;
  final List<LoadEntries> entries;
  final Layout layout;
  final DrawVectors central;
  final DrawVectors drawn;

  Twins(Study study, int draws) {
    Applied applied = Applied.of(study, Scenario.BASELINE);
    Loads loads = LoadModel.of(study, applied);
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    network = builder.network();
    course = CourseBuilder.of(network);
    Multipliers multipliers = new Multipliers();
    groups = new KineticsBuilder(study, applied, network, multipliers).build();
    LoadEntriesBuilder entriesBuilder = new LoadEntriesBuilder(study, builder, loads, multipliers);
    entries = groups.stream().map(entriesBuilder::build).toList();
    layout = new Layout(study, builder, groups);
    Vectors vectors = new Vectors(study, applied, builder, multipliers);
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
    double[][] rate = of.rate_per_s().clone();
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
        rate,
        of.lakeRate_per_s(),
        of.lakeVelocity_m_per_s(),
        of.rateVector(),
        of.lakeRateVector(),
        of.saturation_g_per_m3(),
        of.source_g_per_m3_s(),
        of.lakeSaturation_g_per_m3(),
        of.lakeSource_g_per_m2_s(),
        of.lakeSource_g_per_m3_s());
  }
}
