package org.tonle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Random levers, like those of planners: half of them the share of a town on one path, a fifth a
/// plant, a fifth a factory or park, and a tenth two at once.
final class RandomLevers {
  private final SplittableRandom chance;
  private final List<Source.Town> towns = new ArrayList<>();
  private final List<Source> plants = new ArrayList<>();
  private final List<Source> factories = new ArrayList<>();

  RandomLevers(Study study, long seed) {
    chance = new SplittableRandom(seed);
    for (Source source : study.emissions().sources()) {
      switch (source) {
        case Source.Town town -> towns.add(town);
        case Source.Plant plant -> plants.add(plant);
        case Source.Discharger factory -> factories.add(factory);
        case Source.Livestock herd -> {}
        case Source.Land land -> {}
      }
    }
  }

  List<Change> next() {
    double kind = chance.nextDouble();
    if (kind < 0.1) {
      return List.of(one(chance.nextDouble()), one(chance.nextDouble()));
    }
    return List.of(one((kind - 0.1) / 0.9));
  }

  /// Five in nine a town, two a plant, two a factory.
  private Change one(double kind) {
    if (kind < 5.0 / 9 || (plants.isEmpty() && factories.isEmpty())) {
      return share();
    }
    boolean isPlant = factories.isEmpty() || (kind < 7.0 / 9 && !plants.isEmpty());
    return isPlant ? plant() : factory();
  }

  private <T extends Source> T of(List<T> sources) {
    return sources.get(chance.nextInt(sources.size()));
  }

  private Change share() {
    Sanitation.Path[] paths = Sanitation.Path.values();
    Sanitation.Path path = paths[chance.nextInt(paths.length)];
    String plant = path == Sanitation.Path.SEWER_PLANT && !plants.isEmpty() ? of(plants).id() : "";
    double share = StrictMath.rint(chance.nextDouble() * 90) / 100;
    Source.Town town = of(towns);
    String sewershed = town.sewershed().isPresent() ? town.id() : "";
    OptionalInt always = OptionalInt.empty();
    return new Change.SetSanitation(town.town(), sewershed, path, share, plant, From.ALL, always);
  }

  private Change plant() {
    Source.Plant plant = (Source.Plant) of(plants);
    boolean isOpen = plant.status() == Source.Plant.Status.OPERATING;
    if (chance.nextBoolean()) {
      Source.Plant.Status other =
          isOpen ? Source.Plant.Status.CLOSED : Source.Plant.Status.OPERATING;
      return new Change.SetPlant(plant.id(), other, OptionalDouble.empty());
    }
    OptionalDouble size = OptionalDouble.of(500 + chance.nextInt(200) * 100);
    return new Change.SetPlant(plant.id(), Source.Plant.Status.OPERATING, size);
  }

  private Change factory() {
    double factor = StrictMath.rint(chance.nextDouble() * 150) / 100;
    return new Change.ScaleLoad("", "", of(factories).id(), "", factor);
  }
}
