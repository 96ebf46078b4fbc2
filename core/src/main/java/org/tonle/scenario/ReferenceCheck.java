package org.tonle.scenario;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tonle.model.Catalogue;
import org.tonle.model.Category;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Check of the ids and figures of each change by itself.
final class ReferenceCheck {
  static final int LAST_YEAR = 2100;
  private static final double LARGEST_FACTOR = 1000;
  private static final double LEAST_FLOW = 0.001;
  private static final double LARGEST_CAPACITY = 1e9;
  private static final double FASTEST_GROWTH = 0.5;
  private static final double LARGEST_RISE_C = 10;

  /// Factors beyond these are in percent, or a point has moved.
  private static final double SMALLEST_USUAL = 0.005;

  private static final double LARGEST_USUAL = 20;

  /// Works are enlarged tenfold, not a hundredfold.
  private static final double FAR_FROM_ITS_OWN = 100;

  private static final double SMALLEST_WORKS = 20;
  private static final double LARGEST_WORKS = 3e6;

  private final StudyIndex index;
  private final Set<String> sources = new TreeSet<>();
  private final Set<String> units = new TreeSet<>();
  private final Set<String> towns = new TreeSet<>();
  private final Set<String> sewersheds = new TreeSet<>();
  private final Set<String> plants = new TreeSet<>();
  private final Set<String> reactions = new TreeSet<>();
  private final Set<String> constituents = new TreeSet<>();
  private final Set<String> seasons = new TreeSet<>();
  private final Set<String> technologies = new TreeSet<>();
  private final Catalogue catalogue;
  private final Set<String> categories = new TreeSet<>();

  ReferenceCheck(StudyIndex index) {
    this.index = index;
    Study study = index.study();
    units.addAll(index.units());
    towns.addAll(index.towns());
    sources.addAll(towns);
    sewersheds.addAll(towns);
    for (Source source : study.emissions().sources()) {
      sources.add(source.id());
      units.add(source.unit());
      if (source instanceof Source.Town) {
        sewersheds.add(source.id());
      } else if (source instanceof Source.Plant plant) {
        plants.add(plant.id());
      }
    }
    study.emissions().technologies().forEach(t -> technologies.add(t.id()));
    catalogue = study.catalogue();
    study.chemistry().reactions().forEach(r -> reactions.add(r.id()));
    study.chemistry().constituents().forEach(c -> constituents.add(c.id()));
    study.waterways().seasons().forEach(s -> seasons.add(s.id()));
    Stream.of(Category.values()).map(Category::id).forEach(categories::add);
  }

