package org.tonle.run;

import java.util.List;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
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
  final JudgedPlaces layout;
  final DrawVectors central;
  final DrawVectors drawn;

  Twins(Study study, int draws) {
    Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
    network = instance.network();
    course = instance.course();
    groups = instance.groups();
    entries = instance.entries();
    layout = instance.places();
    Vectors vectors = new Vectors(instance);
    central = vectors.central();
    drawn = vectors.drawn(Options.of(draws, 7));
  }

  GroupResult run(Kernel kernel, int group) {
    return kernel.run(
        groups.get(group), entries.get(group), layout.places, layout.thresholds(group, 0));
  }

  /// The same entries, one of them with another load.
  static LoadEntries scaled(LoadEntries of, int entry, double factor) {
    double[] load = of.load_g_per_s().clone();
    for (int at = entry; at < load.length; at += of.count()) {
      load[at] = factor * load[at] + 0.3;
    }
    return of.withLoads(load);
  }
}
