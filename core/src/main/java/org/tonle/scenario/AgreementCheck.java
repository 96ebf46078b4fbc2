package org.tonle.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;

/// Check that no two changes of one selector, or of selectors of equal breadth, disagree.
final class AgreementCheck {
  private final StudyIndex index;
  private final ChangeProblems problems;

  private AgreementCheck(StudyIndex index, ChangeProblems problems) {
    this.index = index;
    this.problems = problems;
  }

  private record Key(Object selector, OptionalInt year) {}

  static void check(StudyIndex index, Scenario scenario, ChangeProblems problems) {
    AgreementCheck check = new AgreementCheck(index, problems);
    check.changes(scenario.changes());
    check.growth(scenario.growth());
    check.climate(scenario.climate().discharges());
  }

  private void changes(List<Change> changes) {
    Map<Key, Integer> first = new HashMap<>();
    Map<Key, Integer> plantOf = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Integer before = first.putIfAbsent(new Key(Selector.of(change), change.year()), i);
      if (before != null) {
        Change other = changes.get(before);
        if (!Selector.value(other).equals(Selector.value(change))) {
          disagree(before, i, Selector.of(change).text());
        }
      } else if (change instanceof Change.Build build) {
        built(i, build, changes, plantOf);
      } else if (change instanceof Change.SetPlant set) {
        one(i, set.plant(), set.year(), changes, plantOf);
      }
    }
  }

  private void built(int i, Change.Build build, List<Change> changes, Map<Key, Integer> plantOf) {
    one(i, BuiltPlants.plantId(index, build), build.year(), changes, plantOf);
    BuiltPlants.sewersheds(index, build).stream()
        .distinct()
        .forEach(s -> one(i, "sewers of " + s, build.year(), changes, plantOf));
  }

  /// Only one change may build or set a plant, and only one may lead a sewershed to a plant.
  private void one(
      int i, String what, OptionalInt year, List<Change> changes, Map<Key, Integer> plantOf) {
    Integer before = plantOf.putIfAbsent(new Key(what, year), i);
    if (before != null && before != i) {
      disagree(before, i, Selector.of(changes.get(i)).text());
    }
  }

  private void disagree(int first, int second, String what) {
    int row = problems.row(first);
    String where = row > 0 ? Integer.toString(row) : "#" + (first + 1);
    problems.error("changes_disagree", second, "", where, what, "");
  }

  private void growth(List<Scenario.Growth> growth) {
    Map<String, Double> first = new HashMap<>();
    for (Scenario.Growth one : growth) {
      Double before = first.putIfAbsent(one.unit(), one.growth_per_a());
      if (before != null && before != one.growth_per_a()) {
        whole("growth " + one.unit());
      }
    }
  }

  private void whole(String what) {
    problems.error("changes_disagree", ChangeProblems.WHOLE, "", "", what.strip(), "");
  }

  /// A factor of one season and a factor of one group overlap, unless that pair has its own factor.
  private void climate(List<Scenario.DischargeFactor> factors) {
    Map<List<String>, Double> first = new HashMap<>();
    for (Scenario.DischargeFactor one : factors) {
      Double before = first.putIfAbsent(List.of(one.season(), one.group()), one.factor());
      if (before != null && before != one.factor()) {
        whole("climate.discharge " + one.season() + " " + one.group());
      }
    }
    for (Scenario.DischargeFactor a : factors) {
      for (Scenario.DischargeFactor b : factors) {
        boolean isCrossed =
            !a.season().isEmpty()
                && a.group().isEmpty()
                && b.season().isEmpty()
                && !b.group().isEmpty();
        if (isCrossed
            && a.factor() != b.factor()
            && !first.containsKey(List.of(a.season(), b.group()))) {
          whole("climate.discharge " + a.season() + " " + b.group());
        }
      }
    }
  }
}
