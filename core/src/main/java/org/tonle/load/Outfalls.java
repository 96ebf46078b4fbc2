package org.tonle.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// Outfalls of plants and factories, compared with their own effluent standards.
final class Outfalls {
  private final Study study;
  private final Plants works;
  private final Chain chain;
  private final Applied applied;

  Outfalls(Study study, Plants works, Chain chain, Applied applied) {
    this.study = study;
    this.works = works;
    this.chain = chain;
    this.applied = applied;
  }

  List<Outfall> of(List<Source> sources, List<Discharge> discharges, PlantLoads plants) {
    List<Outfall> outfalls = new ArrayList<>();
    Map<String, List<Discharge>> bySource =
        discharges.stream().collect(Collectors.groupingBy(d -> d.way().source()));
    for (Source source : sources) {
      if (source instanceof Source.Plant plant && works.treats(plant.id())) {
        double water = plants.meanTreated_m3_per_d(plant);
        add(plant.id(), plant.effluentClass(), water, plants.effluent(plant), outfalls);
      } else if (source instanceof Source.Discharger one && !works.treats(one.plant())) {
        bySource
            .getOrDefault(one.id(), List.of())
            .forEach(d -> add(one.id(), one.effluentClass(), d.water_m3_per_d(), now(d), outfalls));
      }
    }
    return outfalls;
  }

  /// Effluent of a factory under the scenario.
  private List<Chain.Carried> now(Discharge discharge) {
    Chain.Way way = discharge.way();
    return discharge.carried().stream()
        .map(
            c ->
                c.times(
                    applied.loadFactor(
                        way.category(), way.unit(), way.source(), c.constituent().id())))
        .toList();
  }

  private void add(
      String source,
      String effluentClass,
      double water_m3_per_d,
      List<Chain.Carried> carried,
      List<Outfall> outfalls) {
    if (!(water_m3_per_d > 0)) {
      return;
    }
    double water_m3_per_s = Convert.cubicMetresPerSecondFromPerDay(water_m3_per_d);
    for (Chain.Carried one : carried) {
      double load_g_per_s = chain.yearMean(s -> one.generated_g_per_s()[s]);
      outfalls.add(
          new Outfall(
              source,
              one.constituent().id(),
              water_m3_per_d,
              one.constituent().unit().fromKernel(load_g_per_s / water_m3_per_s),
              limit(effluentClass, one.constituent())));
    }
  }

  private Optional<EffluentLimit> limit(String effluentClass, Constituent constituent) {
    return study.rules().effluentLimits().stream()
        .filter(l -> l.effluentClass().equals(effluentClass))
        .filter(l -> l.constituent().equals(constituent.id()))
        .findFirst();
  }
}
