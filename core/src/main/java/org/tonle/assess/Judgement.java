package org.tonle.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.model.Constituent;
import org.tonle.model.Designation;
import org.tonle.model.Limit;
import org.tonle.model.Receptor;
import org.tonle.model.Study;

/// Judgement of places by the limits that bind them, over the draws.
///
/// Limits are those in force on the study's date. A place is judged by every standard, class by
/// class; verdicts are given for its designated classes.
public final class Judgement {
  private final Study study;
  private final List<Place> places;
  private final List<Constituent> constituents;
  private final Map<String, List<Receptor>> receptors;
  private final Map<String, List<Designation>> designations;
  private final Map<Limit.Waterbody, Map<String, List<Limit>>> binding = new HashMap<>();
  private final Map<Limit.Waterbody, List<List<ClassScale>>> scalesOf = new HashMap<>();
  private final LimitTable table;

  public Judgement(Study study, List<Place> places, JudgedWater water) {
    this.study = study;
    table = new LimitTable(study, water);
    this.places = List.copyOf(places);
    this.constituents = study.chemistry().constituents();
    receptors = study.rules().receptors().stream().collect(Collectors.groupingBy(Receptor::id));
    designations =
        study.rules().designations().stream().collect(Collectors.groupingBy(Designation::place));
    for (Limit.Waterbody body : List.of(Limit.Waterbody.RIVER, Limit.Waterbody.LAKE)) {
      Map<String, List<Limit>> byConstituent = new HashMap<>();
      for (Limit limit : study.rules().limits()) {
        if (limit.binds(body) && limit.isInForce(study.settings().judging().date())) {
          byConstituent.computeIfAbsent(limit.constituent(), c -> new ArrayList<>()).add(limit);
        }
      }
      byConstituent
          .values()
          .forEach(
              l ->
                  l.sort(
                      java.util.Comparator.comparing(Limit::standard)
                          .thenComparingInt(Limit::rank)
                          .thenComparing(Limit::statistic)));
      binding.put(body, byConstituent);
      scalesOf.put(
          body,
          constituents.stream()
              .map(c -> ClassScale.of(byConstituent.getOrDefault(c.id(), List.of()), lastRanks()))
              .toList());
    }
  }

  /// Values of the limits at every place and season.
  public LimitTable table() {
    return table;
  }

  private Map<String, Integer> lastRanks() {
    Map<String, Integer> last = new HashMap<>();
    study.rules().limits().forEach(l -> last.merge(l.standard(), l.rank(), Integer::max));
    return last;
  }

  private Limit.Waterbody body(int place) {
    return places.get(place).kind() == Place.Kind.LAKE
        ? Limit.Waterbody.LAKE
        : Limit.Waterbody.RIVER;
  }

  /// Limits that bind a constituent at a place, by standard and rank.
  public List<Limit> limits(int place, int constituent) {
    return binding
        .getOrDefault(body(place), Map.of())
        .getOrDefault(constituents.get(constituent).id(), List.of());
  }

  /// Share of draws that meet a limit: place, season, constituent, index in `limits`. A limit of
  /// the year has one share, in the first season.
  public interface Meeting {
    double share(int place, int season, int constituent, int limit);
  }

  /// Grounds of the verdicts.
  ///
  /// @param now share of draws that meet a limit
  /// @param without share of draws that would meet it with all listed sources at 0
  /// @param confidence confidence that the draws give
  /// @param failed waters for which the model is not valid
  public record Grounds(Meeting now, Meeting without, Confidence confidence, FailedChecks failed) {}

  public List<Verdict> verdicts(Concentrations concentrations, Grounds grounds) {
    return RowsByPlace.of(places.size(), p -> verdicts(p, concentrations, grounds));
  }

