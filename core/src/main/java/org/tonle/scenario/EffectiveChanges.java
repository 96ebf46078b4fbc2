package org.tonle.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.model.Scenario.Change;

/// Effective changes of a year, one for each selector, in an order independent of files.
final class EffectiveChanges {
  private EffectiveChanges() {}

  /// Of several changes of one selector, the latest one already reached holds. Of two that
  /// disagree, which [ScenarioCheck] refuses, always the same one holds.
  static List<Change> of(List<Change> changes, int year) {
    Map<Selector, Change> found = new TreeMap<>();
    for (Change change : changes) {
      if (change.year().orElse(Integer.MIN_VALUE) <= year) {
        found.merge(Selector.of(change), change, EffectiveChanges::later);
      }
    }
    return found.values().stream().map(Selector::value).toList();
  }

  private static Change later(Change one, Change other) {
    int first = one.year().orElse(Integer.MIN_VALUE);
    int second = other.year().orElse(Integer.MIN_VALUE);
    if (first != second) {
      return first > second ? one : other;
    }
    String a = Selector.value(one).toString();
    String b = Selector.value(other).toString();
    return a.compareTo(b) <= 0 ? one : other;
  }
}
