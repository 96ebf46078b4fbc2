package org.tonle.serve.held;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Apportionments;
import org.tonle.model.Season;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.serve.guard.Turnstile;

/// Cause answers: who causes a concentration, found when it is asked and kept for the next.
public final class CauseAnswers {
  private static final int MOST_KEPT = 200;

  private final Turnstile turnstile;

  /// Question about one result; two results are the same only if they are one.
  private record Key(Result result, Question question) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Key key && key.result == result && key.question.equals(question);
    }

    @Override
    public int hashCode() {
      return question.hashCode();
    }
  }

  private final Map<Key, Apportionment> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Apportionment> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public CauseAnswers(Turnstile turnstile) {
    this.turnstile = turnstile;
  }

  /// Causes at a place in a season; empty where no water is judged.
  public Optional<Apportionment> of(Result result, int place, int season, int constituent) {
    Concentrations water = result.concentrations();
    if (!water.isJudged(place, season)) {
      return Optional.empty();
    }
    Question question =
        new Question(
            water.places().get(place),
            water.seasons().get(season).id(),
            water.constituents().get(constituent).id());
    Key key = new Key(result, question);
    synchronized (kept) {
      Apportionment known = kept.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Apportionment found =
        turnstile.pass(() -> Apportionments.of(result, List.of(question)).all().getFirst());
    synchronized (kept) {
      kept.put(key, found);
    }
    return Optional.of(found);
  }

  /// The season in which a constituent is worst at a place: over its required limit by most, else
  /// highest, of oxygen lowest.
  public static int worstSeason(Result result, int place, int constituent) {
    Concentrations water = result.concentrations();
    boolean isOxygen = water.constituents().get(constituent).isOxygen();
    int worst = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < water.seasons().size(); s++) {
      if (!water.isJudged(place, s)) {
        continue;
      }
      double value = water.value(Statistic.P50, place, s, constituent);
      double limit = limit(result, place, s, constituent).map(Verdict::limitOfMean).orElse(1.0);
      double excess = isOxygen ? -value : value / (limit > 0 ? limit : 1);
      if (excess > most) {
        most = excess;
        worst = s;
      }
    }
    return worst;
  }

  /// The required limit of a place in a season, if there is one; else any that is judged.
  public static Optional<Verdict> limit(Result result, int place, int season, int constituent) {
    Concentrations water = result.concentrations();
    String id = water.constituents().get(constituent).id();
    return verdicts(result, place).stream()
        .filter(v -> v.constituent().equals(id) && v.limitOfMean() > 0)
        .filter(
            v ->
                v.isOfYear()
                    ? v.limit().scope().holds(water.seasons().get(season))
                    : v.season().equals(water.seasons().get(season).id()))
        .min((a, b) -> Boolean.compare(b.required(), a.required()));
  }

  /// The limit that a standard sets for the class designated to a place; "" = the required one.
  public static Optional<Verdict> limit(
      Result result, int place, int season, int constituent, String standard) {
    if (standard.isEmpty()) {
      return limit(result, place, season, constituent);
    }
    Concentrations water = result.concentrations();
    String id = water.constituents().get(constituent).id();
    Season at = water.seasons().get(season);
    return verdicts(result, place).stream()
        .filter(v -> v.constituent().equals(id) && v.limitOfMean() > 0)
        .filter(v -> result.instance().places().judgement().isDesignated(v, standard))
        .filter(v -> v.isOfYear() ? v.limit().scope().holds(at) : v.season().equals(at.id()))
        .findFirst();
  }

  /// Verdicts on a place.
  public static List<Verdict> verdicts(Result result, int place) {
    var of = result.concentrations().places().get(place);
    return result.judged().verdicts().stream().filter(v -> v.place().equals(of)).toList();
  }
}
