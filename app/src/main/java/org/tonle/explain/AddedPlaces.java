package org.tonle.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.AddedLoad;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Reach;
import org.tonle.model.Receptor;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Added places: what a source adds to the concentration of each place downstream of it, in the
/// central run, from its outfalls on.
public final class AddedPlaces {
  /// Smallest share of the largest addition that counts.
  private static final double LEAST_SHARE = 1e-6;

  private final Result result;
  private final AskedSource source;
  private final AddedLoad added;
  private final Map<Question, Verdict> required = new HashMap<>();

  /// Place downstream.
  ///
  /// @param distance_km along the water from the nearest outfall; NaN where no water of the season
  ///   leads there, but lakes brought some in others
  /// @param concentration of the central run
  /// @param added part of it that the source adds; of oxygen what it takes
  /// @param verdict required limit of the season, if there is one
  public record Row(
      Place place,
      double distance_km,
      double concentration,
      double added,
      Optional<Verdict> verdict) {
    public double share() {
      return concentration != 0 ? added / concentration : 0;
    }
  }

  public AddedPlaces(Result result, AskedSource source) {
    this.result = result;
    this.source = source;
    added = new AddedLoad(result, t -> source.holds(result.instance(), t));
    for (Verdict v : result.judged().verdicts()) {
      if (v.required()) {
        required.putIfAbsent(new Question(v.place(), v.season(), v.constituent()), v);
      }
    }
  }

  /// Season in which the source adds most to any place.
  public int worstSeason(int constituent) {
    Concentrations found = result.concentrations();
    int worst = 0;
    double most = 0;
    for (int s = 0; s < found.seasons().size(); s++) {
      for (int p = 0; p < found.places().size(); p++) {
        double one = found.isJudged(p, s) ? StrictMath.abs(added.at(p, s, constituent)) : 0;
        if (one > most) {
          most = one;
          worst = s;
        }
      }
    }
    return worst;
  }

  /// The places that the source adds to, the nearest first.
  public List<Row> rows(int season, int constituent) {
    Concentrations found = result.concentrations();
    Map<String, Double> nodes = distances(season);
    Map<String, Double> reaches = new HashMap<>();
    for (Reach reach : result.study().waterways().reaches()) {
      reaches.put(reach.id(), nodes.getOrDefault(head(reach, season), Double.NaN));
    }
    entries().stream()
        .filter(e -> e.how() != Entry.How.NODE)
        .forEach(e -> reaches.put(e.id(), 0.0));
    List<Row> rows = new ArrayList<>();
    double most = 0;
    for (int p = 0; p < found.places().size(); p++) {
      if (found.isJudged(p, season)) {
        double one = added.at(p, season, constituent);
        most = StrictMath.max(most, StrictMath.abs(one));
        rows.add(row(p, season, constituent, one, nodes, reaches));
      }
    }
    double least = LEAST_SHARE * most;
    rows.removeIf(r -> !(StrictMath.abs(r.added) > least));
    rows.sort(
        Comparator.comparingDouble((Row r) -> Double.isNaN(r.distance_km) ? 1e9 : r.distance_km)
            .thenComparingDouble(r -> -StrictMath.abs(r.added))
            .thenComparing(r -> r.place.id()));
    return rows;
  }

  private Row row(
      int p,
      int season,
      int constituent,
      double one,
      Map<String, Double> nodes,
      Map<String, Double> reaches) {
    Concentrations found = result.concentrations();
    Place place = found.places().get(p);
    double distance_km =
        switch (place.kind()) {
          case REACH -> reaches.getOrDefault(place.id(), Double.NaN);
          case LAKE, NODE -> nodes.getOrDefault(node(place), Double.NaN);
        };
    double value = found.value(Statistic.CENTRAL, p, season, constituent);
    Constituent of = found.constituents().get(constituent);
    return new Row(place, distance_km, value, one, verdict(place, season, of));
  }

  private Optional<Verdict> verdict(Place place, int season, Constituent of) {
    String id = result.concentrations().seasons().get(season).id();
    return Optional.ofNullable(required.get(new Question(place, id, of.id())));
  }

  private String node(Place place) {
    return result.study().rules().receptors().stream()
        .filter(r -> r.id().equals(place.id()))
        .map(Receptor::place)
        .map(e -> e.how() == Entry.How.NODE ? e.id() : lower(e.id()))
        .findFirst()
        .orElse(place.id());
  }

  private String lower(String reach) {
    return result.study().waterways().reaches().stream()
        .filter(r -> r.id().equals(reach))
        .map(r -> r.line().toNode())
        .findFirst()
        .orElse("");
  }

  private List<Entry> entries() {
    return result.instance().loads().terms().stream()
        .filter(t -> source.holds(result.instance(), t))
        .map(LoadTerm::entry)
        .distinct()
        .toList();
  }

  private boolean isBackward(Reach reach, int season) {
    return state(reach, season) == FlowState.BACKWARD;
  }

  private boolean isFlowing(Reach reach, int season) {
    return state(reach, season) != FlowState.DRY;
  }

  private FlowState state(Reach reach, int season) {
    Concentrations found = result.concentrations();
    return found.state(found.indexOf(Place.Kind.REACH, reach.id()), season);
  }

  private String head(Reach reach, int season) {
    return isBackward(reach, season) ? reach.line().toNode() : reach.line().fromNode();
  }

  private String tail(Reach reach, int season) {
    return isBackward(reach, season) ? reach.line().fromNode() : reach.line().toNode();
  }

  /// Distance of every node downstream of the outfalls, along the water of a season.
  private Map<String, Double> distances(int season) {
    Map<String, List<Reach>> below = new HashMap<>();
    Map<String, Reach> byId = new HashMap<>();
    for (Reach reach : result.study().waterways().reaches()) {
      byId.put(reach.id(), reach);
      if (isFlowing(reach, season)) {
        below.computeIfAbsent(head(reach, season), n -> new ArrayList<>()).add(reach);
      }
    }
    record Stop(String node, double distance_km) {}
    PriorityQueue<Stop> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Stop::distance_km).thenComparing(Stop::node));
    for (Entry entry : entries()) {
      Reach own = byId.get(entry.id());
      if (entry.how() == Entry.How.NODE) {
        open.add(new Stop(entry.id(), 0));
      } else if (own != null) {
        double left_km = own.line().length_km() - entry.position_km();
        boolean isUp = isBackward(own, season);
        open.add(new Stop(tail(own, season), isUp ? entry.position_km() : left_km));
      }
    }
    Map<String, Double> found = new HashMap<>();
    while (!open.isEmpty()) {
      Stop stop = open.remove();
      if (found.putIfAbsent(stop.node, stop.distance_km) == null) {
        for (Reach reach : below.getOrDefault(stop.node, List.of())) {
          open.add(new Stop(tail(reach, season), stop.distance_km + reach.line().length_km()));
        }
      }
    }
    return found;
  }
}
