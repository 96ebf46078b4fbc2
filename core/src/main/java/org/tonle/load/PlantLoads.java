package org.tonle.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// Loads from plants: one part of each stream that reaches a plant is treated and discharged at the
/// plant; the rest is discharged untreated at the end of its sewer (docs/theory/loads.md, Eqs.
/// 3–4).
final class PlantLoads {
  private final Plants works;
  private final Chain chain;
  private final Applied applied;
  private final Map<Flow, Chain.Carried> measured = new TreeMap<>();
  private final Map<Flow, Double> arriving_g_per_s = new HashMap<>();
  private final NavigableMap<Flow, Chain.Carried> out = new TreeMap<>();

  /// Flow of one constituent at one plant.
  private record Flow(String plant, String constituent) implements Comparable<Flow> {
    @Override
    public int compareTo(Flow other) {
      int byPlant = plant.compareTo(other.plant);
      return byPlant != 0 ? byPlant : constituent.compareTo(other.constituent);
    }
  }

  PlantLoads(Study study, Plants works, Chain chain, Measured measured, Applied applied) {
    this.works = works;
    this.chain = chain;
    this.applied = applied;
    for (Source.Plant plant : works.all()) {
      double[] water = treated_m3_per_d(plant);
      if (works.isInflowUnknown(plant.id())) {
        Arrays.fill(water, Double.NaN);
      }
      for (Constituent constituent : study.chemistry().constituents()) {
        if (works.treats(plant.id())) {
          measured
              .load(plant.id(), constituent, water)
              .ifPresent(c -> this.measured.put(new Flow(plant.id(), constituent.id()), c));
        }
      }
    }
  }

  /// Water that a plant treats, one per season [m³/d].
  double[] treated_m3_per_d(Source.Plant plant) {
    double[] water = new double[chain.seasonCount()];
    for (int s = 0; s < water.length; s++) {
      water[s] = works.inflow_m3_per_d(plant.id()) * works.treatedShare(plant.id(), s);
    }
    return water;
  }

  /// Water that a plant treats, mean of the year [m³/d].
  double meanTreated_m3_per_d(Source.Plant plant) {
    double[] water = treated_m3_per_d(plant);
    return chain.yearMean(s -> water[s]);
  }

  /// Effluent of a plant by constituent, once its terms are computed.
  List<Chain.Carried> effluent(Source.Plant plant) {
    return out.tailMap(new Flow(plant.id(), "")).entrySet().stream()
        .takeWhile(e -> e.getKey().plant().equals(plant.id()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// All loads that plants discharge and spill under the scenario.
  List<LoadTerm> terms(List<Discharge> streams) {
    for (Discharge stream : streams) {
      for (Chain.Carried carried : stream.carried()) {
        arriving_g_per_s.merge(flow(stream, carried), mean(carried), Double::sum);
      }
    }
    List<LoadTerm> terms = new ArrayList<>();
    streams.forEach(stream -> terms.addAll(terms(stream)));
    measured.forEach(
        (flow, effluent) -> {
          if (!(arriving_g_per_s.getOrDefault(flow, 0.0) > 0)) {
            terms.add(unexplained(flow, effluent));
          }
        });
    return terms;
  }

  private static Flow flow(Discharge stream, Chain.Carried carried) {
    return new Flow(stream.plant(), carried.constituent().id());
  }

  private double mean(Chain.Carried carried) {
    return chain.yearMean(s -> carried.generated_g_per_s()[s]);
  }

  private List<LoadTerm> terms(Discharge stream) {
    List<LoadTerm> terms = new ArrayList<>();
    Source.Plant plant = works.get(stream.plant());
    Chain.Way spilt = stream.way().through("overflow", stream.way().entry(), "");
    Chain.Way way = stream.way().through("treated", plant.entry(), plant.technology());
    for (Chain.Carried carried : stream.carried()) {
      Flow flow = flow(stream, carried);
      Chain.Carried treated = part(carried, plant.id(), true);
      Chain.Carried effluent = measured.get(flow);
      LoadTerm whole =
          effluent == null
              ? chain.term(way, treated)
              : asMeasured(way, mean(treated), effluent, share(flow, carried));
      LoadTerm term = whole.under(applied);
      terms.add(term);
      count(flow, carried, term);
      Chain.Carried over = part(carried, plant.id(), false);
      if (mean(over) > 0) {
        terms.add(chain.term(spilt, over).under(applied));
      }
    }
    return terms;
  }

  private Chain.Carried part(Chain.Carried carried, String plant, boolean isTreated) {
    double[] load = carried.generated_g_per_s().clone();
    for (int s = 0; s < load.length; s++) {
      double treated = works.treatedShare(plant, s);
      load[s] *= isTreated ? treated : 1 - treated;
    }
    return new Chain.Carried(carried.constituent(), load, carried.quality());
  }

  /// A plant's measured effluent is divided among its streams by their load of the constituent.
  private double share(Flow flow, Chain.Carried carried) {
    double all = arriving_g_per_s.getOrDefault(flow, 0.0);
    return all > 0 ? mean(carried) / all : 0;
  }

  /// A measured effluent of which no stream carries the constituent counts as the plant's own.
  private LoadTerm unexplained(Flow flow, Chain.Carried effluent) {
    Source.Plant plant = works.get(flow.plant());
    Chain.Way way =
        new Chain.Way(
            plant.id(), Category.SEWERED, plant.unit(), "measured", plant.entry(), "", "", "");
    LoadTerm term = asMeasured(way, 0, effluent, 1).under(applied);
    count(flow, effluent, term);
    return term;
  }

  /// The inflow must have been at least the measured effluent, whatever the streams' own numbers
  /// say.
  private LoadTerm asMeasured(
      Chain.Way way, double computed_g_per_s, Chain.Carried effluent, double share) {
    double left_g_per_s = mean(effluent) * share;
    double generated = StrictMath.max(computed_g_per_s, left_g_per_s);
    return new LoadTerm(
        way.source(),
        way.category(),
        way.unit(),
        way.path(),
        way.entry(),
        effluent.constituent().id(),
        generated,
        generated - left_g_per_s,
        0,
        Arrays.stream(effluent.generated_g_per_s()).mapToObj(l -> l * share).toList(),
        LoadTerm.Passing.CERTAIN,
        effluent.quality());
  }

  private void count(Flow flow, Chain.Carried carried, LoadTerm term) {
    double[] load =
        term.delivered_g_per_s().stream().mapToDouble(d -> d + term.retained_g_per_s()).toArray();
    out.merge(
        flow, new Chain.Carried(carried.constituent(), load, term.quality()), PlantLoads::sum);
  }

  private static Chain.Carried sum(Chain.Carried one, Chain.Carried other) {
    double[] load = one.generated_g_per_s().clone();
    for (int s = 0; s < load.length; s++) {
      load[s] += other.generated_g_per_s()[s];
    }
    return new Chain.Carried(one.constituent(), load, one.quality().weaker(other.quality()));
  }
}
