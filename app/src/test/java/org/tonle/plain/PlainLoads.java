package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tonle.model.Category;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Loads of a study's own year, written down from docs/theory/loads.md alone.
final class PlainLoads {
  private final Study study;
  private final PlainFigures figures;
  private final PlainRain rain;
  private final PlainPlants plants;
  private final List<PlainLoad> all = new ArrayList<>();
  private final List<Runnable> pipes = new ArrayList<>();
  private final List<PlainWater.Effluent> piped = new ArrayList<>();

  PlainLoads(Study study) {
    this.study = study;
    figures = new PlainFigures(study);
    rain = new PlainRain(study, figures);
    plants = new PlainPlants(study, figures);
    for (Source source : study.emissions().sources()) {
      switch (source) {
        case Source.Town town -> town(town);
        case Source.Discharger factory -> factory(factory);
        case Source.Livestock herd -> herd(herd);
        case Source.Land land -> land(land);
        case Source.Plant plant -> {}
      }
    }
    all.addAll(plants.loads());
    pipes.forEach(Runnable::run);
  }

  /// All loads that are not 0.
  List<PlainLoad> all() {
    return all.stream().filter(PlainLoad::isAnything).toList();
  }

  PlainPlants plants() {
    return plants;
  }

  /// Effluents as water: what sewers, drains, pipes and plants let in.
  List<PlainWater.Effluent> effluents() {
    List<PlainWater.Effluent> found = new ArrayList<>(piped);
    found.addAll(plants.effluents());
    return found;
  }

  private void pipe(Entry entry, String plant, double volume_m3_per_d) {
    double[] water = new double[figures.seasons().size()];
    for (int s = 0; s < water.length; s++) {
      double past = plant.isEmpty() ? 1 : 1 - plants.treatedShare(plant, s);
      water[s] = volume_m3_per_d / PlainFigures.DAY_S * past;
    }
    piped.add(new PlainWater.Effluent(entry, water));
  }

  PlainFigures figures() {
    return figures;
  }

  private void add(
      Source source,
      Category category,
      String path,
      Entry entry,
      String constituent,
      double[] made,
      double passing,
      double retention) {
    double[] toWater = new double[made.length];
    for (int s = 0; s < made.length; s++) {
      toWater[s] = made[s] * passing * (1 - retention);
    }
    double mean = figures.mean(made);
    all.add(
        new PlainLoad(
            source.id(),
            category,
            source.unit(),
            path,
            entry,
            constituent,
            mean,
            mean * (1 - passing),
            mean * passing * retention,
            toWater));
  }

  private static double[] times(double load, double[] shape) {
    double[] found = new double[shape.length];
    for (int s = 0; s < shape.length; s++) {
      found[s] = load * shape[s];
    }
    return found;
  }

  /// Load measured at the source, season by season; empty where nothing was measured.
  private double[] measured(Source source, String constituent, double volume_m3_per_d) {
    List<Effluent> rows =
        study.emissions().effluents().stream()
            .filter(e -> e.source().equals(source.id()) && e.constituent().equals(constituent))
            .toList();
    return rows.isEmpty() ? new double[0] : plants.measured(rows, t -> volume_m3_per_d);
  }

  // ---- people

  private void town(Source.Town town) {
    double people =
        town.population()
            * StrictMath.pow(1 + town.growth_per_a(), study.settings().year() - town.baseYear());
    List<Sanitation> rows =
        study.emissions().sanitation().stream()
            .filter(r -> r.sewershed().equals(town.id()))
            .toList();
    for (Sanitation row : rows) {
      double volume = people * row.share() * town.wastewater_l_per_d() / 1_000;
      String to = row.path() == Sanitation.Path.SEWER_PLANT ? row.plant() : "";
      if (!to.isEmpty()) {
        plants.receive(to, volume);
      }
      if (row.path().category() == Category.SEWERED) {
        pipes.add(() -> pipe(row.entry(), to, volume));
      }
    }
    for (String constituent : figures.constituents()) {
      double[] measured = measured(town, constituent, people * town.wastewater_l_per_d() / 1_000);
      if (measured.length > 0) {
        add(town, Category.SEWERED, "measured", town.entry(), constituent, measured, 1, 0);
        continue;
      }
      double each =
          figures.of(Factor.Kind.PER_PERSON, town.kind(), constituent).orElse(0)
              / PlainFigures.DAY_S;
      for (Sanitation row : rows) {
        path(town, row, constituent, people * row.share() * each);
      }
    }
  }

  private void path(Source.Town town, Sanitation row, String constituent, double load) {
    double[] own = figures.seasonFactors(town.id());
    String retention = retention(town, row);
    if (row.path() == Sanitation.Path.SEWER_PLANT && !row.plant().isEmpty()) {
      plants.treat(
          row.plant(),
          new PlainPlants.Stream(
              town,
              row.path().id(),
              Category.SEWERED,
              row.entry(),
              constituent,
              times(load, own),
              retention));
      return;
    }
    double[] shape = own;
    if (row.path().category() == Category.ON_SITE) {
      shape =
          rain.shape(
              own,
              List.of(row.path().id(), Category.ON_SITE.id()),
              constituent,
              row.entry(),
              town.unit());
    }
    String key = row.path().id();
    if (row.path() == Sanitation.Path.SEPTIC_EMPTIED && plants.isIdle(row.plant())) {
      key = Sanitation.Path.SEPTIC.id();
    }
    add(
        town,
        row.path().category(),
        row.path().id(),
        row.entry(),
        constituent,
        times(load, shape),
        figures.passing(key, constituent),
        figures.retention(retention, constituent));
  }

