package org.tonle.load;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tonle.convert.Convert;
import org.tonle.model.Category;
import org.tonle.model.Entry;
import org.tonle.model.Source;

/// Effluents of towns, factories, parks and plants as water (docs/theory/transport.md, Eq. 5). What
/// goes into tanks and pits seeps away.
final class EffluentWaters {
  private static final Set<Category> PIPED =
      EnumSet.of(Category.SEWERED, Category.INDUSTRY, Category.PARK);

  private final Plants works;
  private final int seasons;
  private final List<EffluentWater> found = new ArrayList<>();

  EffluentWaters(Plants works, int seasons) {
    this.works = works;
    this.seasons = seasons;
  }

  /// In the order of the sources. A town that is measured as a whole has its water on its paths.
  List<EffluentWater> of(List<Discharge> discharges, PlantLoads plants) {
    for (Discharge one : discharges) {
      Chain.Way way = one.way();
      double water = Convert.cubicMetresPerSecondFromPerDay(one.water_m3_per_d());
      if (PIPED.contains(way.category()) && !way.path().equals("measured")) {
        boolean isTreated = works.treats(one.plant());
        add(
            way.source(),
            way.entry(),
            s -> isTreated ? water * (1 - works.treatedShare(one.plant(), s)) : water);
      }
    }
    for (Source.Plant plant : works.all()) {
      if (works.treats(plant.id())) {
        double[] treated_m3_per_d = plants.treated_m3_per_d(plant);
        add(
            plant.id(),
            plant.entry(),
            s -> Convert.cubicMetresPerSecondFromPerDay(treated_m3_per_d[s]));
      }
    }
    found.sort(EffluentWater.ORDER);
    return found;
  }

  private void add(String source, Entry entry, IntToDoubleFunction m3_per_s) {
    List<Double> water = IntStream.range(0, seasons).mapToDouble(m3_per_s).boxed().toList();
    if (water.stream().anyMatch(w -> w > 0)) {
      found.add(new EffluentWater(source, entry, water));
    }
  }
}
