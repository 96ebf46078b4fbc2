package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.model.Lake;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.report.page.Page;

/// Stems of a study: at every confluence the larger river goes on, at every fork the larger arm, by
/// the mean discharge of the year.
final class Stems {
  private final Page page;
  private final Map<String, List<Reach>> above = new HashMap<>();
  private final Map<String, List<Reach>> below = new HashMap<>();
  private final Map<String, Lake> lakes = new HashMap<>();
  private final Map<String, Double> mean_m3_per_s = new HashMap<>();

  Stems(Page page) {
    this.page = page;
    Map<String, Double> days = new HashMap<>();
    for (Season season : page.seasons()) {
      days.put(season.id(), season.duration_d());
    }
    for (Hydraulics h : page.result.hydraulics()) {
      double weighted = StrictMath.abs(h.discharge_m3_per_s()) * days.getOrDefault(h.season(), 0.0);
      mean_m3_per_s.merge(h.reach(), weighted, Double::sum);
    }
    page.result.study().waterways().lakes().forEach(l -> lakes.put(l.id(), l));
    for (Reach reach : page.result.study().waterways().reaches()) {
      below.computeIfAbsent(reach.line().fromNode(), n -> new ArrayList<>()).add(reach);
      above.computeIfAbsent(reach.line().toNode(), n -> new ArrayList<>()).add(reach);
    }
  }

  /// The stem through a place, from its source to the sea.
  Stem through(Place place) {
    Reach own = page.reaches.get(place.id());
    if (place.kind() == Place.Kind.REACH && own != null) {
      return stem(own, new HashSet<>());
    }
    List<Reach> near = new ArrayList<>(above.getOrDefault(place.id(), List.of()));
    near.addAll(below.getOrDefault(place.id(), List.of()));
    return near.isEmpty() ? new Stem(List.of()) : stem(largest(near), new HashSet<>());
  }

  /// All rivers, each from its source to where it joins a larger one.
  List<Stem> all() {
    List<Reach> order = new ArrayList<>(page.result.study().waterways().reaches());
    order.sort(Comparator.comparingDouble((Reach r) -> -weight(r)).thenComparing(Reach::id));
    Set<String> covered = new HashSet<>();
    List<Stem> found = new ArrayList<>();
    for (Reach reach : order) {
      if (!covered.contains(reach.id())) {
        found.add(stem(reach, covered));
      }
    }
    return found;
  }

  /// The stem through a reach, over reaches that no other stem covers.
  private Stem stem(Reach through, Set<String> covered) {
    List<Reach> chain = new ArrayList<>(List.of(through));
    covered.add(through.id());
    Set<String> nodes = new HashSet<>(Set.of(through.line().fromNode(), through.line().toNode()));
    for (String node = through.line().fromNode(); ; node = chain.getFirst().line().fromNode()) {
      List<Reach> next = open(above.getOrDefault(node, List.of()), covered);
      next.removeIf(r -> nodes.contains(r.line().fromNode()));
      if (next.isEmpty()) {
        break;
      }
      chain.addFirst(largest(next));
      covered.add(chain.getFirst().id());
      nodes.add(chain.getFirst().line().fromNode());
    }
    for (String node = through.line().toNode(); ; node = chain.getLast().line().toNode()) {
      List<Reach> next = open(below.getOrDefault(node, List.of()), covered);
      next.removeIf(r -> nodes.contains(r.line().toNode()));
      if (next.isEmpty()) {
        break;
      }
      chain.addLast(largest(next));
      covered.add(chain.getLast().id());
      nodes.add(chain.getLast().line().toNode());
    }
    return laid(chain);
  }

  private static List<Reach> open(List<Reach> reaches, Set<String> covered) {
    List<Reach> open = new ArrayList<>(reaches);
    open.removeIf(r -> covered.contains(r.id()));
    return open;
  }

  private Reach largest(List<Reach> reaches) {
    return reaches.stream()
        .min(Comparator.comparingDouble((Reach r) -> -weight(r)).thenComparing(Reach::id))
        .orElseThrow();
  }

  /// Largest mean discharge along a stem.
  double largest(Stem stem) {
    return stem.stretches().stream()
        .mapToDouble(one -> mean_m3_per_s.getOrDefault(one.place().id(), 0.0))
        .max()
        .orElse(0);
  }

  private double weight(Reach reach) {
    return mean_m3_per_s.getOrDefault(reach.id(), 0.0);
  }

  private Stem laid(List<Reach> chain) {
    List<Stem.Piece> pieces = new ArrayList<>();
    addLake(chain.getFirst().line().fromNode(), pieces);
    for (Reach reach : chain) {
      Place place = new Place(Place.Kind.REACH, reach.id(), reach.names(), reach.unit());
      Reach.Line line = reach.line();
      pieces.add(
          new Stem.Piece(place, river(place), line.fromNode(), line.toNode(), line.length_km()));
      addLake(line.toNode(), pieces);
    }
    return Stem.of(pieces);
  }

  private void addLake(String node, List<Stem.Piece> pieces) {
    Lake lake = lakes.get(node);
    if (lake != null) {
      Place place = new Place(Place.Kind.LAKE, lake.id(), lake.names(), lake.unit());
      pieces.add(new Stem.Piece(place, page.place(place), node, node, 0));
    }
  }

  /// Name of the river: that of a reach without the reach's id.
  String river(Place place) {
    String name = page.place(place);
    String id = " " + place.id();
    String bare = name.endsWith(id) ? name.substring(0, name.length() - id.length()) : name;
    return Page.brief(bare);
  }

  List<Reach> above(String node) {
    return above.getOrDefault(node, List.of());
  }

  List<Reach> below(String node) {
    return below.getOrDefault(node, List.of());
  }
}
