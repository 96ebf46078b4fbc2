package org.tonle.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.load.LoadTerm;
import org.tonle.model.Names;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.run.Instance;

/// Asked source: a town with all its sewersheds, one sewershed, a plant with all that it treats, a
/// factory, herd or land; and the loads that it puts into the water.
///
/// @param ids ids of the sources whose loads count
/// @param plant id of the plant whose effluent alone is asked about, or ""
public record AskedSource(String id, Names names, Set<String> ids, String plant) {
  public AskedSource {
    ids = Set.copyOf(ids);
  }

  /// Sources whose id, or else whose name in any script, is the word; a divided town comes once,
  /// before its sewersheds.
  public static List<AskedSource> named(Instance instance, String word) {
    List<AskedSource> all = all(instance);
    List<AskedSource> byId = all.stream().filter(s -> s.id.equals(word)).limit(1).toList();
    return byId.isEmpty()
        ? all.stream().filter(s -> SaidName.isNamed(s.names, word)).distinct().toList()
        : byId;
  }

  /// Sources that people call so, without what stands in brackets.
  public static List<AskedSource> said(Instance instance, String word) {
    return all(instance).stream()
        .filter(s -> SaidName.isSaid(s.names, s.id, word))
        .distinct()
        .toList();
  }

  private static List<AskedSource> all(Instance instance) {
    List<AskedSource> all = new ArrayList<>();
    Set<String> towns = new TreeSet<>();
    for (Source source : instance.applied().sources()) {
      if (source instanceof Source.Town town && towns.add(town.town())) {
        all.add(whole(instance, town));
      }
      all.add(one(instance, source));
    }
    return all;
  }

  private static AskedSource whole(Instance instance, Source.Town town) {
    Set<String> ids =
        instance.applied().sources().stream()
            .filter(s -> s instanceof Source.Town other && other.town().equals(town.town()))
            .map(Source::id)
            .collect(Collectors.toSet());
    return new AskedSource(town.town(), town.townNames(), ids, "");
  }

  private static AskedSource one(Instance instance, Source source) {
    if (!(source instanceof Source.Plant plant)) {
      return new AskedSource(source.id(), source.names(), Set.of(source.id()), "");
    }
    Set<String> ids = new TreeSet<>(Set.of(plant.id()));
    for (Source sender : instance.applied().sources()) {
      boolean sends =
          sender instanceof Source.Discharger factory
              ? factory.plant().equals(plant.id())
              : instance.applied().sanitation(sender.id()).stream()
                  .anyMatch(
                      r -> r.path() == Sanitation.Path.SEWER_PLANT && r.plant().equals(plant.id()));
      if (sends) {
        ids.add(sender.id());
      }
    }
    return new AskedSource(plant.id(), plant.names(), ids, plant.id());
  }

  /// Whether a load is one of the source's.
  public boolean holds(Instance instance, LoadTerm term) {
    if (!ids.contains(term.source())) {
      return false;
    }
    return plant.isEmpty()
        || term.source().equals(plant)
        || (term.path().equals("treated")
            && instance
                .applied()
                .source(plant)
                .filter(p -> p.entry().equals(term.entry()))
                .isPresent());
  }
}
