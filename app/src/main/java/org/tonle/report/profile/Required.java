package org.tonle.report.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Judgement;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.run.Result;

/// Required limits of a result by place, season and constituent: those of its main standard, or
/// those that another standard sets for the designated class.
final class Required {
  private record Key(Place place, String season, String constituent) {}

  private final Map<Key, Verdict> verdicts = new HashMap<>();
  private final String standard;

  Required(Result result) {
    this(result, "");
  }

  /// @param other standard to judge by, "" = the main one
  Required(Result result, String other) {
    standard = other.isEmpty() ? result.study().settings().judging().mainStandard() : other;
    Judgement judgement = result.instance().places().judgement();
    for (Verdict v : result.judged().verdicts()) {
      if (other.isEmpty() ? v.required() : judgement.isDesignated(v, other)) {
        verdicts.putIfAbsent(new Key(v.place(), v.season(), v.constituent()), v);
      }
    }
  }

  /// Standard that sets them.
  String standard() {
    return standard;
  }

  /// The limit of the season, else that of the year.
  Optional<Verdict> find(Place place, String season, String constituent) {
    return List.of(season, "").stream()
        .map(s -> Optional.ofNullable(verdicts.get(new Key(place, s, constituent))))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
