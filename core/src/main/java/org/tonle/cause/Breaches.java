package org.tonle.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Breaches of required limits in a result, and the places where they are worst.
public final class Breaches {
  /// Smallest oxygen concentration that a limit is divided by.
  private static final double LEAST = 1e-9;

  private final Concentrations found;
  private final Map<String, Integer> season = new HashMap<>();
  private final Map<String, Integer> constituent = new HashMap<>();
  private final List<Verdict> verdicts;
  private final Set<String> set;

  public Breaches(Result result) {
    found = result.concentrations();
    for (Season s : found.seasons()) {
      season.put(s.id(), season.size());
    }
    for (Constituent c : found.constituents()) {
      constituent.put(c.id(), constituent.size());
    }
    set = result.scenario().seasonsOfSetFlow();
    double confidence = result.study().settings().judging().confidence();
    verdicts =
        result.judged().verdicts().stream()
            .filter(v -> v.required() && v.isBroken(confidence))
            .toList();
  }

  /// A statistic of the concentration that a verdict is about; NaN if there is none.
  public double value(Statistic statistic, Verdict v) {
    int place = found.indexOf(v.place().kind(), v.place().id());
    return place < 0
        ? Double.NaN
        : found.value(
            statistic,
            place,
            season.getOrDefault(v.season(), 0),
            constituent.getOrDefault(v.constituent(), 0));
  }

  /// Median over the limit (for oxygen the limit over the median).
  public double excess(Verdict v) {
    double median = value(Statistic.P50, v);
    return v.limit().statistic().isMinimum()
        ? v.limitOfMean() / StrictMath.max(median, LEAST)
        : median / v.limitOfMean();
  }

  /// Every breached concentration once, in the order of the verdicts. In a scenario that sets
  /// flows, only the seasons of these flows count.
  public List<Question> questions() {
    return verdicts.stream()
        .filter(v -> set.isEmpty() || set.contains(v.season()))
        .map(v -> new Question(v.place(), v.season(), v.constituent()))
        .distinct()
        .toList();
  }

  /// The places that exceed a limit most, worst first.
  public WorstPlaces worst(int most) {
    Map<Place, Double> excess = new HashMap<>();
    verdicts.forEach(v -> excess.merge(v.place(), excess(v), StrictMath::max));
    List<Place> each = new ArrayList<>(excess.keySet());
    each.sort(
        Comparator.comparingDouble((Place p) -> -excess.getOrDefault(p, 0.0))
            .thenComparing(Place::kind)
            .thenComparing(Place::id));
    return new WorstPlaces(
        Set.copyOf(each.subList(0, StrictMath.min(most, each.size()))), each.size());
  }
}
