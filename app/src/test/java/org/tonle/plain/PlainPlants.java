package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.tonle.model.Category;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Plants and what they let pass (docs/theory/loads.md, Eqs. 3 and 9).
final class PlainPlants {
  private final Study study;
  private final PlainFigures figures;
  private final Map<String, Source.Plant> plants = new TreeMap<>();
  private final Map<String, Double> received_m3_per_d = new HashMap<>();

  /// What leaves each plant, mean of the year [g/s, count/s].
  final Map<String, Double> effluent = new HashMap<>();

  private final Map<String, List<Stream>> streams = new TreeMap<>();

  /// Stream that reaches a plant.
  ///
  /// @param path its name where no plant treats it
  /// @param made load, season by season
  /// @param retention key of what the way keeps of that which passes the plant by
  record Stream(
      Source source,
      String path,
      Category category,
      Entry entry,
      String constituent,
      double[] made,
      String retention) {}

  PlainPlants(Study study, PlainFigures figures) {
    this.study = study;
    this.figures = figures;
    for (Source source : study.emissions().sources()) {
      if (source instanceof Source.Plant plant) {
        plants.put(plant.id(), plant);
      }
    }
  }

  /// Whether a plant is named that does not operate.
  boolean isIdle(String plant) {
    Source.Plant found = plants.get(plant);
    return found != null && found.status() != Source.Plant.Status.OPERATING;
  }

  void receive(String plant, double volume_m3_per_d) {
    received_m3_per_d.merge(plant, volume_m3_per_d, Double::sum);
  }

  void treat(String plant, Stream stream) {
    streams.computeIfAbsent(plant, k -> new ArrayList<>()).add(stream);
  }

  double received_m3_per_d(String plant) {
    return received_m3_per_d.getOrDefault(plant, 0.0);
  }

  /// Share of what a plant receives that it treats in a season.
  double treatedShare(String id, int season) {
    Source.Plant plant = plants.get(id);
    if (plant == null || plant.status() != Source.Plant.Status.OPERATING) {
      return 0;
    }
    double spilt = plant.overflow().isEmpty() ? 0 : plant.overflow().get(season);
    double volume = received_m3_per_d(id);
    double fits = volume > 0 ? plant.capacity_m3_per_d() / volume : 1;
    return StrictMath.min(fits, 1 - spilt);
  }

  /// Water that the plants treat and let in.
  List<PlainWater.Effluent> effluents() {
    List<PlainWater.Effluent> found = new ArrayList<>();
    for (Source.Plant plant : plants.values()) {
      double[] water = new double[figures.seasons().size()];
      for (int s = 0; s < water.length; s++) {
        double treated = received_m3_per_d(plant.id()) * treatedShare(plant.id(), s);
        water[s] = treated / PlainFigures.DAY_S;
      }
      found.add(new PlainWater.Effluent(plant.entry(), water));
    }
    return found;
  }

  /// Water that a plant treats, mean of the year.
  double treated_m3_per_d(String id) {
    double[] water = new double[figures.seasons().size()];
    for (int s = 0; s < water.length; s++) {
      water[s] = received_m3_per_d(id) * treatedShare(id, s);
    }
    return figures.mean(water);
  }

  /// Wastewater of a factory: stated, else of its product or jobs.
  double volume(Source.Discharger factory) {
    Source.Activity size = factory.activity();
    if (size.wastewater_m3_per_d().isPresent()) {
      return size.wastewater_m3_per_d().getAsDouble();
    }
    OptionalDouble perTonne = figures.of(Factor.Kind.WASTEWATER_PER_TONNE, factory.sector(), "");
    OptionalDouble perJob = figures.of(Factor.Kind.WASTEWATER_PER_EMPLOYEE, factory.sector(), "");
    if (size.production_t_per_d().isPresent() && perTonne.isPresent()) {
      return size.production_t_per_d().getAsDouble() * perTonne.getAsDouble();
    }
    if (size.employees().isPresent() && perJob.isPresent()) {
      return size.employees().getAsDouble() * perJob.getAsDouble();
    }
    return 0;
  }

