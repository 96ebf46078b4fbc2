package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.load.LoadTerm;
import org.tonle.network.entry.LoadEntries;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Sensitivity;
import org.tonle.simulate.step.DrawVectors;

/// Options in one linked group of constituents: where the loads of every wave enter, by source.
final class GroupOptions {
  private static final int[] NONE = {};

  private final Instance instance;
  private final int group;
  private final Sensitivity.Places places;
  private final List<Loads> waves = new ArrayList<>();
  private final Loads before;

  /// Loads of one wave.
  ///
  /// @param of entries of each source
  record Loads(LoadEntries entries, DrawVectors draws, Map<String, int[]> of) {
    int[] of(String source) {
      return of.getOrDefault(source, NONE);
    }
  }

  GroupOptions(Baseline baseline, List<Instance> instances, int group) {
    instance = baseline.instance();
    this.group = group;
    places = new Sensitivity.Places(instance.network(), instance.groups().get(group).memberCount());
    before = loads(instance, baseline.drawn());
    for (Instance one : instances) {
      waves.add(loads(one, baseline.drawn(one)));
    }
  }

  private Loads loads(Instance of, DrawVectors draws) {
    LoadEntries entries = of.entries().get(group);
    places.add(entries);
    List<LoadTerm> terms = of.loads().terms();
    Map<String, List<Integer>> bySource = new HashMap<>();
    for (int i = 0; i < entries.count(); i++) {
      int origin = entries.origin()[i];
      String source = origin < 0 ? "" : terms.get(origin).source();
      bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> found = new HashMap<>();
    bySource.forEach((s, list) -> found.put(s, list.stream().mapToInt(i -> i).toArray()));
    return new Loads(entries, draws, found);
  }

  Sensitivity.Places places() {
    return places;
  }

  /// Loads of a wave of options.
  Loads wave(int wave) {
    return waves.get(wave);
  }

  /// Loads as they are.
  Loads before() {
    return before;
  }

  /// Adjoint of the group in the water of the baseline.
  Adjoint adjoint() {
    return new Adjoint(
        instance.network(),
        instance.groups().get(group),
        instance.entries().get(group),
        instance.study().settings().routing().lakeSteps());
  }
}
