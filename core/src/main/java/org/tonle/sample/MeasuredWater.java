package org.tonle.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.assess.Comparisons;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Judgement;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.Observation;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.run.Result;

/// Measured water: every station and constituent by year, held against the limits of its place and
/// beside the verdicts of the model (docs/theory/measured.md).
///
/// Limits, classes and their reading are those of the verdicts: what a law calls *max* is read as
/// P95 of the samples.
public final class MeasuredWater {
  /// A year speaks for a station from so many samples on; before, all years do.
  private static final int ENOUGH = MeasuredVerdict.ENOUGH;

  private final Study study;
  private final Concentrations concentrations;
  private final Comparisons comparisons;
  private final Judgement judgement;
  private final ModelOutcomes model;

  private MeasuredWater(Result result) {
    study = result.study();
    concentrations = result.concentrations();
    comparisons = new Comparisons(concentrations);
    judgement = result.instance().places().judgement();
    Set<Place> places = new HashSet<>();
    for (Observation o : study.evidence().observations()) {
      int place = comparisons.placeOf(o.place());
      if (place >= 0) {
        places.add(concentrations.places().get(place));
      }
    }
    model = new ModelOutcomes(result, places);
  }

  private record Key(String station, String place, String constituent) {}

  /// Rows by place, station and constituent; of each by year, limit by limit.
  public static List<MeasuredRow> of(Result result) {
    if (result.study().evidence().observations().isEmpty()) {
      return List.of();
    }
    MeasuredWater water = new MeasuredWater(result);
    Map<Key, List<Observation>> stations = new LinkedHashMap<>();
    for (Observation o : water.study.evidence().observations()) {
      Key key = new Key(o.station(), o.place(), o.constituent());
      stations.computeIfAbsent(key, k -> new ArrayList<>()).add(o);
    }
    List<MeasuredRow> rows = new ArrayList<>();
    stations.forEach((key, own) -> rows.addAll(water.station(key, own)));
    return rows;
  }

  private List<MeasuredRow> station(Key key, List<Observation> own) {
    int place = comparisons.placeOf(key.place);
    int constituent = comparisons.constituentOf(key.constituent);
    if (place < 0 || constituent < 0) {
      return List.of();
    }
    Constituent of = concentrations.constituents().get(constituent);
    MeasuredRow.Station station =
        new MeasuredRow.Station(
            key.station,
            concentrations.places().get(place),
            of,
            own.stream()
                .map(o -> o.provenance().quality())
                .max(Comparator.naturalOrder())
                .orElse(Quality.ESTIMATE),
            own.stream().anyMatch(o -> o.use() != Observation.Use.LEAVE_OUT));
    List<MeasuredRow> rows = new ArrayList<>();
    for (Part part : parts(own, of.isOxygen())) {
      rows.addAll(rows(station, part, place, constituent));
    }
    return rows;
  }

  /// What is known of a station and constituent in one year, or in all.
  private record Part(
      String year,
      List<Integer> months,
      Sampled sampled,
      Optional<Trend> trend,
      boolean headline) {}

  private List<Part> parts(List<Observation> own, boolean isOxygen) {
    List<SampledValue> samples = new ArrayList<>();
    Map<List<Integer>, List<Observation>> summaries = new LinkedHashMap<>();
    for (Observation o : own) {
      if (o.date().isPresent() && isOneValue(o.statistic())) {
        if (o.use() != Observation.Use.LEAVE_OUT) {
          samples.add(sample(o, o.date().get()));
        }
      } else {
        summaries.computeIfAbsent(o.months(), m -> new ArrayList<>()).add(o);
      }
    }
    List<Part> parts = new ArrayList<>(ofYears(samples));
    boolean hasSamples = !parts.isEmpty();
    summaries.forEach(
        (months, figures) ->
            parts.add(
                new Part(
                    "",
                    months,
                    new SummarySet(figures, seasons(figures.getFirst()), isOxygen),
                    Optional.empty(),
                    !hasSamples && isWidest(months, summaries.keySet()))));
    return parts;
  }

  /// Whether no other summary holds the months of one: the whole year speaks for its two halves.
  private static boolean isWidest(List<Integer> months, Set<List<Integer>> all) {
    return all.stream()
        .noneMatch(other -> other.size() > months.size() && other.containsAll(months));
  }

  /// Whether a dated figure stands for the water of its day.
  private static boolean isOneValue(Observation.Statistic statistic) {
    return switch (statistic) {
      case SAMPLE, MEAN, MEDIAN -> true;
      case MIN, MAX, P10, P90 -> false;
    };
  }

  private SampledValue sample(Observation o, LocalDate date) {
    List<Season> all = concentrations.seasons();
    int season = 0;
    for (int s = 0; s < all.size(); s++) {
      season = all.get(s).months().contains(date.getMonthValue()) ? s : season;
    }
    return new SampledValue(date.getYear(), season, o.value(), o.bound());
  }

  private SortedSet<Integer> seasons(Observation o) {
    double[] weight = comparisons.weights(o);
    SortedSet<Integer> seasons = new TreeSet<>();
    for (int s = 0; s < weight.length; s++) {
      if (weight[s] > 0) {
        seasons.add(s);
      }
    }
    return seasons;
  }

