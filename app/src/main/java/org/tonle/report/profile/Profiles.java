package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Breaches;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.report.page.Page;

/// Profiles of a report: the river of the worst breach that the sources can mend, from its source
/// to the sea; then the longest rivers, each by the constituent that is worst there.
final class Profiles {
  private static final int MOST_OTHERS = 5;

  /// Rivers that are shown because they break a limit most.
  private static final int MOST_BROKEN = 4;

  private final Page page;
  private final Stems stems;
  private final Concentrations found;
  private final Breaches breaches;
  private final Required required;
  private final List<Verdict> broken;

  Profiles(Page page) {
    this.page = page;
    stems = new Stems(page);
    required = new Required(page.result);
    found = page.result.concentrations();
    breaches = new Breaches(page.result);
    broken =
        page.result.judged().verdicts().stream()
            .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
            .sorted(
                Comparator.<Verdict>comparingDouble(v -> -breaches.excess(v))
                    .thenComparing(v -> v.place().id())
                    .thenComparing(Verdict::season))
            .toList();
  }

  Stems stems() {
    return stems;
  }

  /// The rivers, the most important first.
  List<River> rivers() {
    List<River> rivers = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (Verdict v : broken) {
      Optional<River> river = through(v).filter(r -> r.stem.stretches().size() > 1);
      boolean isNew = river.isPresent() && !shown.contains(water(v.place()).id());
      if (isNew && rivers.size() < MOST_BROKEN) {
        add(river.get(), rivers, shown);
      }
    }
    stems.all().stream()
        .filter(stem -> stem.stretches().size() > 1)
        .sorted(Comparator.comparingDouble((Stem s) -> -weight(s)))
        .forEach(
            stem -> {
              boolean isNew =
                  stem.stretches().stream().anyMatch(one -> !shown.contains(one.place().id()));
              if (isNew && rivers.size() <= MOST_OTHERS) {
                add(of(stem), rivers, shown);
              }
            });
    return rivers;
  }

  private static void add(River river, List<River> rivers, Set<String> shown) {
    rivers.add(river);
    river.stem.stretches().forEach(one -> shown.add(one.place().id()));
  }

  /// Long and large rivers first; one with a breach counts twice.
  private double weight(Stem stem) {
    boolean isBroken = broken.stream().anyMatch(v -> stem.holds(v.place()));
    return (isBroken ? 2 : 1) * stem.length_km() * StrictMath.sqrt(stems.largest(stem));
  }

  private Optional<River> through(Verdict v) {
    Place place = water(v.place());
    Stem stem = stems.through(place);
    return stem.stretches().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new River(page, required, stem, season(v, place), constituent(v.constituent())));
  }

  /// The reach or node in which a receptor lies.
  Place water(Place place) {
    return page.result.study().rules().receptors().stream()
        .filter(r -> place.kind() == Place.Kind.NODE && r.id().equals(place.id()))
        .findFirst()
        .map(
            r -> {
              boolean isReach = page.reaches.containsKey(r.place().id());
              Place.Kind kind = isReach ? Place.Kind.REACH : Place.Kind.NODE;
              return new Place(kind, r.place().id(), place.names(), place.unit());
            })
        .orElse(place);
  }

  private int constituent(String id) {
    return found.constituents().stream().map(Constituent::id).toList().indexOf(id);
  }

  /// Season of a verdict; of a limit of the year the one with most.
  private int season(Verdict v, Place place) {
    if (!v.season().isEmpty()) {
      return found.seasons().stream().map(Season::id).toList().indexOf(v.season());
    }
    int p = found.indexOf(place.kind(), place.id());
    int worst = 0;
    for (int s = 1; p >= 0 && s < found.seasons().size(); s++) {
      boolean isHigher =
          found.value(Statistic.P50, p, s, constituent(v.constituent()))
              > found.value(Statistic.P50, p, worst, constituent(v.constituent()));
      worst = isHigher ? s : worst;
    }
    return worst;
  }

  /// A river by what is worst there: of its breaches, else of its figures over their limits.
  private River of(Stem stem) {
    Optional<Verdict> first = broken.stream().filter(v -> stem.holds(v.place())).findFirst();
    if (first.isPresent()) {
      Verdict v = first.get();
      return new River(page, required, stem, season(v, v.place()), constituent(v.constituent()));
    }
    River worst = new River(page, required, stem, 0, 0);
    double most = -1;
    for (int c = 0; c < found.constituents().size(); c++) {
      for (int s = 0; s < found.seasons().size(); s++) {
        River one = new River(page, required, stem, s, c);
        double excess =
            stem.stretches().stream()
                .filter(r -> one.isDecided(r) && !one.of.isOxygen())
                .mapToDouble(one::excess)
                .max()
                .orElse(0);
        if (excess > most) {
          most = excess;
          worst = one;
        }
      }
    }
    return worst;
  }

  /// The same river in a season in which a part of it flows backwards, if its own season is
  /// another.
  Optional<River> turned(River river) {
    for (int s = 0; s < found.seasons().size(); s++) {
      River other = river.in(s);
      boolean turns =
          s != river.seasonNumber()
              && river.stem.stretches().stream()
                  .anyMatch(
                      one ->
                          !one.isLake()
                              && (other.state(one) == FlowState.BACKWARD)
                                  != (river.state(one) == FlowState.BACKWARD));
      if (turns) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
