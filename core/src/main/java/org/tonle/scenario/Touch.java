package org.tonle.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Category;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;

/// Touch of a change: the parts of a prepared study that it can alter. Everything else equals the
/// study without the change.
///
/// @param loads sources whose loads, services, outfalls or effluents may differ; for a plant, also
///   all sources that send to it. Where effluents join a river, its discharge differs with them
/// @param water discharges that may differ
/// @param rates reactions whose rates may differ
/// @param draws whether drawn vectors may differ or new ones may be needed
/// @param judging whether outfalls that a standard judges may appear or vanish
public record Touch(Part loads, Water water, Part rates, boolean draws, boolean judging) {
  public static final Touch NOTHING = new Touch(Part.NONE, Water.NONE, Part.NONE, false, false);

  /// Part of a kind of objects: all of them, or those with these ids.
  public record Part(boolean isAll, Set<String> ids) {
    public static final Part NONE = new Part(false, Set.of());
    public static final Part ALL = new Part(true, Set.of());

    public Part {
      ids = Set.copyOf(ids);
    }

    public static Part of(Set<String> ids) {
      return new Part(false, ids);
    }

    public boolean isNone() {
      return !isAll && ids.isEmpty();
    }

    public boolean contains(String id) {
      return isAll || ids.contains(id);
    }

    Part and(Part other) {
      return isAll || other.isAll ? ALL : of(union(ids, other.ids));
    }
  }

  /// Water that a change touches.
  ///
  /// @param seasons seasons whose discharges differ
  /// @param groups hydrological groups whose discharge differs in these seasons
  /// @param nodes nodes where water of these groups joins; nothing upstream of them differs
  public record Water(Part seasons, Part groups, Set<String> nodes) {
    public static final Water NONE = new Water(Part.NONE, Part.NONE, Set.of());

    public Water {
      nodes = Set.copyOf(nodes);
    }

    public boolean isNone() {
      return seasons.isNone();
    }

