package org.tonle.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;

/// Levers that two scenarios of one study set differently, and scenarios that move one lever alone.
///
/// The sanitation of a sewershed is one lever, because its shares depend on each other. A change
/// that sets a value which already holds is not a difference.
public final class Levers {
  private final Applied one;
  private final Applied other;

  private Levers(Applied one, Applied other) {
    this.one = one;
    this.other = other;
  }

  /// The levers, in the order of their selectors, followed by year, growth and climate.
  public static List<Lever> between(Applied one, Applied other) {
    return new Levers(one, other).all();
  }

  /// The first scenario with some levers moved to where the second has them.
  public static Scenario only(Applied one, Applied other, List<Lever> levers) {
    Scenario scenario = one.scenario();
    for (Lever lever : levers) {
      scenario = moved(scenario, other, lever);
    }
    return scenario;
  }

  /// Levers of the plants that a sewershed's sewers lead to under a scenario. Without them it may
  /// be impossible to move the sewershed's lever.
  public static List<Lever> plantsOf(Lever sewershed, List<Lever> all, Applied other) {
    Set<String> plants = new TreeSet<>();
    if (sewershed.kind() == Lever.Kind.SET_SANITATION) {
      other.sanitation(sewershed.objects().getFirst()).forEach(r -> plants.add(r.plant()));
    }
    return all.stream()
        .filter(l -> l.kind() == Lever.Kind.SET_PLANT || l.kind() == Lever.Kind.BUILD)
        .filter(
            l ->
                plants.contains(l.objects().getFirst())
                    || plants.contains(l.objects().getFirst() + "-plant"))
        .toList();
  }

  private static Lever at(Change change) {
    if (change instanceof Change.SetSanitation set) {
      String sewershed = set.sewershed().isEmpty() ? set.town() : set.sewershed();
      return new Lever(Lever.Kind.SET_SANITATION, List.of(sewershed), List.of());
    }
    Selector selector = Selector.of(change);
    Lever.Kind kind = Lever.Kind.valueOf(selector.kind().toUpperCase(java.util.Locale.ROOT));
    return new Lever(kind, selector.parts(), List.of());
  }

  private List<Lever> all() {
    Map<Lever, Optional<Change>> before = new LinkedHashMap<>();
    Map<Lever, Optional<Change>> after = new LinkedHashMap<>();
    one.changes().forEach(c -> before.put(at(c), Optional.of(c)));
    other.changes().forEach(c -> after.put(at(c), Optional.of(c)));
    Set<Lever> levers = new LinkedHashSet<>(before.keySet());
    levers.addAll(after.keySet());
    List<Lever> found = new ArrayList<>();
    for (Lever lever : levers) {
      add(
          found,
          lever.kind(),
          lever.objects(),
          settings(
              lever,
              before.getOrDefault(lever, Optional.empty()),
              after.getOrDefault(lever, Optional.empty())));
    }
    frame(found);
    return found;
  }

  private static void add(
      List<Lever> found, Lever.Kind kind, List<String> objects, List<Lever.Setting> settings) {
    List<Lever.Setting> moved =
        settings.stream().filter(s -> !s.before().equals(s.after())).toList();
    if (!moved.isEmpty()) {
      found.add(new Lever(kind, objects, moved));
    }
  }

  private void frame(List<Lever> found) {
    add(
        found,
        Lever.Kind.YEAR,
        List.of(),
        List.of(
            new Lever.Setting(
                "year", Integer.toString(one.year()), Integer.toString(other.year()))));
    Map<List<String>, Double> grown = growth(one);
    Map<List<String>, Double> grownNow = growth(other);
    for (List<String> unit : keys(grown, grownNow)) {
      add(
          found,
          Lever.Kind.GROWTH,
          unit,
          List.of(setting("growth_percent_per_a", grown.get(unit), grownNow.get(unit), "")));
    }
    Map<List<String>, Double> flows = climate(one);
    Map<List<String>, Double> flowsNow = climate(other);
    for (List<String> where : keys(flows, flowsNow)) {
      add(
          found,
          Lever.Kind.CLIMATE_DISCHARGE,
          where,
          List.of(setting("factor", flows.get(where), flowsNow.get(where), "1")));
    }
    add(
        found,
        Lever.Kind.TEMPERATURE,
        List.of(),
        List.of(
            new Lever.Setting(
                "temperature_rise_c",
                text(one.temperatureRise_c()),
                text(other.temperatureRise_c()))));
  }

  private static Map<List<String>, Double> growth(Applied applied) {
    Map<List<String>, Double> found = new LinkedHashMap<>();
    applied.scenario().growth().forEach(g -> found.put(List.of(g.unit()), g.growth_per_a() * 100));
    return found;
  }

  private static Map<List<String>, Double> climate(Applied applied) {
    Map<List<String>, Double> found = new LinkedHashMap<>();
    applied
        .scenario()
        .climate()
        .discharges()
        .forEach(d -> found.put(List.of(d.season(), d.group()), d.factor()));
    return found;
  }

