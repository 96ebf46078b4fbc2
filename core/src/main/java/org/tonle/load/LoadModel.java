package org.tonle.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tonle.convert.Tie;
import org.tonle.load.service.Service;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Figure;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;

/// Model of loads: from people, factories, animals and land to the load that reaches the water
/// (docs/theory/loads.md).
public final class LoadModel {
  private final Study study;
  private final Applied applied;
  private final List<Source> sources;
  private final Plants works;
  private final Chain chain;
  private final Measured measured;
  private final TownLoads towns;
  private final IndustryLoads industry;
  private final LandLoads land;
  private final List<LoadTerm> terms = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private LoadModel(LoadTables tables, Applied applied, List<Source> sources) {
    study = tables.study;
    this.applied = applied;
    this.sources = sources;
    works = new Plants(applied, sources);
    chain = tables.chain;
    measured = new Measured(tables.measured);
    towns = new TownLoads(study, tables.factors, measured, chain, tables.seasons, works, applied);
    industry = new IndustryLoads(study, tables.factors, measured, chain, tables.seasons);
    land = tables.land;
  }

  /// All loads of a study under a scenario.
  public static Loads of(Study study, Applied applied) {
    return of(LoadTables.of(study), applied);
  }

  /// The same loads, from tables that are already built.
  public static Loads of(LoadTables tables, Applied applied) {
    return new LoadModel(tables, applied, applied.sources()).loads();
  }

  /// Loads of some sources under the scenario, bit for bit as when all sources are computed. For a
  /// plant, all sources that send to it must be included; for a town or factory, the plants it
  /// sends to.
  public static Loads of(LoadTables tables, Applied applied, Collection<Source> subset) {
    List<Source> sorted = subset.stream().sorted(Comparator.comparing(Source::id)).toList();
    return new LoadModel(tables, applied, sorted).loads();
  }

  private Loads loads() {
    List<Discharge> toPlants = new ArrayList<>();
    List<Discharge> all = new ArrayList<>();
    for (Source source : sources) {
      List<Discharge> found = discharges(source);
      if (found.stream().allMatch(d -> d.carried().isEmpty())
          && !measured.withoutVolume().containsKey(source.id())
          && !(source instanceof Source.Plant)) {
        problems.add(without(source));
      }
      all.addAll(found);
    }
    for (Discharge discharge : all) {
      if (works.treats(discharge.plant())) {
        works.receive(
            discharge.plant(),
            discharge.water_m3_per_d(),
            discharge.carried().stream()
                .anyMatch(c -> chain.yearMean(s -> c.generated_g_per_s()[s]) > 0));
        toPlants.add(discharge);
      } else {
        discharge.carried().forEach(c -> terms.add(chain.term(discharge.way(), c).under(applied)));
      }
    }
    PlantLoads plants = new PlantLoads(study, works, chain, measured, applied);
    terms.addAll(plants.terms(toPlants));
    sources.stream()
        .filter(s -> measured.withoutVolume().containsKey(s.id()))
        .forEach(s -> problems.add(withoutVolume(s)));
    List<Service> services = new Services(towns, works, chain).of(sources);
    checkCapacities();
    return new Loads(
        terms.stream().sorted(ORDER).toList(),
        services,
        new Outfalls(study, works, chain, applied).of(sources, all, plants),
        new EffluentWaters(works, chain.seasonCount()).of(all, plants),
        sources.stream()
            .mapToDouble(s -> s instanceof Source.Town town ? towns.people(town) : 0)
            .sum(),
        problems);
  }

  static final Comparator<LoadTerm> ORDER =
      Comparator.comparing(LoadTerm::source)
          .thenComparing(LoadTerm::path)
          .thenComparing(t -> t.entry().id())
          .thenComparing(LoadTerm::constituent);

  private List<Discharge> discharges(Source source) {
    return switch (source) {
      case Source.Town town -> towns.discharges(town);
      case Source.Discharger one -> List.of(industry.discharge(one));
      case Source.Livestock herd -> List.of(land.of(herd));
      case Source.Land area -> List.of(land.of(area));
      case Source.Plant plant -> List.of();
    };
  }

  private static Problem without(Source source) {
    return Problem.warning("source_without_figures", file(source), 0, "", "", source.id(), "");
  }

  private Problem withoutVolume(Source source) {
    String column =
        switch (source) {
          case Source.Town town -> "wastewater_l_per_d";
          case Source.Discharger one -> "wastewater_m3_per_d";
          case Source.Plant plant -> "";
          case Source.Livestock herd -> "";
          case Source.Land area -> "";
        };
    String constituents =
        String.join(", ", measured.withoutVolume().getOrDefault(source.id(), Set.of()));
    return Problem.warning(
        "concentration_without_volume",
        file(source),
        0,
        column,
        "",
        source.id() + ": " + constituents,
        "");
  }

  private static String file(Source source) {
    return switch (source) {
      case Source.Town town -> "towns.csv";
      case Source.Plant plant -> "plants.csv";
      case Source.Discharger one -> "industry.csv";
      case Source.Livestock herd -> "livestock.csv";
      case Source.Land area -> "land.csv";
    };
  }

  private void checkCapacities() {
    for (Source.Plant plant : works.all()) {
      double inflow = works.inflow_m3_per_d(plant.id());
      if (works.treats(plant.id()) && Tie.isAbove(inflow, plant.capacity_m3_per_d())) {
        problems.add(
            Problem.warning(
                "plant_over_capacity",
                "plants.csv",
                0,
                "capacity_m3_per_d",
                Figure.of(plant.capacity_m3_per_d()) + " m³/d",
                plant.id() + ": " + Figure.of(inflow) + " m³/d",
                ""));
      }
      double sludge_people = works.sludge_people(plant.id());
      if (Tie.isAbove(sludge_people, plant.sludgeCapacity_people())) {
        problems.add(
            Problem.warning(
                "sludge_over_capacity",
                "plants.csv",
                0,
                "sludge_capacity_people",
                Figure.of(plant.sludgeCapacity_people()),
                plant.id() + ": " + Figure.of(sludge_people),
                ""));
      }
    }
  }
}
