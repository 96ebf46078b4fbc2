package org.tonle.plain;

import java.util.HashMap;
import java.util.Map;
import org.tonle.model.Constituent;
import org.tonle.model.Source;

/// Outfalls of plants and factories: the year's mean load over the mean water
/// (docs/theory/loads.md, *Each outfall*).
final class PlainOutfalls {
  private final Map<String, Double> concentrations = new HashMap<>();
  private final Map<String, Double> waters_m3_per_d = new HashMap<>();

  PlainOutfalls(PlainModel model) {
    PlainPlants plants = model.loads.plants();
    for (Source source : model.study.emissions().sources()) {
      for (Constituent c : model.study.chemistry().constituents()) {
        if (source instanceof Source.Plant plant) {
          double load = plants.effluent.getOrDefault(plant.id() + "|" + c.id(), 0.0);
          put(plant.id(), c, load, plants.treated_m3_per_d(plant.id()));
        } else if (source instanceof Source.Discharger factory) {
          put(factory.id(), c, direct(model, factory.id(), c.id()), plants.volume(factory));
        }
      }
    }
  }

  private static double direct(PlainModel model, String factory, String constituent) {
    double sum = 0;
    for (PlainLoad load : model.loads.all()) {
      boolean isIts = load.source().equals(factory) && load.constituent().equals(constituent);
      sum += isIts ? model.loads.figures().mean(load.toWater()) : 0;
    }
    return sum;
  }

  private void put(String source, Constituent c, double load, double water_m3_per_d) {
    waters_m3_per_d.put(source, water_m3_per_d);
    double perDay = load * PlainFigures.DAY_S;
    concentrations.put(source + "|" + c.id(), perDay / water_m3_per_d / PlainModel.unit(c));
  }

  double water_m3_per_d(String source) {
    return waters_m3_per_d.getOrDefault(source, Double.NaN);
  }

  double concentration(String source, String constituent) {
    return concentrations.getOrDefault(source + "|" + constituent, Double.NaN);
  }
}