  private static Set<List<String>> keys(
      Map<List<String>, Double> one, Map<List<String>, Double> other) {
    Set<List<String>> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private static Lever.Setting setting(
      String name,
      @org.jspecify.annotations.Nullable Double before,
      @org.jspecify.annotations.Nullable Double after,
      String unsaid) {
    return new Lever.Setting(
        name, before == null ? unsaid : text(before), after == null ? unsaid : text(after));
  }

  /// Six decimals hide the rounding noise of a computed share.
  private static String text(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    double rounded = StrictMath.rint(value * 1e6) / 1e6;
    return rounded == StrictMath.rint(rounded) && StrictMath.abs(rounded) < 1e15
        ? Long.toString((long) rounded)
        : Double.toString(rounded);
  }

  private List<Lever.Setting> settings(
      Lever lever, Optional<Change> before, Optional<Change> after) {
    return switch (lever.kind()) {
      case SET_PLANT -> plant(lever.objects().getFirst());
      case SET_SANITATION -> sanitation(lever.objects().getFirst());
      case BUILD -> build(before, after);
      case SET_DISCHARGE -> List.of(factor(before, after, ""));
      default -> List.of(factor(before, after, "1"));
    };
  }

  private static Lever.Setting factor(
      Optional<Change> before, Optional<Change> after, String unsaid) {
    return new Lever.Setting(
        "factor",
        before.map(Levers::factor).orElse(unsaid),
        after.map(Levers::factor).orElse(unsaid));
  }

  private static String factor(Change change) {
    return switch (change) {
      case Change.ScaleLoad scale -> text(scale.factor());
      case Change.ScaleRate scale -> text(scale.factor());
      case Change.SetDischarge set -> text(set.factor());
      default -> "";
    };
  }

  private List<Lever.Setting> plant(String id) {
    List<Lever.Setting> settings = new ArrayList<>();
    if (one.source(id).orElse(null) instanceof Source.Plant before
        && other.source(id).orElse(null) instanceof Source.Plant after) {
      settings.add(new Lever.Setting("status", word(before), word(after)));
      settings.add(
          new Lever.Setting(
              "capacity_m3_per_d",
              text(before.capacity_m3_per_d()),
              text(after.capacity_m3_per_d())));
      settings.add(new Lever.Setting("technology", before.technology(), after.technology()));
    }
    return settings;
  }

  private static String word(Source.Plant plant) {
    return plant.status().name().toLowerCase(java.util.Locale.ROOT);
  }

  private List<Lever.Setting> sanitation(String sewershed) {
    Map<Sanitation.Path, Double> before = shares(one, sewershed);
    Map<Sanitation.Path, Double> after = shares(other, sewershed);
    Set<Sanitation.Path> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Lever.Setting> settings = new ArrayList<>();
    for (Sanitation.Path path : paths) {
      settings.add(
          new Lever.Setting(
              path.id(),
              text(before.getOrDefault(path, 0.0)),
              text(after.getOrDefault(path, 0.0))));
    }
    settings.add(new Lever.Setting("plant", plants(one, sewershed), plants(other, sewershed)));
    return settings;
  }

  private static Map<Sanitation.Path, Double> shares(Applied applied, String sewershed) {
    Map<Sanitation.Path, Double> shares = new TreeMap<>();
    applied.sanitation(sewershed).forEach(r -> shares.merge(r.path(), r.share(), Double::sum));
    return shares;
  }

  private static String plants(Applied applied, String sewershed) {
    Set<String> plants = new TreeSet<>();
    applied.sanitation(sewershed).stream()
        .filter(r -> r.share() > 0 && !r.plant().isEmpty())
        .forEach(r -> plants.add(r.plant()));
    return String.join(" ", plants);
  }

  private static List<Lever.Setting> build(Optional<Change> before, Optional<Change> after) {
    Map<String, String> was = built(before);
    Map<String, String> is = built(after);
    Set<String> names = new LinkedHashSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .map(n -> new Lever.Setting(n, was.getOrDefault(n, ""), is.getOrDefault(n, "")))
        .toList();
  }

  private static Map<String, String> built(Optional<Change> change) {
    Map<String, String> found = new LinkedHashMap<>();
    if (change.orElse(null) instanceof Change.Build build) {
      found.put("technology", build.technology());
      found.put(
          "capacity_m3_per_d",
          build.capacity_m3_per_d().stream().mapToObj(Levers::text).findFirst().orElse(""));
      found.put("node", build.node());
      found.put("serves", String.join(" ", build.serves()));
      found.put("reliability", text(build.reliabilityShare()));
    }
    return found;
  }

  private static Scenario moved(Scenario before, Applied other, Lever lever) {
    Scenario after = other.scenario();
    return switch (lever.kind()) {
      case YEAR -> before.in(other.year());
      case GROWTH ->
          framed(
              before,
              merged(
                  before.growth(), after.growth(), g -> lever.objects().equals(List.of(g.unit()))),
              before.climate());
      case TEMPERATURE ->
          framed(
              before,
              before.growth(),
              new Scenario.Climate(
                  before.climate().discharges(), after.climate().temperatureRise_c()));
      case CLIMATE_DISCHARGE ->
          framed(
              before,
              before.growth(),
              new Scenario.Climate(
                  merged(
                      before.climate().discharges(),
                      after.climate().discharges(),
                      d -> lever.objects().equals(List.of(d.season(), d.group()))),
                  before.climate().temperatureRise_c()));
      case SET_SANITATION ->
          before.with(
              merged(
                  TownChanges.bySewershed(other.index(), before.changes()),
                  other.changes(),
                  change -> isOf(lever, change)));
      default ->
          before.with(merged(before.changes(), other.changes(), change -> isOf(lever, change)));
    };
  }

  private static boolean isOf(Lever lever, Change change) {
    Lever own = at(change);
    return own.kind() == lever.kind() && own.objects().equals(lever.objects());
  }

  /// The items of one list that the lever does not move, with those of the other list that it does.
  private static <T> List<T> merged(
      List<T> before, List<T> after, java.util.function.Predicate<T> isOfLever) {
    List<T> found = new ArrayList<>();
    before.stream().filter(isOfLever.negate()).forEach(found::add);
    after.stream().filter(isOfLever).forEach(found::add);
    return found;
  }

  private static Scenario framed(
      Scenario before, List<Scenario.Growth> growth, Scenario.Climate climate) {
    return new Scenario(
        before.id(), before.names(), before.changes(), before.year(), growth, climate);
  }
}
