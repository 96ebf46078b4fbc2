package org.tonle.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.model.Lake;
import org.tonle.model.Observation;
import org.tonle.model.Study;

/// Unmeasured constituent: limits of it are broken by the simulation alone, since no river, or no
/// lake, of the study was ever sampled for it. No share of a variance says how wrong the model is
/// there, so that such a measurement comes before all others.
///
/// @param isLake whether lakes are meant; else rivers
/// @param limits broken limits that rest on the simulation alone
/// @param isMendable whether some cut of the listed sources is asked for
/// @param places where they are broken, the place that asks for the largest cut first
public record Unmeasured(
    String constituent, boolean isLake, int limits, boolean isMendable, List<Place> places) {
  public Unmeasured {
    places = List.copyOf(places);
  }

  private record Water(String constituent, boolean isLake) {}

  /// Unmeasured constituents of a demand: those that ask for a cut first, then by broken limits.
  static List<Unmeasured> of(Study study, Demand demand) {
    Set<Water> measured = measured(study);
    List<Bound> bounds = demand.allocation().bounds();
    Map<Water, List<Integer>> broken = new LinkedHashMap<>();
    for (int b = 0; b < bounds.size(); b++) {
      Place place = bounds.get(b).of().place();
      Water water =
          new Water(bounds.get(b).of().constituent().id(), place.kind() == Place.Kind.LAKE);
      if (!measured.contains(water)) {
        broken.computeIfAbsent(water, w -> new ArrayList<>()).add(b);
      }
    }
    double[] cut = new double[bounds.size()];
    for (Demand.Cut one : demand.cuts()) {
      if (one.binding() >= 0) {
        cut[one.binding()] += one.cut_t_per_a();
      }
    }
    List<Unmeasured> found = new ArrayList<>();
    broken.forEach(
        (water, at) -> {
          List<Place> places =
              at.stream()
                  .sorted(Comparator.comparingDouble((Integer b) -> -cut[b]))
                  .map(b -> bounds.get(b).of().place())
                  .distinct()
                  .toList();
          boolean isMendable = at.stream().anyMatch(b -> cut[b] > 0);
          found.add(new Unmeasured(water.constituent, water.isLake, at.size(), isMendable, places));
        });
    found.sort(
        Comparator.comparing((Unmeasured u) -> !u.isMendable).thenComparingInt(u -> -u.limits));
    return found;
  }

  /// Constituents that were ever sampled in rivers and in lakes, whatever the samples are used for.
  private static Set<Water> measured(Study study) {
    Set<String> lakes = new HashSet<>();
    study.waterways().lakes().stream().map(Lake::id).forEach(lakes::add);
    Set<Water> found = new HashSet<>();
    for (Observation one : study.evidence().observations()) {
      found.add(new Water(one.constituent(), lakes.contains(one.place())));
    }
    return found;
  }
}