  /// Measured load of each season: a load, or a concentration in the water of that season.
  double[] measured(List<Effluent> rows, IntToDoubleFunction water_m3_per_d) {
    double[] load = new double[figures.seasons().size()];
    for (int s = 0; s < load.length; s++) {
      for (Effluent row : rows) {
        String season = figures.seasons().get(s).id();
        if (row.season().isEmpty() || row.season().equals(season)) {
          double volume = water_m3_per_d.applyAsDouble(s) / PlainFigures.DAY_S;
          load[s] =
              row.concentration_g_per_m3().isPresent()
                  ? row.concentration_g_per_m3().getAsDouble() * volume
                  : row.load_g_per_s().orElse(0);
        }
      }
    }
    return load;
  }

  List<PlainLoad> loads() {
    List<PlainLoad> found = new ArrayList<>();
    for (Source.Plant plant : plants.values()) {
      for (String constituent : figures.constituents()) {
        List<Stream> own =
            streams.getOrDefault(plant.id(), List.of()).stream()
                .filter(x -> x.constituent().equals(constituent))
                .toList();
        loads(plant, constituent, own, found);
      }
    }
    return found;
  }

  private void loads(
      Source.Plant plant, String constituent, List<Stream> own, List<PlainLoad> found) {
    List<Effluent> rows =
        study.emissions().effluents().stream()
            .filter(e -> e.source().equals(plant.id()) && e.constituent().equals(constituent))
            .toList();
    double[] measured =
        measured(rows, s -> received_m3_per_d(plant.id()) * treatedShare(plant.id(), s));
    int seasons = measured.length;
    boolean isMeasured = !rows.isEmpty() && plant.status() == Source.Plant.Status.OPERATING;
    double passing = figures.passing(plant.technology(), constituent);
    double brought = own.stream().mapToDouble(x -> figures.mean(x.made())).sum();
    for (Stream stream : own) {
      double share = brought > 0 ? figures.mean(stream.made()) / brought : 0;
      double[] in = new double[seasons];
      double[] out = new double[seasons];
      double[] past = new double[seasons];
      for (int s = 0; s < seasons; s++) {
        double treated = treatedShare(plant.id(), s);
        in[s] = stream.made()[s] * treated;
        past[s] = stream.made()[s] * (1 - treated);
        out[s] = isMeasured ? measured[s] * share : in[s] * passing;
      }
      boolean isIdle = plant.status() != Source.Plant.Status.OPERATING;
      double kept = figures.retention(stream.retention(), constituent);
      if (!isIdle) {
        effluent.merge(plant.id() + "|" + constituent, figures.mean(out), Double::sum);
        double made =
            isMeasured ? StrictMath.max(figures.mean(in), figures.mean(out)) : figures.mean(in);
        double left = isMeasured ? 0 : kept;
        found.add(
            load(stream, "treated", plant.entry(), made, made - figures.mean(out), left, out));
      }
      found.add(
          load(
              stream,
              isIdle ? stream.path() : "overflow",
              stream.entry(),
              figures.mean(past),
              0,
              kept,
              past));
    }
    if (isMeasured && !(brought > 0)) {
      effluent.merge(plant.id() + "|" + constituent, figures.mean(measured), Double::sum);
      Stream itself =
          new Stream(plant, "", Category.SEWERED, plant.entry(), constituent, measured, "");
      found.add(load(itself, "measured", plant.entry(), figures.mean(measured), 0, 0, measured));
    }
  }

  /// @param kept share of what leaves that the way retains
  private static PlainLoad load(
      Stream of,
      String path,
      Entry entry,
      double made,
      double removed,
      double kept,
      double[] leaving) {
    double[] toWater = new double[leaving.length];
    for (int s = 0; s < toWater.length; s++) {
      toWater[s] = leaving[s] * (1 - kept);
    }
    return new PlainLoad(
        of.source().id(),
        of.category(),
        of.source().unit(),
        path,
        entry,
        of.constituent(),
        made,
        removed,
        (made - removed) * kept,
        toWater);
  }
}
