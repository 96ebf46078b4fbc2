package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Season;
import org.tonle.report.page.Page;

/// Year of one constituent at one place: its statistics, limits, classes and measurements.
final class YearWater {
  final Page page;
  final Constituent of;
  final Place at;
  final List<Season> seasons;
  private final int place;
  private final int constituent;
  private final Concentrations found;
  private final List<Verdict> verdicts;

  private final String standard;

  /// @param standard that sets the limits, "" = the main one, or any where it sets none
  YearWater(Page page, int place, int constituent, String standard) {
    this.standard = standard;
    this.page = page;
    this.place = place;
    this.constituent = constituent;
    found = page.result.concentrations();
    of = found.constituents().get(constituent);
    at = found.places().get(place);
    seasons = found.seasons();
    verdicts =
        page.result.judged().verdicts().stream()
            .filter(v -> v.place().equals(at) && v.constituent().equals(of.id()))
            .filter(v -> standard.isEmpty() || v.limit().standard().equals(standard))
            .toList();
  }

  double value(Statistic statistic, int season) {
    return found.value(statistic, place, season, constituent);
  }

  boolean isJudged(int season) {
    return found.isJudged(place, season);
  }

  /// The limit that binds a season: a required one, else any.
  Optional<Verdict> verdict(int season) {
    String id = seasons.get(season).id();
    return verdicts.stream()
        .filter(v -> v.limitOfMean() > 0)
        .filter(v -> standard.isEmpty() || isDesignated(v))
        .filter(v -> v.isOfYear() ? page.seasons(v).contains(id) : v.season().equals(id))
        .min((a, b) -> Boolean.compare(b.required(), a.required()));
  }

  private boolean isDesignated(Verdict v) {
    return page.result.instance().places().judgement().isDesignated(v, standard);
  }

  /// Limits of the classes by rank, of the standard that the maps of this constituent show; empty
  /// if the classes differ from season to season.
  List<Verdict> classes() {
    TreeMap<Integer, Verdict> byRank = new TreeMap<>();
    Optional<String> shown =
        standard.isEmpty()
            ? page.judges().stream()
                .filter(j -> j.constituent().equals(of.id()))
                .map(Page.Judge::standard)
                .findFirst()
            : Optional.of(standard);
    for (Verdict v : verdicts) {
      if (shown.isPresent() && v.limit().standard().equals(shown.get())) {
        Verdict other = byRank.putIfAbsent(v.limit().rank(), v);
        if (other != null && StrictMath.abs(other.limitOfMean() / v.limitOfMean() - 1) > 0.02) {
          return List.of();
        }
      }
    }
    return byRank.size() < 2 ? List.of() : List.copyOf(byRank.values());
  }

  /// Measured values of a season; bounds are no points.
  List<Comparison> measured(int season) {
    String id = seasons.get(season).id();
    List<Comparison> measured = new ArrayList<>();
    for (Comparison c : page.result.comparisons()) {
      if (c.place().equals(at)
          && c.observation().constituent().equals(of.id())
          && c.observation().bound() == Observation.Bound.EXACT
          && c.seasons().startsWith(id)) {
        measured.add(c);
      }
    }
    return measured;
  }
}
