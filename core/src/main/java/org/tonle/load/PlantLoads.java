package org.tonle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Constituent;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// What plants let out: of each stream that reaches a plant one part is treated and leaves at the
/// plant, the rest passes as it came where its sewer ends (docs/theory/loads.md, Eqs. 3–4).
final class PlantLoads {
  private final Works works;
  private final Chain chain;
  private final Map<String, Chain.Carried> effluents = new HashMap<>();
  private final Map<String, Map<String, Chain.Carried>> out = new HashMap<>();

  PlantLoads(Study study, Works works, Chain chain, Measured measured) {
    this.works = works;
    this.chain = chain;
    for (Source.Plant plant : works.all()) {
      double[] water = treated_m3_per_d(plant);
      for (Constituent constituent : study.chemistry().constituents()) {
        measured
            .load(plant.id(), constituent, water)
            .ifPresent(c -> effluents.put(plant.id() + " " + constituent.id(), c));
      }
    }
  }

  private double[] treated_m3_per_d(Source.Plant plant) {
    double[] water = new double[chain.seasonCount()];
    for (int s = 0; s < water.length; s++) {
      water[s] = works.inflow_m3_per_d(plant.id()) * works.treatedShare(plant.id(), s);
    }
    return water;
  }

  /// Water a plant treats, mean of the year [m³/d].
  double meanTreated_m3_per_d(Source.Plant plant) {
    double[] water = treated_m3_per_d(plant);
    return chain.yearMean(s -> water[s]);
  }

  /// What a plant lets out of each constituent, once its streams' terms are made.
  List<Chain.Carried> effluent(Source.Plant plant) {
    return List.copyOf(out.getOrDefault(plant.id(), Map.of()).values());
  }

  List<LoadTerm> terms(Discharge discharge, List<Discharge> toPlants) {
    List<LoadTerm> terms = new ArrayList<>();
    Source.Plant plant = works.get(discharge.plant());
    Chain.Way spilt = discharge.way().through("overflow", discharge.way().entry(), "", false);
    Chain.Way way = discharge.way().through("treated", plant.entry(), plant.technology(), true);
    for (Chain.Carried carried : discharge.carried()) {
      Chain.Carried treated = part(carried, plant.id(), true);
      Chain.Carried measured = effluents.get(plant.id() + " " + carried.constituent().id());
      LoadTerm term =
          measured == null
              ? chain.term(way, treated)
              : asMeasured(way, treated, measured, share(discharge, carried, toPlants));
      terms.add(term);
      count(plant, carried, term, measured);
      Chain.Carried over = part(carried, plant.id(), false);
      if (chain.yearMean(s -> over.generated_g_per_s()[s]) > 0) {
        terms.add(chain.term(spilt, over));
      }
    }
    return terms;
  }

  private void count(
      Source.Plant plant, Chain.Carried carried, LoadTerm term, Chain.@Nullable Carried measured) {
    double treatedRate = carried.bottleRate_per_d() > 0 ? Chain.TREATED_BOTTLE_RATE_PER_D : 0;
    double bottleRate = measured == null ? treatedRate : measured.bottleRate_per_d();
    double[] load = new double[chain.seasonCount()];
    for (int s = 0; s < load.length; s++) {
      load[s] = term.delivered_g_per_s().get(s) + term.retained_g_per_s();
    }
    out.computeIfAbsent(plant.id(), p -> new TreeMap<>())
        .merge(
            carried.constituent().id(),
            new Chain.Carried(carried.constituent(), load, bottleRate, term.quality()),
            PlantLoads::sum);
  }

  private static Chain.Carried sum(Chain.Carried one, Chain.Carried other) {
    double[] load = one.generated_g_per_s().clone();
    for (int s = 0; s < load.length; s++) {
      load[s] += other.generated_g_per_s()[s];
    }
    return new Chain.Carried(
        one.constituent(), load, one.bottleRate_per_d(), one.quality().weaker(other.quality()));
  }

  private Chain.Carried part(Chain.Carried carried, String plant, boolean isTreated) {
    double[] load = carried.generated_g_per_s().clone();
    for (int s = 0; s < load.length; s++) {
      double treated = works.treatedShare(plant, s);
      load[s] *= isTreated ? treated : 1 - treated;
    }
    return new Chain.Carried(
        carried.constituent(), load, carried.bottleRate_per_d(), carried.quality());
  }

  /// A plant's measured effluent belongs to its streams by what they bring of the constituent.
  private double share(Discharge of, Chain.Carried carried, List<Discharge> toPlants) {
    double all = 0;
    for (Discharge other : toPlants) {
      for (Chain.Carried c : other.plant().equals(of.plant()) ? other.carried() : noLoads()) {
        all +=
            c.constituent().equals(carried.constituent())
                ? chain.yearMean(s -> c.generated_g_per_s()[s])
                : 0;
      }
    }
    return all > 0 ? chain.yearMean(s -> carried.generated_g_per_s()[s]) / all : 0;
  }

  private static List<Chain.Carried> noLoads() {
    return List.of();
  }

  private LoadTerm asMeasured(
      Chain.Way way, Chain.Carried treated, Chain.Carried measured, double share) {
    double generated = chain.yearMean(s -> treated.generated_g_per_s()[s]);
    double out = chain.yearMean(s -> measured.generated_g_per_s()[s]) * share;
    return new LoadTerm(
        way.source(),
        way.category(),
        way.unit(),
        way.path(),
        way.entry(),
        treated.constituent().id(),
        generated,
        generated - out,
        0,
        java.util.Arrays.stream(measured.generated_g_per_s()).mapToObj(l -> l * share).toList(),
        "",
        1,
        measured.quality());
  }
}
