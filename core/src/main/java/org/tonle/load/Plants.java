package org.tonle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.convert.Text;
import org.tonle.model.Source;
import org.tonle.scenario.Applied;

/// Plants that treat wastewater, and the share of their inflow that they treat.
final class Plants {
  private final Applied applied;
  private final List<Source.Plant> plants = new ArrayList<>();
  private final Map<String, Double> inflow_m3_per_d = new HashMap<>();
  private final Map<String, Double> sludge_people = new HashMap<>();
  private final Set<String> hasLoad = new HashSet<>();

  /// @param sources sources whose loads are computed
  Plants(Applied applied, List<Source> sources) {
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

  /// Whether septic tanks are emptied as their sanitation row says: they are, wherever the sludge
  /// goes, unless it is meant for a plant that does not operate.
  boolean areEmptied(String plant) {
    return plant.isEmpty() || treats(plant);
  }

  Source.Plant get(String plant) {
    if (!(applied.source(plant).orElse(null) instanceof Source.Plant found)) {
      throw new IllegalArgumentException(Text.format("No plant %s.", plant));
    }
    return found;
  }

  List<Source.Plant> all() {
    return plants;
  }

  /// Adds wastewater that sewers bring to a plant.
  void receive(String plant, double water_m3_per_d, boolean carriesLoad) {
    inflow_m3_per_d.merge(plant, water_m3_per_d, Double::sum);
    if (carriesLoad) {
      hasLoad.add(plant);
    }
  }

  /// Adds people whose sludge is brought to a plant.
  void receiveSludge(String plant, double people) {
    sludge_people.merge(plant, people, Double::sum);
  }

  double sludge_people(String plant) {
    return sludge_people.getOrDefault(plant, 0.0);
  }

  /// Share of the sludge brought to a plant that it treats; 0 if it does not operate.
  double treatedSludgeShare(String plant) {
    if (!treats(plant)) {
      return 0;
    }
    double capacity = get(plant).sludgeCapacity_people();
    double brought = sludge_people(plant);
    return brought > capacity ? capacity / brought : 1;
  }

  /// Whether sewers bring load to a plant while no source of that load states its volume of
  /// wastewater.
  boolean isInflowUnknown(String plant) {
    return hasLoad.contains(plant) && !(inflow_m3_per_d(plant) > 0);
  }

  double inflow_m3_per_d(String plant) {
    return inflow_m3_per_d.getOrDefault(plant, 0.0);
  }

  /// Share of a plant's inflow that is treated in a season: limited by its capacity, less the share
  /// that combined sewers spill before it, and to the time that it treats as designed. A plant
  /// without a capacity takes all.
  double treatedShare(String plant, int season) {
    if (!treats(plant)) {
      return 0;
    }
    Source.Plant found = get(plant);
    double inflow = inflow_m3_per_d(plant);
    double capacity = found.capacity_m3_per_d();
    double taken = inflow > capacity ? capacity / inflow : 1;
    double share = StrictMath.min(taken, deliveredShare(plant, season));
    return share * applied.reliabilityShare(plant);
  }

  /// Share of a plant's inflow that combined sewers do not spill before it in a season; 0 if the
  /// plant does not operate.
  double deliveredShare(String plant, int season) {
    if (!treats(plant)) {
      return 0;
    }
    List<Double> overflow = get(plant).overflow();
    return overflow.isEmpty() ? 1 : 1 - overflow.get(season);
  }
}