    Water and(Water other) {
      return new Water(
          seasons.and(other.seasons), groups.and(other.groups), union(nodes, other.nodes));
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  public boolean isNothing() {
    return loads.isNone() && water.isNone() && rates.isNone() && !draws && !judging;
  }

  public Touch and(Touch other) {
    return new Touch(
        loads.and(other.loads),
        water.and(other.water),
        rates.and(other.rates),
        draws || other.draws,
        judging || other.judging);
  }

  /// Touch of one change that is applied together with the others.
  static Touch of(Applied applied, Change change) {
    return switch (change) {
      case Change.ScaleLoad scale -> loads(scaled(applied, scale));
      case Change.SetPlant set ->
          new Touch(
              Part.of(around(applied, Set.of(set.plant()), true)),
              Water.NONE,
              Part.NONE,
              !set.technology().isEmpty(),
              true);
      case Change.SetSanitation set ->
          new Touch(
              Part.of(around(applied, applied.index().meant(set))),
              Water.NONE,
              Part.NONE,
              true,
              false);
      case Change.ScaleRate scale ->
          new Touch(Part.NONE, Water.NONE, Part.of(Set.of(scale.reaction())), false, false);
      case Change.SetDischarge set -> water(applied.index(), set.season(), set.group());
      case Change.Build build -> built(applied, build);
    };
  }

  /// Touch of a scenario's year, growth and climate.
  static Touch ofFrame(Applied applied) {
    boolean isGrown = !applied.scenario().growth().isEmpty();
    boolean isLater = applied.year() != applied.study().settings().year();
    Touch touch = isGrown || isLater ? loads(Part.ALL) : NOTHING;
    for (var factor : applied.scenario().climate().discharges()) {
      touch = touch.and(water(applied.index(), factor.season(), factor.group()));
    }
    return applied.temperatureRise_c() == 0
        ? touch
        : touch.and(new Touch(Part.NONE, Water.NONE, Part.ALL, false, false));
  }

  private static Touch loads(Part sources) {
    return new Touch(sources, Water.NONE, Part.NONE, false, false);
  }

  private static Touch water(StudyIndex index, String season, String group) {
    Set<String> nodes = new TreeSet<>();
    for (String one : group.isEmpty() ? index.groups() : Set.of(group)) {
      nodes.addAll(index.nodesOfGroup(one));
    }
    Water water = new Water(part(season), part(group), nodes);
    return new Touch(Part.NONE, water, Part.NONE, true, false);
  }

  private static Part part(String id) {
    return id.isEmpty() ? Part.ALL : Part.of(Set.of(id));
  }

  private static Part scaled(Applied applied, Change.ScaleLoad scale) {
    if (!scale.source().isEmpty()) {
      return Part.of(around(applied, applied.index().meant(scale.source())));
    }
    if (scale.unit().isEmpty() && scale.category().isEmpty()) {
      return Part.ALL;
    }
    Set<String> ids = new HashSet<>();
    for (Source source : applied.sources()) {
      boolean isWithin =
          scale.unit().isEmpty() || applied.index().isWithin(source.unit(), scale.unit());
      if (isWithin && mayBe(source, scale.category())) {
        ids.addAll(aroundSource(applied, source.id()));
      }
    }
    return Part.of(ids);
  }

  private static boolean mayBe(Source source, String category) {
    if (category.isEmpty()) {
      return true;
    }
    return switch (source) {
      case Source.Town town ->
          category.equals(Category.SEWERED.id()) || category.equals(Category.ON_SITE.id());
      case Source.Plant plant -> category.equals(Category.SEWERED.id());
      case Source.Industry factory -> category.equals(Category.INDUSTRY.id());
      case Source.Park park -> category.equals(Category.PARK.id());
      case Source.Livestock herd -> category.equals(Category.LIVESTOCK.id());
      case Source.Land land -> category.equals(Category.LAND.id());
    };
  }

  private static Touch built(Applied applied, Change.Build build) {
    Set<String> ids = new HashSet<>();
    ids.addAll(around(applied, Set.of(BuiltPlants.plantId(applied.index(), build)), true));
    ids.addAll(around(applied, BuiltPlants.sewersheds(applied.index(), build)));
    applied.index().meant(build.site()).stream()
        .filter(s -> applied.index().source(s).isPresent())
        .forEach(s -> ids.addAll(aroundSource(applied, s)));
    return new Touch(Part.of(ids), Water.NONE, Part.NONE, true, true);
  }

  private static Set<String> around(Applied applied, List<String> sources) {
    Set<String> ids = new HashSet<>();
    sources.forEach(s -> ids.addAll(aroundSource(applied, s)));
    return ids;
  }

  /// A source, each plant that it sends to before or after, and all other sources of these plants;
  /// of a plant that treats a limited amount of sludge, also those that bring it.
  private static Set<String> aroundSource(Applied applied, String source) {
    return aroundSource(applied, source, new HashSet<>());
  }

  /// @param done sources that were followed before
  private static Set<String> aroundSource(Applied applied, String source, Set<String> done) {
    if (!done.add(source)) {
      return Set.of();
    }
    Set<String> plants = new TreeSet<>();
    Set<String> sludge = new TreeSet<>();
    for (List<Sanitation> rows :
        List.of(applied.index().sanitation(source), applied.sanitation(source))) {
      for (Sanitation row : rows) {
        if (row.path() == Sanitation.Path.SEWER_PLANT && !row.plant().isEmpty()) {
          plants.add(row.plant());
        } else if (applied.isSludgeLimited(row.plant())) {
          sludge.add(row.plant());
        }
      }
    }
    for (var found : List.of(applied.index().source(source), applied.source(source))) {
      if (found.orElse(null) instanceof Source.Discharger one && !one.plant().isEmpty()) {
        plants.add(one.plant());
      }
    }
    Set<String> ids = around(applied, plants, false);
    ids.add(source);
    for (String plant : sludge) {
      ids.add(plant);
      Set<String> senders = new TreeSet<>(applied.index().sludgeSenders(plant));
      senders.addAll(applied.newSenders(plant));
      senders.forEach(s -> ids.addAll(aroundSource(applied, s, done)));
    }
    return ids;
  }

  /// Plants with all sources that send to them, before or after.
  private static Set<String> around(Applied applied, Set<String> plants, boolean withSludge) {
    Set<String> ids = new HashSet<>(plants);
    for (String plant : plants) {
      ids.addAll(applied.index().senders(plant));
      ids.addAll(applied.newSenders(plant));
      if (withSludge) {
        // Their sewers may lead to other plants, whose room they share with others.
        applied.index().sludgeSenders(plant).forEach(s -> ids.addAll(aroundSource(applied, s)));
      }
    }
    return ids;
  }
}
