package org.tonle.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;

/// Joined scenario: a scenario with further changes on top. Factors multiply those of the same
/// selector; set values replace earlier ones.
public final class JoinedScenario {
  private final List<Change> changes;

  private JoinedScenario(List<Change> changes) {
    this.changes = new ArrayList<>(changes);
  }

  public static Scenario of(Scenario before, String id, List<Change> more) {
    JoinedScenario joined = new JoinedScenario(before.changes());
    more.forEach(joined::add);
    return new Scenario(
        id, before.names(), joined.changes, before.year(), before.growth(), before.climate());
  }

  private void add(Change more) {
    switch (more) {
      case Change.ScaleLoad scale -> scale(scale, scale.factor());
      case Change.ScaleRate scale -> scale(scale, scale.factor());
      case Change.SetDischarge set -> {
        changes.removeIf(
            c ->
                c instanceof Change.SetDischarge old
                    && old.season().equals(set.season())
                    && (set.group().isEmpty() || set.group().equals(old.group())));
        changes.add(set);
      }
      case Change.SetPlant set -> replace(set);
      case Change.SetSanitation set -> replace(set);
      case Change.Build build -> replace(build);
    }
  }

  private void replace(Change more) {
    Selector selector = Selector.of(more);
    changes.removeIf(c -> Selector.of(c).equals(selector) && from(c) >= from(more));
    changes.add(more);
  }

  /// First year of a change: one that holds later leaves an earlier one until then.
  private static int from(Change change) {
    return change.year().orElse(Integer.MIN_VALUE);
  }

  /// The further factor multiplies the factor of every year.
  private void scale(Change more, double factor) {
    Selector selector = Selector.of(more);
    boolean isAlways = false;
    for (int i = 0; i < changes.size(); i++) {
      Change old = changes.get(i);
      if (Selector.of(old).equals(selector)) {
        isAlways |= old.year().equals(OptionalInt.empty());
        changes.set(i, times(old, factor));
      }
    }
    if (!isAlways) {
      changes.add(more);
    }
  }

  private static Change times(Change old, double factor) {
    return switch (old) {
      case Change.ScaleLoad s ->
          new Change.ScaleLoad(
              s.category(), s.unit(), s.source(), s.constituent(), s.factor() * factor, s.year());
      case Change.ScaleRate s -> new Change.ScaleRate(s.reaction(), s.factor() * factor, s.year());
      case Change.SetPlant other -> other;
      case Change.SetSanitation other -> other;
      case Change.SetDischarge other -> other;
      case Change.Build other -> other;
    };
  }
}