  /// Verdicts on one place: those of each season, then those of the year.
  public List<Verdict> verdicts(int place, Concentrations concentrations, Grounds grounds) {
    List<Verdict> verdicts = new ArrayList<>();
    Map<String, String> designated = designated(places.get(place));
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      boolean isJudged = concentrations.isJudged(place, s);
      for (int c = 0; c < constituents.size(); c++) {
        verdicts.addAll(ofSeason(place, s, c, designated, isJudged, grounds));
      }
    }
    for (int c = 0; c < constituents.size(); c++) {
      verdicts.addAll(ofYear(place, c, designated, grounds));
    }
    return verdicts;
  }

  private List<Verdict> ofSeason(
      int p, int s, int c, Map<String, String> designated, boolean isJudged, Grounds grounds) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Limit> limits = limits(p, c);
    String season = study.waterways().seasons().get(s).id();
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      double ofMean = table.limitOfMean(limit, p, s);
      if (!limit.scope().isOfYear() && isDesignated(limit, designated) && !Double.isNaN(ofMean)) {
        double share = isJudged ? grounds.now.share(p, s, c, i) : Double.NaN;
        double without = isJudged ? grounds.without.share(p, s, c, i) : Double.NaN;
        verdicts.add(verdict(p, season, c, limit, ofMean, share, without, grounds));
      }
    }
    return verdicts;
  }

  private List<Verdict> ofYear(int p, int c, Map<String, String> designated, Grounds grounds) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Limit> limits = limits(p, c);
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      if (limit.scope().isOfYear() && isDesignated(limit, designated)) {
        double ofMean = table.limitOfYear(limit, p);
        if (!Double.isNaN(ofMean)) {
          double share = grounds.now.share(p, 0, c, i);
          double without = grounds.without.share(p, 0, c, i);
          verdicts.add(verdict(p, "", c, limit, ofMean, share, without, grounds));
        }
      }
    }
    return verdicts;
  }

  private static boolean isDesignated(Limit limit, Map<String, String> designated) {
    return limit.className().equals(designated.get(limit.standard()));
  }

  /// @param share NaN where there is no water to judge, as is `without`
  private Verdict verdict(
      int p,
      String season,
      int c,
      Limit limit,
      double ofMean,
      double share,
      double without,
      Grounds grounds) {
    String main = study.settings().judging().mainStandard();
    String constituent = constituents.get(c).id();
    return new Verdict(
        places.get(p),
        season,
        constituent,
        limit,
        main.isEmpty() || main.equals(limit.standard()),
        ofMean,
        share,
        without,
        Double.isNaN(share)
            ? Verdict.Outcome.NOT_JUDGED
            : grounds.failed.has(places.get(p), season, constituent)
                ? Verdict.Outcome.MODEL_NOT_VALID
                : Verdict.Outcome.of(share, without, grounds.confidence));
  }

  /// Designated class of the place, by standard. Nodes have only the designations of their
  /// receptors.
  private Map<String, String> designated(Place place) {
    Map<String, String> found = new TreeMap<>();
    if (place.kind() == Place.Kind.NODE) {
      for (Receptor receptor : receptors.getOrDefault(place.id(), List.of())) {
        if (!receptor.standard().isEmpty()) {
          found.put(receptor.standard(), receptor.className());
        }
      }
      return found;
    }
    for (Designation designation : designations.getOrDefault("", List.of())) {
      found.putIfAbsent(designation.standard(), designation.className());
    }
    for (Designation designation : designations.getOrDefault(place.id(), List.of())) {
      found.put(designation.standard(), designation.className());
    }
    return found;
  }

  /// Designated class of the water at a place, by standard. Water at a node has the classes that
  /// hold everywhere, and those of its receptors before them.
  public Map<String, String> classesOfWater(Place place) {
    Map<String, String> found = new TreeMap<>();
    for (Designation everywhere : designations.getOrDefault("", List.of())) {
      found.putIfAbsent(everywhere.standard(), everywhere.className());
    }
    found.putAll(designated(place));
    return found;
  }

  /// Whether a verdict is on a limit that a standard sets for the class designated to its place.
  public boolean isDesignated(Verdict verdict, String standard) {
    return verdict.limit().standard().equals(standard)
        && verdict
            .limit()
            .className()
            .equals(classesOfWater(verdict.place()).getOrDefault(standard, ""));
  }

  /// Class of every judged reach and lake by every standard that has classes: by constituent, and
  /// over all. Over all, the worst constituent decides, with the least agreement among the equally
  /// bad.
  public List<WaterClass> classes(Concentrations concentrations, Meeting meeting) {
    return RowsByPlace.of(places.size(), p -> classes(p, concentrations, meeting));
  }

  /// Classes of one place; a node has no classes.
  public List<WaterClass> classes(int place, Concentrations concentrations, Meeting meeting) {
    List<WaterClass> classes = new ArrayList<>();
    boolean isNode = places.get(place).kind() == Place.Kind.NODE;
    for (int s = 0; !isNode && s < study.waterways().seasons().size(); s++) {
      if (concentrations.isJudged(place, s)) {
        classes.addAll(classes(place, s, meeting));
      }
    }
    return classes;
  }

  private List<WaterClass> classes(int p, int s, Meeting meeting) {
    Map<String, List<WaterClass>> byStandard = new TreeMap<>();
    String season = study.waterways().seasons().get(s).id();
    List<List<ClassScale>> scales = scalesOf.getOrDefault(body(p), List.of());
    for (int c = 0; c < constituents.size(); c++) {
      int constituent = c;
      for (ClassScale scale : scales.get(c)) {
        Optional<ClassScale.Likely> likely =
            scale.mostLikely(limit -> share(p, s, constituent, limit, meeting));
        if (likely.isEmpty()) {
          continue;
        }
        ClassScale.Likely found = likely.get();
        byStandard
            .computeIfAbsent(scale.standard(), x -> new ArrayList<>())
            .add(
                new WaterClass(
                    scale.standard(),
                    places.get(p),
                    season,
                    constituents.get(c).id(),
                    found.rank(),
                    found.name(),
                    found.agreement()));
      }
    }
    List<WaterClass> found = new ArrayList<>();
    byStandard.forEach(
        (standard, classes) -> {
          found.add(worst(classes));
          found.addAll(classes);
        });
    return found;
  }

  /// Share of draws that meet a limit, in a season or over its year; NaN if it does not bind then.
  private double share(int p, int s, int c, int i, Meeting meeting) {
    Limit limit = limits(p, c).get(i);
    return Double.isNaN(table.value(limit, p, s))
        ? Double.NaN
        : meeting.share(p, limit.scope().isOfYear() ? 0 : s, c, i);
  }

  private static WaterClass worst(List<WaterClass> classes) {
    WaterClass worst = classes.getFirst();
    for (WaterClass one : classes) {
      boolean isWorse = one.rank() > worst.rank();
      boolean isLessSure = one.rank() == worst.rank() && one.agreement() < worst.agreement();
      if (isWorse || isLessSure) {
        worst = one;
      }
    }
    return new WaterClass(
        worst.standard(),
        worst.place(),
        worst.season(),
        "",
        worst.rank(),
        worst.className(),
        worst.agreement());
  }
}
