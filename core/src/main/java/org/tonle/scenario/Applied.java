package org.tonle.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.model.Category;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Applied scenario: a study under a scenario. This is the one place where changes are applied.
///
/// It holds only the differences from the study and asks the study's index for the rest. Faulty
/// changes never make it throw: whatever [ScenarioCheck] refuses stays as the study has it.
public final class Applied {
  private final StudyIndex index;
  private final Scenario scenario;
  private final int year;
  private final List<Change> changes;
  private final Map<String, Source> changedSources = new TreeMap<>();
  private final Map<String, List<Sanitation>> changedSanitation = new HashMap<>();
  private final LoadFactors loads;
  private final Map<String, Double> rates = new HashMap<>();
  private final WaterFactors waters = new WaterFactors();
  private final Map<String, Double> growth = new HashMap<>();
  private final Map<String, Double> reliability;

  /// Sewersheds whose set shares contradict each other, with the reason.
  private final Map<String, TownShares.Refused> refused = new TreeMap<>();

  private Applied(StudyIndex index, Scenario scenario) {
    this.index = index;
    this.scenario = scenario;
    year = scenario.year().orElse(index.study().settings().year());
    changes = TownChanges.bySewershed(index, EffectiveChanges.of(scenario.changes(), year));
    loads = new LoadFactors(index);
    waters.add(scenario.climate());
    scenario.growth().stream()
        .sorted(java.util.Comparator.comparingDouble(Scenario.Growth::growth_per_a))
        .forEach(g -> growth.putIfAbsent(g.unit(), g.growth_per_a()));
    BuiltPlants plants = new BuiltPlants(index, changedSources);
    List<Change.Build> builds = new ArrayList<>();
    Map<String, List<Change.SetSanitation>> sets = new TreeMap<>();
    for (Change change : changes) {
      switch (change) {
        case Change.ScaleLoad scale -> loads.add(scale);
        case Change.SetPlant set -> plants.set(set);
        case Change.SetSanitation set ->
            index.meant(set).forEach(s -> sets.computeIfAbsent(s, k -> new ArrayList<>()).add(set));
        case Change.ScaleRate scale -> rates.put(scale.reaction(), scale.factor());
        case Change.SetDischarge set -> waters.add(set);
        case Change.Build build -> builds.add(build);
      }
    }
    builds.forEach(plants::build);
    reliability = plants.reliability();
    plants
        .plantOfSewershed()
        .forEach(
            (sewershed, plant) ->
                changedSanitation.put(
                    sewershed, BuiltPlants.served(index.sanitation(sewershed), plant)));
    sets.forEach((id, own) -> set(id, own, plants.plantOfSewershed().getOrDefault(id, "")));
  }

  public static Applied of(Study study, Scenario scenario) {
    return of(StudyIndex.of(study), scenario);
  }

  public static Applied of(StudyIndex index, Scenario scenario) {
    return new Applied(index, scenario);
  }

  private void set(String sewershed, List<Change.SetSanitation> own, String plant) {
    if (!(index.source(sewershed).orElse(null) instanceof Source.Town of)) {
      return;
    }
    // A change of the one sewershed is narrower than one of the whole town, so it comes later.
    Map<Sanitation.Path, Change.SetSanitation> narrowest = new TreeMap<>();
    for (Change.SetSanitation set : own) {
      narrowest.merge(set.path(), set, (a, b) -> a.sewershed().isEmpty() ? b : a);
    }
    List<Change.SetSanitation> sets = List.copyOf(narrowest.values());
    switch (TownShares.of(of, sanitation(sewershed), sets, plant)) {
      case TownShares.Solved solved -> changedSanitation.put(sewershed, solved.rows());
      case TownShares.Refused why -> refused.put(sewershed, why);
    }
  }

  public Study study() {
    return index.study();
  }

  public StudyIndex index() {
    return index;
  }

  public Scenario scenario() {
    return scenario;
  }

  /// The year whose population, plants and changes apply.
  public int year() {
    return year;
  }

  /// Changes that hold in the year, one for each selector, in the order of their selectors; those
  /// of a divided town as changes of its sewersheds.
  List<Change> changes() {
    return changes;
  }

  /// Sewersheds whose set shares contradict each other.
  Map<String, TownShares.Refused> refused() {
    return refused;
  }

  /// All sources as the scenario leaves them, in the order of their ids, with the plants it builds.
  public List<Source> sources() {
    List<Source> all = index.study().emissions().sources();
    if (changedSources.isEmpty()) {
      return all;
    }
    Map<String, Source> left = new TreeMap<>(changedSources);
    List<Source> now = new ArrayList<>(all.size() + left.size());
    for (Source source : all) {
      Source changed = left.remove(source.id());
      now.add(changed == null ? source : changed);
    }
    if (!left.isEmpty()) {
      now.addAll(left.values());
      now.sort(java.util.Comparator.comparing(Source::id));
    }
    return now;
  }

