package org.tonle.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.tonle.assess.Concentrations;
import org.tonle.assess.LimitTable;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.model.Limit;
import org.tonle.run.Result;

/// Model outcomes: what the model says of a limit at a place in some seasons. At a node without a
/// verdict of its own, the percentiles of the draws there decide (docs/theory/measured.md, Eq. 12).
final class ModelOutcomes {
  private final Result result;
  private final Concentrations concentrations;
  private final LimitTable table;
  private final Map<Key, Verdict.Outcome> outcomes = new HashMap<>();

  private record Key(Place.Kind kind, String place, String season, Limit limit) {}

  /// @param places places that will be asked for
  ModelOutcomes(Result result, Set<Place> places) {
    this.result = result;
    concentrations = result.concentrations();
    table = result.instance().places().judgement().table();
    Set<Place> wanted = new HashSet<>(places);
    for (Verdict v : result.judged().verdicts()) {
      if (wanted.contains(v.place())) {
        outcomes.put(new Key(v.place().kind(), v.place().id(), v.season(), v.limit()), v.outcome());
      }
    }
  }

  /// The worst outcome of some seasons: broken if broken in one, met only if met in all.
  Verdict.Outcome of(int place, int constituent, Limit limit, SortedSet<Integer> seasons) {
    Place at = concentrations.places().get(place);
    if (limit.scope().isOfYear()) {
      return outcomes.getOrDefault(
          new Key(at.kind(), at.id(), "", limit), Verdict.Outcome.NOT_JUDGED);
    }
    List<Verdict.Outcome> found = new ArrayList<>();
    for (int s : seasons) {
      String season = concentrations.seasons().get(s).id();
      Verdict.Outcome own = outcomes.get(new Key(at.kind(), at.id(), season, limit));
      found.add(own == null ? byPercentiles(place, s, constituent, limit) : own);
    }
    return worst(found);
  }

  private static Verdict.Outcome worst(List<Verdict.Outcome> found) {
    for (Verdict.Outcome decisive :
        List.of(
            Verdict.Outcome.BREACHED,
            Verdict.Outcome.BEYOND_SOURCES,
            Verdict.Outcome.MODEL_NOT_VALID,
            Verdict.Outcome.NEEDS_MORE_DRAWS,
            Verdict.Outcome.NOT_KNOWN,
            Verdict.Outcome.MET)) {
      if (found.contains(decisive)) {
        return decisive;
      }
    }
    return Verdict.Outcome.NOT_JUDGED;
  }

  private Verdict.Outcome byPercentiles(int place, int season, int constituent, Limit limit) {
    double ofMean = table.limitOfMean(limit, place, season);
    if (Double.isNaN(ofMean) || !concentrations.isJudged(place, season)) {
      return Verdict.Outcome.NOT_JUDGED;
    }
    boolean isMinimum = limit.statistic().isMinimum();
    boolean hasDraws = result.options().draws() > 0;
    double low =
        concentrations.value(
            hasDraws ? Statistic.P5 : Statistic.CENTRAL, place, season, constituent);
    double high =
        concentrations.value(
            hasDraws ? Statistic.P95 : Statistic.CENTRAL, place, season, constituent);
    double best = isMinimum ? high : low;
    double worst = isMinimum ? low : high;
    if (!Tie.isMet(best, ofMean, isMinimum)) {
      return Verdict.Outcome.BREACHED;
    }
    return Tie.isMet(worst, ofMean, isMinimum) ? Verdict.Outcome.MET : Verdict.Outcome.NOT_KNOWN;
  }
}