  /// Each year, and all years together if there are several; the last year with enough samples
  /// speaks for the station, else all.
  private static List<Part> ofYears(List<SampledValue> samples) {
    TreeMap<Integer, List<SampledValue>> years = new TreeMap<>();
    for (SampledValue s : samples) {
      years.computeIfAbsent(s.year(), y -> new ArrayList<>()).add(s);
    }
    if (years.isEmpty()) {
      return List.of();
    }
    int speaks =
        years.size() == 1
            ? years.firstKey()
            : years.descendingMap().entrySet().stream()
                .filter(e -> e.getValue().size() >= ENOUGH)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.MIN_VALUE);
    List<Part> parts = new ArrayList<>();
    years.forEach(
        (year, own) ->
            parts.add(
                new Part(
                    Integer.toString(year),
                    List.of(),
                    new SampleSet(own),
                    Optional.empty(),
                    year == speaks)));
    if (years.size() > 1) {
      parts.add(
          new Part(
              "",
              List.of(),
              new SampleSet(samples),
              SeasonalKendall.of(samples),
              speaks == Integer.MIN_VALUE));
    }
    return parts;
  }

  private List<MeasuredRow> rows(
      MeasuredRow.Station station, Part part, int place, int constituent) {
    List<MeasuredRow> rows = new ArrayList<>();
    Map<String, String> classes = judgement.classesOfWater(station.place());
    for (Limit limit : judgement.limits(place, constituent)) {
      if (limit.className().equals(classes.get(limit.standard()))) {
        rows.addAll(rows(station, part, place, constituent, limit));
      }
    }
    if (rows.isEmpty()) {
      FigureRange mean = part.sampled.statistic(Limit.Statistic.MEAN);
      rows.add(row(station, part, part.sampled, Optional.empty(), mean));
    }
    return rows;
  }

  /// One row for each value that the limit has in the seasons of the samples.
  private List<MeasuredRow> rows(
      MeasuredRow.Station station, Part part, int place, int constituent, Limit limit) {
    TreeMap<Double, SortedSet<Integer>> values = new TreeMap<>();
    for (int s : part.sampled.seasons()) {
      double value = judgement.table().value(limit, place, s);
      values.computeIfAbsent(value, v -> new TreeSet<>()).add(s);
    }
    List<MeasuredRow> rows = new ArrayList<>();
    values.forEach(
        (value, seasons) -> {
          Optional<Sampled> own =
              switch (part.sampled) {
                case SampleSet set -> Optional.of(set.in(seasons));
                case SummarySet set -> values.size() == 1 ? Optional.of(set) : Optional.empty();
              };
          if (!Double.isNaN(value) && own.isPresent()) {
            Bound of = new Bound(limit, value, place, constituent);
            rows.add(limited(station, part, own.get(), of));
          }
        });
    return rows;
  }

  /// The limit that a row is held against.
  private record Bound(Limit limit, double value, int place, int constituent) {}

  private MeasuredRow limited(MeasuredRow.Station station, Part part, Sampled sampled, Bound of) {
    Limit limit = of.limit;
    FigureRange figure = sampled.statistic(limit.statistic());
    boolean isMinimum = limit.statistic().isMinimum();
    FigureRange beyond = sampled.shareBeyond(of.value, isMinimum);
    MeasuredVerdict decided =
        MeasuredVerdict.of(
            figure,
            of.value,
            isMinimum,
            new MeasuredVerdict.Few(sampled.n(), isExtreme(limit.statistic())));
    boolean isEstimated = decided == MeasuredVerdict.NOT_KNOWN && sampled instanceof SummarySet;
    MeasuredVerdict verdict =
        isEstimated
            ? MeasuredVerdict.ofEstimate(figure, of.value, isMinimum, sampled.n())
            : decided;
    String main = study.settings().judging().mainStandard();
    return row(
        station,
        part,
        sampled,
        Optional.of(
            new MeasuredRow.Limited(
                limit,
                main.isEmpty() || main.equals(limit.standard()),
                of.value,
                verdict,
                beyond,
                verdict == MeasuredVerdict.NOT_KNOWN
                    ? Optional.empty()
                    : Optional.of(!isEstimated && isSure(sampled, limit, beyond, verdict)),
                model.of(of.place, of.constituent, limit, sampled.seasons()))),
        figure);
  }

  private static boolean isExtreme(Limit.Statistic statistic) {
    return statistic == Limit.Statistic.MAX || statistic == Limit.Statistic.MIN;
  }

  /// Whether the samples decide: by their number beyond the limit, of a mean by its bounds, of a
  /// summary by the percentiles that it names.
  private boolean isSure(
      Sampled sampled, Limit limit, FigureRange beyond, MeasuredVerdict verdict) {
    double p = limit.statistic().percentile();
    if (sampled.n() < ENOUGH || Double.isNaN(p) || sampled instanceof SummarySet) {
      return sampled.n() >= ENOUGH;
    }
    double allowed = limit.statistic().isMinimum() ? p : 1 - p;
    boolean isBroken = verdict == MeasuredVerdict.BREACHED;
    double share = isBroken ? beyond.low() : beyond.high();
    int count = (int) StrictMath.round(share * sampled.n());
    double chance =
        isBroken
            ? Binomial.atLeast(count, sampled.n(), allowed)
            : Binomial.atMost(count, sampled.n(), allowed);
    return chance <= 1 - study.settings().judging().confidence();
  }

  private MeasuredRow row(
      MeasuredRow.Station station,
      Part part,
      Sampled sampled,
      Optional<MeasuredRow.Limited> limited,
      FigureRange figure) {
    List<String> seasons =
        sampled.seasons().stream().map(s -> concentrations.seasons().get(s).id()).toList();
    return new MeasuredRow(
        station,
        new MeasuredRow.Span(part.year, part.months, seasons),
        new MeasuredRow.Count(sampled.n(), sampled.bounds()),
        limited,
        figure,
        part.trend,
        part.headline);
  }
}
