package org.tonle.report.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.run.Result;

/// Required limits of a result by place, season and constituent.
final class Required {
  private record Key(Place place, String season, String constituent) {}

  private final Map<Key, Verdict> verdicts = new HashMap<>();

  Required(Result result) {
    for (Verdict v : result.judged().verdicts()) {
      if (v.required()) {
        verdicts.putIfAbsent(new Key(v.place(), v.season(), v.constituent()), v);
      }
    }
  }

  /// The limit of the season, else that of the year.
  Optional<Verdict> find(Place place, String season, String constituent) {
    return List.of(season, "").stream()
        .map(s -> Optional.ofNullable(verdicts.get(new Key(place, s, constituent))))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
