package org.tonle.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;

/// Judgements of two runs on the same limits, compared one by one.
final class Judgements {
  private record Key(
      Place.Kind kind, String place, String season, String constituent, Limit limit) {
    static Key of(Verdict v) {
      return new Key(v.place().kind(), v.place().id(), v.season(), v.constituent(), v.limit());
    }
  }

  private Judgements() {}

  /// Verdicts whose outcome differs, in their order.
  static List<VerdictChange> changes(List<Verdict> before, List<Verdict> after) {
    Map<Key, Verdict> was = new HashMap<>();
    before.forEach(v -> was.putIfAbsent(Key.of(v), v));
    List<VerdictChange> found = new ArrayList<>();
    for (Verdict now : after) {
      Verdict old = was.get(Key.of(now));
      if (old != null && old.outcome() != now.outcome()) {
        found.add(new VerdictChange(old, now));
      }
    }
    return found;
  }
}