  /// What sewers carry passes the retention of the sewershed; what goes into the ground that of its
  /// row, else of the sewershed.
  private static String retention(Source.Town town, Sanitation row) {
    boolean isSewer = row.path().category() == Category.SEWERED;
    String first = isSewer ? town.retention() : row.retention();
    String second = isSewer ? row.retention() : town.retention();
    return first.isEmpty() ? second : first;
  }

  // ---- factories

  private void factory(Source.Discharger factory) {
    Category category = factory instanceof Source.Park ? Category.PARK : Category.INDUSTRY;
    double volume = plants.volume(factory);
    if (!factory.plant().isEmpty()) {
      plants.receive(factory.plant(), volume);
    }
    pipes.add(() -> pipe(factory.entry(), factory.plant(), volume));
    for (String constituent : figures.constituents()) {
      double load = factoryLoad(factory, constituent, volume) / PlainFigures.DAY_S;
      double[] measured = measured(factory, constituent, volume);
      double[] made =
          measured.length > 0 ? measured : times(load, figures.seasonFactors(factory.id()));
      if (factory.plant().isEmpty()) {
        add(factory, category, "direct", factory.entry(), constituent, made, 1, 0);
      } else {
        plants.treat(
            factory.plant(),
            new PlainPlants.Stream(
                factory, "direct", category, factory.entry(), constituent, made, ""));
      }
    }
  }

  /// Load of a day: the first of the ways that the study has figures for.
  private double factoryLoad(Source.Discharger factory, String constituent, double volume) {
    Source.Activity size = factory.activity();
    OptionalDouble perTonne = figures.of(Factor.Kind.PER_TONNE, factory.sector(), constituent);
    OptionalDouble perJob = figures.of(Factor.Kind.PER_EMPLOYEE, factory.sector(), constituent);
    if (size.production_t_per_d().isPresent() && perTonne.isPresent()) {
      return size.production_t_per_d().getAsDouble() * perTonne.getAsDouble();
    }
    if (size.employees().isPresent() && perJob.isPresent()) {
      return size.employees().getAsDouble() * perJob.getAsDouble();
    }
    return volume * figures.of(Factor.Kind.CONCENTRATION, factory.sector(), constituent).orElse(0);
  }

  // ---- animals and land

  private void herd(Source.Livestock herd) {
    double[] own = figures.seasonFactors(herd.id());
    for (String constituent : figures.constituents()) {
      double load =
          herd.heads()
              * figures.of(Factor.Kind.PER_HEAD, herd.animal(), constituent).orElse(0)
              / PlainFigures.DAY_S;
      List<String> keys = List.of(herd.animal(), Category.LIVESTOCK.id());
      double[] shape = rain.shape(own, keys, constituent, herd.entry(), herd.unit());
      double share = figures.of(Factor.Kind.DELIVERY, herd.animal(), constituent).orElse(1);
      add(
          herd,
          Category.LIVESTOCK,
          "",
          herd.entry(),
          constituent,
          times(load, shape),
          1,
          1 - share);
    }
  }

  private void land(Source.Land land) {
    double[] own = figures.seasonFactors(land.id());
    double hectares = 100 * land.area_km2();
    for (String constituent : figures.constituents()) {
      double year_g =
          hectares
                  * figures.of(Factor.Kind.EXPORT, land.landUse(), constituent).orElse(0)
                  * rain.ofLand(land, constituent)
              + land.input_t_per_a()
                  * figures.of(Factor.Kind.INPUT, land.landUse(), constituent).orElse(0);
      double load = year_g * delivery(land) / (PlainFigures.YEAR_D * PlainFigures.DAY_S);
      List<String> keys = List.of(land.landUse(), Category.LAND.id());
      double[] shape = rain.shape(own, keys, constituent, land.entry(), land.unit());
      add(land, Category.LAND, "", land.entry(), constituent, times(load, shape), 1, 0);
    }
  }

  /// exp(Σ θ (z − mean z)).
  private double delivery(Source.Land land) {
    Map<String, double[]> means = new HashMap<>();
    for (Delivery.Trait trait : study.emissions().delivery().traits()) {
      double[] sum = means.computeIfAbsent(trait.variable(), k -> new double[2]);
      sum[0] += trait.value();
      sum[1]++;
    }
    double exponent = 0;
    for (Delivery.Term term : study.emissions().delivery().terms()) {
      for (Delivery.Trait trait : study.emissions().delivery().traits()) {
        boolean isHere =
            trait.place().equals(land.entry().id()) && trait.variable().equals(term.variable());
        double[] sum = means.getOrDefault(term.variable(), new double[] {0, 1});
        if (isHere && term.landUse().equals(land.landUse())) {
          exponent += term.value() * (trait.value() - sum[0] / sum[1]);
        }
      }
    }
    return StrictMath.exp(exponent);
  }
}
