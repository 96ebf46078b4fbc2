package org.tonle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Source;
import org.tonle.scenario.Applied;

/// Treatment plants and how much of what reaches them they treat.
final class Works {
  private final Applied applied;
  private final List<Source.Plant> plants = new ArrayList<>();
  private final Map<String, Double> inflow_m3_per_d = new HashMap<>();

  /// @param sources those that loads are computed of
  Works(Applied applied, List<Source> sources) {
    this.applied = applied;
    for (Source source : sources) {
      if (source instanceof Source.Plant plant) {
        plants.add(plant);
      }
    }
  }

  boolean treats(String plant) {
    return applied.source(plant).orElse(null) instanceof Source.Plant found
        && found.status() == Source.Plant.Status.OPERATING;
  }

  /// Whether what is emptied from septic tanks is treated; a row without a plant says it is.
  boolean takesSludge(String plant) {
    return plant.isEmpty() || treats(plant);
  }

  Source.Plant get(String plant) {
    if (!(applied.source(plant).orElse(null) instanceof Source.Plant found)) {
      throw new IllegalArgumentException("No plant %s.".formatted(plant));
    }
    return found;
  }

  List<Source.Plant> all() {
    return plants;
  }

  /// Counts wastewater that sewers bring to a plant.
  void receive(String plant, double water_m3_per_d) {
    inflow_m3_per_d.merge(plant, water_m3_per_d, Double::sum);
  }

  double inflow_m3_per_d(String plant) {
    return inflow_m3_per_d.getOrDefault(plant, 0.0);
  }

  /// Share of a plant's inflow that is treated in a season: what its capacity takes, less what
  /// combined sewers spill before it. A plant without a capacity takes all.
  double treatedShare(String plant, int season) {
    if (!treats(plant)) {
      return 0;
    }
    Source.Plant works = get(plant);
    double inflow = inflow_m3_per_d(plant);
    double capacity = works.capacity_m3_per_d();
    double taken = inflow > capacity ? capacity / inflow : 1;
    double spilt = works.overflow().isEmpty() ? 0 : works.overflow().get(season);
    return StrictMath.min(taken, 1 - spilt);
  }
}
