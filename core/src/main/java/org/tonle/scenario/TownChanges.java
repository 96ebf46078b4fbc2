package org.tonle.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.Change.SetSanitation;

/// Town changes as changes of its sewersheds: a share set for a divided town is set in each
/// sewershed whose own share no change sets.
final class TownChanges {
  private TownChanges() {}

  private record Own(String sewershed, Sanitation.Path path) {}

  static List<Change> bySewershed(StudyIndex index, List<Change> changes) {
    Set<Own> own = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof SetSanitation set && !set.sewershed().isEmpty()) {
        own.add(new Own(set.sewershed(), set.path()));
      }
    }
    List<Change> found = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof SetSanitation set && isOfWhole(index, set)) {
        index.sewersheds(set.town()).stream()
            .filter(s -> !own.contains(new Own(s, set.path())))
            .forEach(s -> found.add(in(s, set, set.year())));
      } else {
        found.add(change);
      }
    }
    return found;
  }

  private static boolean isOfWhole(StudyIndex index, SetSanitation set) {
    return set.sewershed().isEmpty() && index.isDivided(set.town());
  }

  private static SetSanitation in(String sewershed, SetSanitation set, OptionalInt year) {
    return new SetSanitation(
        set.town(), sewershed, set.path(), set.share(), set.plant(), set.from(), year);
  }

  /// Whether a change of a scenario, without its year, is `applied` or gave it.
  static boolean gave(Change change, SetSanitation applied) {
    Change value = Selector.value(change);
    return value.equals(applied)
        || (value instanceof SetSanitation set
            && set.sewershed().isEmpty()
            && in(applied.sewershed(), set, OptionalInt.empty()).equals(applied));
  }
}
