package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /// A statistic of the concentration that a verdict is about; NaN if there is none. Of a limit of
  /// the year, its mean over the seasons of the place by their days.
  public double value(Statistic statistic, Verdict v) {
    int place = found.indexOf(v.place().kind(), v.place().id());
    int of = constituent.getOrDefault(v.constituent(), 0);
    if (place < 0) {
      return Double.NaN;
    }
    int[] seasons = seasons(v, place);
    if (seasons.length == 1) {
      return found.value(statistic, place, seasons[0], of);
    }
    double sum = 0;
    double days = 0;
    for (int s : seasons) {
      double own = found.seasons().get(s).duration_d();
      sum += own * found.value(statistic, place, s, of);
      days += own;
    }
    return sum / days;
  }

  /// Season of a verdict; of a limit of the year those that it may bind.
  private int[] seasons(Verdict v, int place) {
    if (!v.isOfYear()) {
      return new int[] {season.getOrDefault(v.season(), 0)};
    }
    return IntStream.range(0, found.seasons().size())
        .filter(s -> found.isJudged(place, s))
        .filter(s -> v.limit().scope().holds(found.seasons().get(s)))
        .toArray();
  }

  /// Ids of these seasons.
  private Stream<String> seasons(Verdict v) {
    int place = found.indexOf(v.place().kind(), v.place().id());
    return Arrays.stream(seasons(v, place)).mapToObj(s -> found.seasons().get(s).id());
  }

  /// Median over the limit (for oxygen the limit over the median).
  public double excess(Verdict v) {
    double median = value(Statistic.P50, v);
    return v.limit().statistic().isMinimum()
        ? v.limitOfMean() / StrictMath.max(median, LEAST)
        : median / v.limitOfMean();
  }

  /// Number of breached limits of the year, for which no cut is computed.
  public long ofYear() {
    return verdicts.stream().filter(Verdict::isOfYear).count();
  }

  /// Every breached concentration once, in the order of the verdicts. In a scenario that sets
  /// flows, only the seasons of these flows count. A limit of the year asks for all its seasons.
  public List<Question> questions() {
    return verdicts.stream()
        .flatMap(v -> seasons(v).map(s -> new Question(v.place(), s, v.constituent())))
        .filter(q -> set.isEmpty() || set.contains(q.season()))
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
