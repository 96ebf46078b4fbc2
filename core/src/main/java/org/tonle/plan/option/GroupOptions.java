package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tonle.load.LoadTerm;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.Multipliers;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.simulate.reverse.Sensitivity;
import org.tonle.simulate.step.DrawVectors;

/// Options in one linked group of constituents: where the loads of every wave enter, by source.
final class GroupOptions {
  private static final int[] NONE = {};

  private final Sensitivity.Places places;
  private final List<Loads> waves = new ArrayList<>();
  private final Loads before;

  /// Places where the loads of each source enter, before and under any wave.
  private final Map<String, int[]> placesOf = new HashMap<>();

  /// Loads of one wave.
  ///
  /// @param of entries of each source
  record Loads(LoadEntries entries, DrawVectors draws, Map<String, int[]> of) {
    int[] of(String source) {
      return of.getOrDefault(source, NONE);
    }
  }

  /// @param loads loads of the sites under every wave
  GroupOptions(Baseline baseline, List<List<LoadTerm>> loads, int group) {
    Instance instance = baseline.instance();
    Kinetics kinetics = instance.groups().get(group);
    places = new Sensitivity.Places(instance.network(), kinetics.memberCount());
    before = loads(instance.entries().get(group), instance.loads().terms(), baseline.drawn());
    for (List<LoadTerm> terms : loads) {
      Multipliers more = instance.multipliers().extended();
      LoadEntries entries = instance.entriesBuilder().alone(kinetics, terms, more);
      waves.add(loads(entries, terms, baseline.drawnWith(more)));
    }
  }

  private Loads loads(LoadEntries entries, List<LoadTerm> terms, DrawVectors draws) {
    places.add(entries);
    Map<String, List<Integer>> bySource = new HashMap<>();
    for (int i = 0; i < entries.count(); i++) {
      int origin = entries.origin()[i];
      String source = origin < 0 ? "" : terms.get(origin).source();
      bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> found = new HashMap<>();
    bySource.forEach(
        (s, list) -> {
          found.put(s, list.stream().mapToInt(i -> i).toArray());
          IntStream own = list.stream().mapToInt(i -> places.of(entries, i));
          IntStream all = IntStream.concat(Arrays.stream(placesOf.getOrDefault(s, NONE)), own);
          placesOf.put(s, all.sorted().distinct().toArray());
        });
    return new Loads(entries, draws, found);
  }

  /// Whether anything that a source sends, before or under any wave, gets to a place.
  boolean isReached(Sensitivity place, String source) {
    for (int from : placesOf.getOrDefault(source, NONE)) {
      if (place.isReachedFrom(from)) {
        return true;
      }
    }
    return false;
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
}