  /// A source as the scenario leaves it.
  public Optional<Source> source(String id) {
    Source changed = changedSources.get(id);
    return changed != null ? Optional.of(changed) : index.source(id);
  }

  /// Places that a source lies in: itself, its town, and the units around it.
  public Set<String> placesOf(String source) {
    Set<String> places = new TreeSet<>(Set.of(source));
    source(source)
        .ifPresent(
            s -> {
              if (s instanceof Source.Town town) {
                places.add(town.town());
              }
              for (String at = s.unit(); !at.isEmpty() && places.add(at); ) {
                at = index.parent(at);
              }
            });
    return places;
  }

  /// Sanitation of a sewershed as the scenario leaves it; a town that is not divided is its only
  /// one.
  public List<Sanitation> sanitation(String sewershed) {
    List<Sanitation> changed = changedSanitation.get(sewershed);
    return changed != null ? changed : index.sanitation(sewershed);
  }

  /// People of a town in the scenario's year.
  public double people(Source.Town town) {
    int years = year - town.baseYear();
    return town.population() * StrictMath.pow(1 + growth_per_a(town), years);
  }

  /// Growth of the smallest unit around a town that the scenario names, else the town's own.
  private double growth_per_a(Source.Town town) {
    if (growth.isEmpty()) {
      return town.growth_per_a();
    }
    String unit = town.unit();
    for (int depth = 0; !unit.isEmpty() && depth <= index.units().size(); depth++) {
      Double found = growth.get(unit);
      if (found != null) {
        return found;
      }
      unit = index.parent(unit);
    }
    return growth.getOrDefault("", town.growth_per_a());
  }

  /// Factor of the scenario on a load.
  public double loadFactor(Category category, String unit, String source, String constituent) {
    return loads.factor(category, unit, source, constituent);
  }

  /// Share of the time that a plant treats as designed.
  public double reliabilityShare(String plant) {
    return reliability.getOrDefault(plant, 1.0);
  }

  /// Factor of the scenario on a reaction.
  public double rateFactor(String reaction) {
    return rates.getOrDefault(reaction, 1.0);
  }

  /// Discharge that the scenario sets for a group in a season, in every draw, as a share of its
  /// mean.
  public OptionalDouble heldDischarge(String season, String group) {
    return waters.held(season, group);
  }

  /// Factor of the climate on a group's discharge in a season, in the draws and the central run.
  public double dischargeFactor(String season, String group) {
    return waters.factor(season, group);
  }

  /// Warming of all water by the climate.
  public double temperatureRise_c() {
    return scenario.climate().temperatureRise_c();
  }

  /// Whether the scenario leaves the study unchanged.
  public boolean isNeutral() {
    return loads.isNeutral()
        && waters.isNeutral()
        && rates.values().stream().allMatch(factor -> factor == 1)
        && temperatureRise_c() == 0
        && reliability.isEmpty()
        && changedSources.values().stream()
            .allMatch(s -> index.source(s.id()).filter(s::equals).isPresent())
        && changedSanitation.entrySet().stream()
            .allMatch(e -> e.getValue().equals(index.sanitation(e.getKey())))
        && growth.isEmpty()
        && year == index.study().settings().year();
  }

  /// Touch of all changes together, with the scenario's year, growth and climate.
  public Touch touch() {
    Touch touch = Touch.ofFrame(this);
    for (Change change : changes) {
      touch = touch.and(Touch.of(this, change));
    }
    return touch;
  }

  /// Touch of one change when it is applied together with the scenario's other changes.
  public Touch touch(Change change) {
    return Touch.of(this, change);
  }

  /// Whether a plant treats the sludge of no more than some people, so that those who send it share
  /// its room.
  boolean isSludgeLimited(String plant) {
    return source(plant).orElse(null) instanceof Source.Plant one && one.isSludgeLimited();
  }

  /// Sources that the scenario changes and that now send wastewater to a plant.
  Set<String> newSenders(String plant) {
    Set<String> found = new TreeSet<>();
    changedSanitation.forEach(
        (town, rows) -> {
          if (rows.stream().anyMatch(r -> r.plant().equals(plant))) {
            found.add(town);
          }
        });
    for (Source source : changedSources.values()) {
      if (source instanceof Source.Discharger one && one.plant().equals(plant)) {
        found.add(one.id());
      }
    }
    return found;
  }

  Map<String, Source> changedSources() {
    return changedSources;
  }

  Map<String, List<Sanitation>> changedSanitation() {
    return changedSanitation;
  }
}
