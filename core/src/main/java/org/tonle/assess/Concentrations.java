package org.tonle.assess;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Constituent;
import org.tonle.model.Season;

/// Concentrations of every place, season and constituent, in the constituent's own unit (a BOD as
/// 5-day BOD; oxygen shown, never below 0).
///
/// The concentration of a reach is that of its worst point: the highest, for oxygen the lowest.
/// Where a place has no flow its values are 0 and its state says so.
public final class Concentrations {
  private final List<Place> places;
  private final List<Season> seasons;
  private final List<Constituent> constituents;
  private final FlowState[] states;
  private final Figures figures;
  private final boolean[] anoxic;
  private final @Nullable Concentrations some;
  private final int[] slot;
  private final Map<Place.Kind, Map<String, Integer>> indices = new EnumMap<>(Place.Kind.class);

  /// Figures behind the table, which reads the kernels' results and keeps no copy of them.
  public interface Figures {
    double value(Statistic statistic, int place, int season, int constituent);

    /// Concentration of the central run at the upstream end.
    double head(int place, int season, int constituent);

    /// Concentration of the central run at the downstream end.
    double end(int place, int season, int constituent);

    /// Share of a reach's travel time, from its head, after which its oxygen is lowest, central
    /// run.
    double lowestShare(int place, int season);

    /// Concentration of a lake at the season's end, central run.
    double lakeEnd(int place, int season, int constituent);
  }

  /// @param states index `place * seasons + season`
  /// @param figures figures in the constituents' units; they never change
  /// @param anoxic index as `states`: whether the central run's oxygen falls below 0 there
  public Concentrations(
      List<Place> places,
      List<Season> seasons,
      List<Constituent> constituents,
      FlowState[] states,
      Figures figures,
      boolean[] anoxic) {
    this.places = List.copyOf(places);
    this.seasons = List.copyOf(seasons);
    this.constituents = List.copyOf(constituents);
    this.states = states.clone();
    this.figures = figures;
    this.anoxic = anoxic.clone();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      indices.computeIfAbsent(place.kind(), k -> new HashMap<>()).putIfAbsent(place.id(), i);
    }
    some = null;
    slot = new int[0];
  }

  /// The same table with the values of some places replaced; both have the same seasons and
  /// constituents.
  ///
  /// @param slot index of each place in `some`, or -1
  public Concentrations with(Concentrations some, int[] slot) {
    return new Concentrations(this, some, slot);
  }

  private Concentrations(Concentrations base, Concentrations some, int[] slot) {
    places = base.places;
    seasons = base.seasons;
    constituents = base.constituents;
    states = base.states;
    figures = base.figures;
    anoxic = base.anoxic;
    this.some = some;
    indices.putAll(base.indices);
    this.slot = slot.clone();
  }

  public List<Place> places() {
    return places;
  }

  public List<Season> seasons() {
    return seasons;
  }

  public List<Constituent> constituents() {
    return constituents;
  }

  public FlowState state(int place, int season) {
    if (some != null && slot[place] >= 0) {
      return some.state(slot[place], season);
    }
    return states[place * seasons.size() + season];
  }

  /// Whether the place is judged in the season: it has flow, is not turning, and its water is known
  /// to come from somewhere.
  public boolean isJudged(int place, int season) {
    return state(place, season).isJudged();
  }

  /// Whether the linear oxygen balance falls below 0: shown as 0, flagged *anoxic, linear bound*.
  public boolean isAnoxic(int place, int season) {
    if (some != null && slot[place] >= 0) {
      return some.isAnoxic(slot[place], season);
    }
    return anoxic[place * seasons.size() + season];
  }

  public double value(Statistic statistic, int place, int season, int constituent) {
    if (some != null && slot[place] >= 0) {
      return some.value(statistic, slot[place], season, constituent);
    }
    return figures.value(statistic, place, season, constituent);
  }

  public double head(int place, int season, int constituent) {
    if (some != null && slot[place] >= 0) {
      return some.head(slot[place], season, constituent);
    }
    return figures.head(place, season, constituent);
  }

  public double end(int place, int season, int constituent) {
    if (some != null && slot[place] >= 0) {
      return some.end(slot[place], season, constituent);
    }
    return figures.end(place, season, constituent);
  }

  /// Share of a reach's travel time, from where the water enters it, after which the oxygen of the
  /// central run is lowest. The way is the same share of its length.
  public double lowestShare(int place, int season) {
    if (some != null && slot[place] >= 0) {
      return some.lowestShare(slot[place], season);
    }
    return figures.lowestShare(place, season);
  }

  /// Concentration of a lake at the end of a season, central run; NaN where the lake is empty then.
  public double lakeEnd(int place, int season, int constituent) {
    if (some != null && slot[place] >= 0) {
      return some.lakeEnd(slot[place], season, constituent);
    }
    return figures.lakeEnd(place, season, constituent);
  }

  /// Index of the place with this id and kind, or -1.
  public int indexOf(Place.Kind kind, String id) {
    return indices.getOrDefault(kind, Map.of()).getOrDefault(id, -1);
  }
}
