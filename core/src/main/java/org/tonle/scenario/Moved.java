package org.tonle.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;

/// Moved parts of a study between two scenarios: the sources whose loads must be computed again,
/// and whether rates or water differ.
///
/// @param sources ids of sources whose load may differ, and of every source that shares a plant
///   with one of them
/// @param areRates whether a reaction or the temperature of the water differs
/// @param isWater whether a discharge differs
public record Moved(Set<String> sources, boolean areRates, boolean isWater) {
  public Moved {
    sources = Set.copyOf(sources);
  }

  public static Moved between(Applied one, Applied other) {
    boolean isWarmer = one.temperatureRise_c() != other.temperatureRise_c();
    return new Moved(
        new Sources(one, other).find(),
        isWarmer || !rates(one).equals(rates(other)),
        !one.scenario().climate().discharges().equals(other.scenario().climate().discharges())
            || !of(one, Change.SetDischarge.class).equals(of(other, Change.SetDischarge.class)));
  }

  private static Set<Change> rates(Applied applied) {
    return of(applied, Change.ScaleRate.class);
  }

  private static Set<Change> of(Applied applied, Class<? extends Change> kind) {
    Set<Change> found = new HashSet<>();
    applied.changes().stream().filter(kind::isInstance).forEach(found::add);
    return found;
  }

  private static final class Sources {
    private final Applied one;
    private final Applied other;
    private final StudyIndex index;
    private final Set<String> touched = new TreeSet<>();

    Sources(Applied one, Applied other) {
      this.one = one;
      this.other = other;
      index = one.index();
    }

    Set<String> find() {
      Set<Change> scaled = of(one, Change.ScaleLoad.class);
      Set<Change> scaledNow = of(other, Change.ScaleLoad.class);
      boolean isPeople =
          one.year() != other.year() || !one.scenario().growth().equals(other.scenario().growth());
      for (Change change : scaled) {
        if (!scaledNow.contains(change)) {
          scaled(change);
        }
      }
      for (Change change : scaledNow) {
        if (!scaled.contains(change)) {
          scaled(change);
        }
      }
      if (isPeople) {
        index.study().emissions().sources().stream()
            .filter(s -> s instanceof Source.Town)
            .forEach(s -> touched.add(s.id()));
      }
      plantsAndPeople();
      close();
      return touched;
    }

    private void scaled(Change change) {
      if (change instanceof Change.ScaleLoad scale && !scale.source().isEmpty()) {
        touched.addAll(index.meant(scale.source()));
      } else {
        index.study().emissions().sources().forEach(s -> touched.add(s.id()));
      }
    }

    private void plantsAndPeople() {
      Set<String> ids = new TreeSet<>(one.changedSources().keySet());
      ids.addAll(other.changedSources().keySet());
      for (String id : ids) {
        boolean isOther = one.reliabilityShare(id) != other.reliabilityShare(id);
        if (isOther || !one.source(id).equals(other.source(id))) {
          touched.add(id);
          touched.addAll(index.sludgeSenders(id));
          changedTowns().stream().filter(town -> names(town, id)).forEach(touched::add);
        }
      }
      for (String town : changedTowns()) {
        if (!one.sanitation(town).equals(other.sanitation(town))) {
          touched.add(town);
        }
      }
    }

    private Set<String> changedTowns() {
      Set<String> towns = new TreeSet<>(one.changedSanitation().keySet());
      towns.addAll(other.changedSanitation().keySet());
      return towns;
    }

    private boolean names(String town, String plant) {
      return one.sanitation(town).stream().anyMatch(r -> r.plant().equals(plant))
          || other.sanitation(town).stream().anyMatch(r -> r.plant().equals(plant));
    }

    /// The treatment of one stream of a plant depends on all others, so all are computed together.
    private void close() {
      Set<String> done = new HashSet<>();
      List<String> open = List.copyOf(touched);
      while (!open.isEmpty()) {
        Set<String> more = new TreeSet<>();
        for (String id : open) {
          for (String plant : plantsOf(id)) {
            if (done.add(plant)) {
              more.add(plant);
              more.addAll(senders(plant));
            }
          }
        }
        more.removeAll(touched);
        touched.addAll(more);
        open = List.copyOf(more);
      }
    }

    /// The plant that a source is and the plants that it sends to, in either scenario.
    private Set<String> plantsOf(String id) {
      Set<String> plants = new TreeSet<>();
      for (Applied applied : List.of(one, other)) {
        Optional<Source> source = applied.source(id);
        if (source.isPresent() && source.get() instanceof Source.Plant) {
          plants.add(id);
        } else if (source.isPresent() && source.get() instanceof Source.Discharger one) {
          plants.add(one.plant());
        }
        applied.sanitation(id).stream().map(Sanitation::plant).forEach(plants::add);
      }
      plants.remove("");
      return plants;
    }

    private Set<String> senders(String plant) {
      Set<String> found = new TreeSet<>(index.senders(plant));
      if (one.isSludgeLimited(plant) || other.isSludgeLimited(plant)) {
        found.addAll(index.sludgeSenders(plant));
      }
      changedTowns().stream().filter(town -> names(town, plant)).forEach(found::add);
      for (Applied applied : List.of(one, other)) {
        applied.changedSources().values().stream()
            .filter(s -> s instanceof Source.Discharger d && d.plant().equals(plant))
            .forEach(s -> found.add(s.id()));
      }
      return found;
    }
  }
}
