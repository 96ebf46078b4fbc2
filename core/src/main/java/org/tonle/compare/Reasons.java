package org.tonle.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.compare.LeverEffect.Reason;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.run.Result;
import org.tonle.scenario.Applied;
import org.tonle.scenario.Lever;

/// Reasons why one lever alone moves nothing, or not everything.
final class Reasons {
  private static final Set<Lever.Kind> OF_WASTEWATER =
      Set.of(Lever.Kind.SET_PLANT, Lever.Kind.SET_SANITATION, Lever.Kind.BUILD);

  private final Lever lever;
  private final Result before;
  private final Result after;
  private final Applied applied;
  private final List<LoadTerm> moved;
  private final List<Reason> found = new ArrayList<>();

  /// @param after result with only this lever moved
  /// @param applied the study with only this lever moved
  Reasons(Lever lever, Result before, Result after, Applied applied) {
    this.lever = lever;
    this.before = before;
    this.after = after;
    this.applied = applied;
    moved = LoadSums.moved(before.loads(), after.loads());
  }

  /// @param isFelt whether a concentration moves visibly
  List<Reason> find(boolean isFelt) {
    switch (lever.kind()) {
      case SET_PLANT, BUILD -> plant();
      case SET_SANITATION -> sewershed();
      case SCALE_LOAD -> addIf(moved.isEmpty(), Reason.Kind.NO_LOAD);
      case YEAR, GROWTH -> addIf(moved.isEmpty(), Reason.Kind.SAME_LOADS);
      default -> addIf(!isFelt, Reason.Kind.NOT_FELT);
    }
    if (!moved.isEmpty()) {
      addIf(!isFelt, Reason.Kind.NOT_FELT);
      if (OF_WASTEWATER.contains(lever.kind())) {
        constituents();
      }
    }
    return found;
  }

  private void addIf(boolean holds, Reason.Kind kind) {
    if (holds) {
      found.add(new Reason(kind, List.of()));
    }
  }

  private void plant() {
    for (String id : List.of(lever.objects().getFirst(), lever.objects().getFirst() + "-plant")) {
      if (applied.source(id).orElse(null) instanceof Source.Plant plant) {
        if (!hasWastewater(id)) {
          found.add(new Reason(Reason.Kind.NO_WASTEWATER, List.of(id)));
        } else if (moved.isEmpty()) {
          boolean isOperating = plant.status() == Source.Plant.Status.OPERATING;
          found.add(
              new Reason(
                  isOperating ? Reason.Kind.ROOM_ENOUGH : Reason.Kind.NOT_OPERATING, List.of(id)));
        }
      }
    }
  }

  /// Whether any wastewater comes to a plant.
  private boolean hasWastewater(String plant) {
    for (Source source : applied.sources()) {
      boolean isTown =
          source instanceof Source.Town
              && applied.sanitation(source.id()).stream()
                  .anyMatch(
                      r ->
                          r.path() == Sanitation.Path.SEWER_PLANT
                              && r.plant().equals(plant)
                              && r.share() > 0);
      boolean isFactory = source instanceof Source.Industry f && f.plant().equals(plant);
      if (isTown || isFactory) {
        return true;
      }
    }
    return false;
  }

  private void sewershed() {
    Set<String> closed = new TreeSet<>();
    for (Sanitation row : applied.sanitation(lever.objects().getFirst())) {
      if (row.path() == Sanitation.Path.SEWER_PLANT
          && row.share() > 0
          && applied.source(row.plant()).orElse(null) instanceof Source.Plant plant
          && plant.status() != Source.Plant.Status.OPERATING) {
        closed.add(plant.id());
      }
    }
    if (!closed.isEmpty()) {
      found.add(new Reason(Reason.Kind.NOT_OPERATING, List.copyOf(closed)));
    } else {
      addIf(moved.isEmpty(), Reason.Kind.SAME_LOADS);
    }
  }

  /// Finds constituents whose loads do not change although other loads of the same sources do.
  private void constituents() {
    Set<String> sources = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (LoadTerm term : moved) {
      sources.add(term.source());
      changed.add(term.constituent());
    }
    List<String> notRemoved = new ArrayList<>();
    List<String> notMade = new ArrayList<>();
    for (Constituent c : before.study().chemistry().constituents()) {
      if (!changed.contains(c.id()) && !c.isOxygen() && hasLoad(c.id())) {
        boolean isMade =
            after.loads().terms().stream()
                .filter(t -> t.constituent().equals(c.id()) && sources.contains(t.source()))
                .anyMatch(t -> t.generated_g_per_s() > 0);
        (isMade ? notRemoved : notMade).add(c.id());
      }
    }
    if (!notRemoved.isEmpty()) {
      found.add(new Reason(Reason.Kind.NONE_REMOVED, notRemoved));
    }
    if (!notMade.isEmpty()) {
      found.add(new Reason(Reason.Kind.NONE_MADE, notMade));
    }
  }

  private boolean hasLoad(String constituent) {
    return before.loads().terms().stream().anyMatch(t -> t.constituent().equals(constituent));
  }
}
