package org.tonle.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.model.Constituent;
import org.tonle.model.Designation;
import org.tonle.model.Limit;
import org.tonle.model.Receptor;
import org.tonle.model.Study;

/// Which limits bind which place, and what the draws say about them.
///
/// Limits are those in force on the study's date. A place is judged by every standard, class by
/// class; verdicts are given for the classes it is designated to.
public final class Judgement {
  private final Study study;
  private final List<Place> places;
  private final List<Constituent> constituents;
  private final Map<String, List<Receptor>> receptors;
  private final Map<String, List<Designation>> designations;
  private final Map<Limit.Waterbody, Map<String, List<Limit>>> binding = new HashMap<>();

  public Judgement(Study study, List<Place> places) {
    this.study = study;
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
    }
  }

  /// Limits that bind a constituent at a place, by standard and rank.
  public List<Limit> limits(int place, int constituent) {
    Limit.Waterbody body =
        places.get(place).kind() == Place.Kind.LAKE ? Limit.Waterbody.LAKE : Limit.Waterbody.RIVER;
    return binding
        .getOrDefault(body, Map.of())
        .getOrDefault(constituents.get(constituent).id(), List.of());
  }

  /// Share of draws that meet a limit: place, season, constituent, index in `limits`.
  public interface Meeting {
    double share(int place, int season, int constituent, int limit);
  }

  public List<Verdict> verdicts(Concentrations concentrations, Meeting meeting) {
    return RowsByPlace.of(places.size(), p -> verdicts(p, concentrations, meeting));
  }

  /// Verdicts on one place.
  public List<Verdict> verdicts(int place, Concentrations concentrations, Meeting meeting) {
    List<Verdict> verdicts = new ArrayList<>();
    Map<String, String> designated = designated(places.get(place));
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      for (int c = 0; concentrations.isJudged(place, s) && c < constituents.size(); c++) {
        verdicts.addAll(verdicts(place, s, c, designated, meeting));
      }
    }
    return verdicts;
  }

  private List<Verdict> verdicts(
      int p, int s, int c, Map<String, String> designated, Meeting meeting) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Limit> limits = limits(p, c);
    String main = study.settings().judging().mainStandard();
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      if (limit.className().equals(designated.get(limit.standard()))) {
        double share = meeting.share(p, s, c, i);
        verdicts.add(
            new Verdict(
                places.get(p),
                study.waterways().seasons().get(s).id(),
                constituents.get(c).id(),
                limit,
                main.isEmpty() || main.equals(limit.standard()),
                LimitReading.limitOfMean(limit, constituents.get(c)),
                share,
                Verdict.Outcome.of(share, study.settings().judging().confidence())));
      }
    }
    return verdicts;
  }

  /// Class the place is designated to, by standard. Nodes have only what their receptors say.
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

  /// Class of every judged reach and lake by every standard that has classes: by constituent, and
  /// over all. Over all the worst constituent decides, with the least agreement among those as bad.
  public List<WaterClass> classes(Concentrations concentrations, Meeting meeting) {
    return RowsByPlace.of(places.size(), p -> classes(p, concentrations, meeting));
  }

  /// Classes of one place; of a node none.
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
    for (int c = 0; c < constituents.size(); c++) {
      Map<String, List<Integer>> indices = new TreeMap<>();
      List<Limit> limits = limits(p, c);
      for (int i = 0; i < limits.size(); i++) {
        indices.computeIfAbsent(limits.get(i).standard(), x -> new ArrayList<>()).add(i);
      }
      for (Map.Entry<String, List<Integer>> entry : indices.entrySet()) {
        byStandard
            .computeIfAbsent(entry.getKey(), x -> new ArrayList<>())
            .add(classOf(p, s, c, entry.getKey(), limits, entry.getValue(), meeting));
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

  /// The most frequent class of one constituent. A class with several limits is met when the
  /// strictest of them is.
  private WaterClass classOf(
      int p,
      int s,
      int c,
      String standard,
      List<Limit> limits,
      List<Integer> indices,
      Meeting meeting) {
    TreeMap<Integer, Double> met = new TreeMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (int i : indices) {
      met.merge(limits.get(i).rank(), meeting.share(p, s, c, i), StrictMath::min);
      names.put(limits.get(i).rank(), limits.get(i).className());
    }
    int best = 0;
    double most = -1;
    double below = 0;
    for (Map.Entry<Integer, Double> rank : met.entrySet()) {
      double here = rank.getValue() - below;
      if (here > most) {
        most = here;
        best = rank.getKey();
      }
      below = StrictMath.max(below, rank.getValue());
    }
    if (1 - below > most) {
      most = 1 - below;
      best = worseThanLast(standard);
    }
    String season = study.waterways().seasons().get(s).id();
    String name = names.getOrDefault(best, "");
    return new WaterClass(
        standard, places.get(p), season, constituents.get(c).id(), best, name, most);
  }

  private int worseThanLast(String standard) {
    return 1
        + study.rules().limits().stream()
            .filter(l -> l.standard().equals(standard))
            .mapToInt(Limit::rank)
            .max()
            .orElse(0);
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