  void check(Scenario scenario, ChangeProblems problems) {
    List<Change> changes = scenario.changes();
    Set<String> all = new TreeSet<>(plants);
    for (Change change : changes) {
      if (change instanceof Change.Build build) {
        all.add(BuiltPlants.plantId(index, build));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      check(i, changes.get(i), all, problems);
      year(i, changes.get(i).year(), problems);
    }
    year(ChangeProblems.WHOLE, scenario.year(), problems);
    for (Scenario.Growth growth : scenario.growth()) {
      problems.place(ChangeProblems.WHOLE, "growth.unit", "units.csv", growth.unit(), units);
      problems.range(
          ChangeProblems.WHOLE,
          "growth.growth_percent_per_a",
          100 * growth.growth_per_a(),
          -100 * FASTEST_GROWTH,
          100 * FASTEST_GROWTH);
      problems.usual(
          ChangeProblems.WHOLE,
          "growth.growth_percent_per_a",
          100 * growth.growth_per_a(),
          0.05,
          10);
    }
    climate(scenario.climate(), problems);
  }

  private void check(int i, Change change, Set<String> allPlants, ChangeProblems problems) {
    switch (change) {
      case Change.ScaleLoad c -> {
        problems.id(i, "category", "categories", c.category(), categories);
        problems.place(i, "unit", "units.csv", c.unit(), units);
        Set<String> known = new TreeSet<>(sources);
        known.addAll(allPlants);
        problems.place(i, "source", "sources", c.source(), known);
        problems.id(i, "constituent", "constituents.csv", c.constituent(), constituents);
        factor(i, "factor", c.factor(), problems);
      }
      case Change.SetPlant c -> {
        problems.place(i, "plant", "plants.csv", c.plant(), plants);
        technology(i, c.technology(), problems);
        capacity(i, c.capacity_m3_per_d().orElse(0), problems);
        ownCapacity(i, c, problems);
      }
      case Change.SetSanitation c -> {
        problems.place(i, "town", "towns.csv", c.town(), towns);
        if (towns.contains(c.town())) {
          problems.id(i, "sewershed", c.town(), c.sewershed(), index.sewersheds(c.town()));
        }
        problems.place(i, "plant", "plants.csv", c.plant(), allPlants);
        problems.range(i, "share", c.share(), 0, 1);
        problems.usual(i, "share", c.share(), SMALLEST_USUAL, 1);
      }
      case Change.ScaleRate c -> {
        problems.id(i, "reaction", "reactions.csv", c.reaction(), reactions);
        factor(i, "factor", c.factor(), problems);
      }
      case Change.SetDischarge c -> {
        problems.id(i, "season", "seasons.csv", c.season(), seasons);
        problems.id(i, "group", "groups", c.group(), index.groups());
        flow(i, "factor", c.factor(), problems);
      }
      case Change.Build c -> build(i, c, problems);
    }
  }

  private void build(int i, Change.Build build, ChangeProblems problems) {
    technology(i, build.technology(), problems);
    capacity(i, build.capacity_m3_per_d().orElse(0), problems);
    problems.range(i, "reliability", build.reliabilityShare(), 0, 1);
    problems.place(i, "node", "nodes.csv", build.node(), index.nodes());
    build.serves().forEach(s -> problems.place(i, "serves", "towns.csv", s, sewersheds));
    boolean isNew = index.source(build.site()).isEmpty();
    if (isNew && build.node().isEmpty()) {
      problems.error("missing_value", i, "node", "nodes.csv", "", "");
    }
  }

  /// A technology is the study's own, or the catalogue's.
  private void technology(int i, String id, ChangeProblems problems) {
    if (catalogue.technology(id).isEmpty()) {
      problems.id(i, "technology", "removals.csv", id, technologies);
    }
  }

  private static void capacity(int i, double capacity_m3_per_d, ChangeProblems problems) {
    problems.range(i, "capacity_m3_per_d", capacity_m3_per_d, 0, LARGEST_CAPACITY);
    problems.usual(i, "capacity_m3_per_d", capacity_m3_per_d, SMALLEST_WORKS, LARGEST_WORKS);
  }

  /// A capacity a hundred times that of the plant today is in another unit.
  private void ownCapacity(int i, Change.SetPlant set, ChangeProblems problems) {
    double now =
        index.source(set.plant()).orElse(null) instanceof Source.Plant plant
            ? plant.capacity_m3_per_d()
            : 0;
    double set_m3_per_d = set.capacity_m3_per_d().orElse(0);
    boolean isUsual = set_m3_per_d >= SMALLEST_WORKS && set_m3_per_d <= LARGEST_WORKS;
    if (now > 0 && now < Double.POSITIVE_INFINITY && isUsual) {
      problems.usual(
          i, "capacity_m3_per_d", set_m3_per_d, now / FAR_FROM_ITS_OWN, now * FAR_FROM_ITS_OWN);
    }
  }

  private static void factor(int i, String column, double factor, ChangeProblems problems) {
    problems.range(i, column, factor, 0, LARGEST_FACTOR);
    problems.usual(i, column, factor, SMALLEST_USUAL, LARGEST_USUAL);
  }

  /// A river without water has no concentration, so the factor may not be that small.
  private static void flow(int i, String column, double factor, ChangeProblems problems) {
    if (factor >= 0 && factor < LEAST_FLOW) {
      String least = org.tonle.problem.Figure.of(LEAST_FLOW);
      String text = org.tonle.problem.Figure.of(factor);
      problems.error("river_emptied", i, column, least, text, "");
    } else {
      problems.range(i, column, factor, LEAST_FLOW, LARGEST_FACTOR);
      problems.usual(i, column, factor, SMALLEST_USUAL, LARGEST_USUAL);
    }
  }

  private void climate(Scenario.Climate climate, ChangeProblems problems) {
    int whole = ChangeProblems.WHOLE;
    for (Scenario.DischargeFactor one : climate.discharges()) {
      problems.id(whole, "climate.season", "seasons.csv", one.season(), seasons);
      problems.id(whole, "climate.group", "groups", one.group(), index.groups());
      flow(whole, "climate.factor", one.factor(), problems);
    }
    problems.range(
        whole,
        "climate.temperature_rise_c",
        climate.temperatureRise_c(),
        -LARGEST_RISE_C,
        LARGEST_RISE_C);
  }

  /// The year may not precede the study's own or lie beyond what anybody can foresee.
  private void year(int i, OptionalInt year, ChangeProblems problems) {
    int first = index.study().settings().year();
    int last = StrictMath.max(first, LAST_YEAR);
    if (year.isPresent() && (year.getAsInt() < first || year.getAsInt() > last)) {
      String found = Integer.toString(year.getAsInt());
      problems.error("out_of_range", i, "year", first + " … " + last, found, "");
    }
  }
}
