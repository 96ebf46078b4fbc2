package org.tonle.run;

import java.util.List;
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
import org.tonle.simulate.DrawVectors;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Kernel;

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
    Loads loads = LoadModel.of(study, Scenario.BASELINE);
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    network = builder.network();
    course = CourseBuilder.of(network);
    Multipliers multipliers = new Multipliers();
    groups = new KineticsBuilder(study, Scenario.BASELINE, network, multipliers).build();
    LoadEntriesBuilder entriesBuilder = new LoadEntriesBuilder(study, builder, loads, multipliers);
    entries = groups.stream().map(entriesBuilder::build).toList();
    layout = new Layout(study, builder, groups);
    Vectors vectors = new Vectors(study, builder, multipliers);
    central = vectors.central();
    drawn = vectors.drawn(Options.of(draws, 7));
  }

  GroupResult run(Kernel kernel, int group) {
    return kernel.run(
        groups.get(group), entries.get(group), layout.places, layout.thresholds(group));
  }
}
