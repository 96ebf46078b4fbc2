package org.tonle.export.map;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.model.Season;
import org.tonle.run.Result;

/// Place classes by the main standard, over all constituents, for every place and season.
final class PlaceClasses {
  private final int seasons;
  private final double[] rank;
  private final @Nullable String[] name;
  private final @Nullable String[] verdict;

  PlaceClasses(Result result) {
    Concentrations found = result.concentrations();
    Map<String, Integer> seasonOf = new HashMap<>();
    for (Season season : found.seasons()) {
      seasonOf.put(season.id(), seasonOf.size());
    }
    seasons = seasonOf.size();
    rank = new double[found.places().size() * seasons];
    Arrays.fill(rank, Double.NaN);
    name = new String[rank.length];
    verdict = new String[rank.length];
    for (Verdict v : result.judged().verdicts()) {
      if (v.required()) {
        int place = found.indexOf(v.place().kind(), v.place().id());
        int at = place * seasons + seasonOf.getOrDefault(v.season(), 0);
        verdict[at] = pressing(verdict[at], v.outcome());
      }
    }
    String main = result.study().settings().judging().mainStandard();
    for (WaterClass one : result.judged().classes()) {
      if (one.constituent().isEmpty() && one.standard().equals(main)) {
        int place = found.indexOf(one.place().kind(), one.place().id());
        int at = place * seasons + seasonOf.getOrDefault(one.season(), 0);
        rank[at] = one.rank();
        name[at] = one.className();
      }
    }
  }

  /// Verdicts that a place's word may be, the most pressing first.
  private static final List<Verdict.Outcome> PRESSING =
      List.of(
          Verdict.Outcome.BREACHED,
          Verdict.Outcome.BEYOND_SOURCES,
          Verdict.Outcome.NEEDS_MORE_DRAWS,
          Verdict.Outcome.MODEL_NOT_VALID,
          Verdict.Outcome.NOT_KNOWN,
          Verdict.Outcome.MET,
          Verdict.Outcome.NOT_JUDGED);

  private static String pressing(@Nullable String word, Verdict.Outcome other) {
    for (Verdict.Outcome one : PRESSING) {
      if (one == other || one.id().equals(word)) {
        return one.id();
      }
    }
    return other.id();
  }

  /// The most pressing verdict on a required limit; "" if there is none.
  String verdict(int place, int season) {
    @Nullable String found = place < 0 ? null : verdict[place * seasons + season];
    return found == null ? "" : found;
  }

  /// Rank of the class; NaN if the place is not judged.
  double rank(int place, int season) {
    return place < 0 ? Double.NaN : rank[place * seasons + season];
  }

  /// Name of the class; "" if the place is not judged or worse than the last class.
  String name(int place, int season) {
    @Nullable String found = place < 0 ? null : name[place * seasons + season];
    return found == null ? "" : found;
  }
}
