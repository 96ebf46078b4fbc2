package org.tonle.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.i18n.Words;
import org.tonle.model.Category;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.option.LeverCosts;
import org.tonle.scenario.Applied;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lever list of a study as JSON: what each lever acts on, its present value, its range, and what
/// it costs to move it to the end of its range, or why nobody can say. The fields are those of a
/// change in a scenario file.
public final class LeverList {
  private static final int LAST_YEAR = 2100;
  private static final double LARGEST_FACTOR = 10;

  /// Size for which a new plant's cost is told; what it is not built in is told at its nearest
  /// size.
  private static final double PLANT_M3_PER_D = 10_000;

  private final Study study;
  private final Applied applied;
  private final Words words;
  private final LeverCosts costs;
  private final ArrayNode list = new JsonMapper().createArrayNode();

  private LeverList(Applied applied, Words words) {
    this.applied = applied;
    this.words = words;
    costs = LeverCosts.of(applied);
    study = applied.study();
  }

  /// The levers of a study with their values under a scenario.
  ///
  /// @param words language of the reasons why a lever has no cost
  public static ArrayNode of(Applied applied, Words words) {
    return new LeverList(applied, words).all();
  }

  private ArrayNode all() {
    for (Source source : applied.sources()) {
      switch (source) {
        case Source.Town town -> town(town);
        case Source.Plant plant -> plant(plant);
        case Source.Discharger factory -> load(factory.id());
        case Source.Livestock herd -> load(herd.id());
        case Source.Land land -> load(land.id());
      }
    }
    diffuse(Category.LIVESTOCK);
    diffuse(Category.LAND);
    new TreeSet<>(study.chemistry().reactions().stream().map(r -> r.id()).toList())
        .forEach(
            id -> {
              ObjectNode node = lever("scale_rate").put("reaction", id);
              range(node, "factor", 1, 0, LARGEST_FACTOR);
              none(node, LeverCosts.Reason.NATURE);
            });
    study
        .waterways()
        .seasons()
        .forEach(
            s -> {
              ObjectNode node = lever("set_discharge").put("season", s.id()).put("group", "");
              range(node, "factor", 1, 0.001, LARGEST_FACTOR);
              none(node, LeverCosts.Reason.NATURE);
            });
    ObjectNode year = lever("year");
    range(year, "year", applied.year(), study.settings().year(), LAST_YEAR);
    none(year, LeverCosts.Reason.TIME);
    build();
    return list;
  }

  private void build() {
    ObjectNode node = lever("build");
    ArrayNode technologies = node.putArray("technologies");
    ArrayNode each = node.putArray("costs");
    for (String id : technologies()) {
      technologies.add(id);
      cost(each.addObject().put("technology", id), costs.technology(id, PLANT_M3_PER_D));
    }
  }

  private void cost(ObjectNode node, LeverCosts.Answer answer) {
    switch (answer) {
      case LeverCosts.Known(LeverCosts.Cost cost) ->
          node.put("cost_usd", cost.capital_usd())
              .put("low", cost.low_usd())
              .put("high", cost.high_usd())
              .put("running_usd_per_a", cost.running_usd_per_a())
              .put("cost_to", cost.to());
      case LeverCosts.Unknown(LeverCosts.Reason reason) -> none(node, reason);
    }
  }

  private void none(ObjectNode node, LeverCosts.Reason reason) {
    node.put("no_cost", reason.id())
        .put("no_cost_text", words.text("levers.no_cost." + reason.id()));
  }

  private ObjectNode lever(String name) {
    return list.addObject().put("lever", name);
  }

  private static void range(ObjectNode node, String what, double now, double least, double most) {
    node.put(what, now).put("least", least).put("most", most);
  }

  private void town(Source.Town town) {
    List<Sanitation> rows = applied.sanitation(town.id());
    for (Sanitation.Path path : Sanitation.Path.values()) {
      double share =
          rows.stream().filter(r -> r.path() == path).mapToDouble(Sanitation::share).sum();
      ObjectNode node =
          lever("set_sanitation").put("town", town.town()).put("sewershed", town.id());
      range(node.put("path", path.id()).put("from", "all"), "share", share, 0, 1);
      cost(node, costs.sanitation(town, path));
    }
  }

  private void plant(Source.Plant plant) {
    ObjectNode node =
        lever("set_plant")
            .put("plant", plant.id())
            .put("status", plant.status().name().toLowerCase(java.util.Locale.ROOT))
            .put("technology", plant.technology());
    if (Double.isFinite(plant.capacity_m3_per_d())) {
      node.put("capacity_m3_per_d", plant.capacity_m3_per_d());
    }
    node.put("least", 0).put("most", 1e9);
    cost(node, costs.plant(plant));
  }

  private void load(String source) {
    ObjectNode node = lever("scale_load").put("source", source);
    range(node, "factor", 1, 0, LARGEST_FACTOR);
    none(node, LeverCosts.Reason.NO_WORKS);
  }

  /// Levers over all herds, or all land, of the study and of each of its units: nobody moves them
  /// one by one.
  private void diffuse(Category category) {
    Set<String> units = new TreeSet<>();
    for (Source source : applied.sources()) {
      boolean isOf =
          switch (source) {
            case Source.Livestock herd -> category == Category.LIVESTOCK;
            case Source.Land land -> category == Category.LAND;
            case Source.Town town -> false;
            case Source.Plant plant -> false;
            case Source.Discharger factory -> false;
          };
      if (isOf) {
        units.add("");
        units.add(source.unit());
      }
    }
    for (String unit : units) {
      ObjectNode node = lever("scale_load").put("category", category.id()).put("unit", unit);
      range(node, "factor", 1, 0, LARGEST_FACTOR);
      none(node, LeverCosts.Reason.NO_WORKS);
    }
  }

  private Set<String> technologies() {
    TreeSet<String> found = new TreeSet<>();
    study.emissions().factors().stream()
        .filter(f -> f.kind() == Factor.Kind.PASSING)
        .map(Factor::key)
        .forEach(found::add);
    for (Sanitation.Path path : Sanitation.Path.values()) {
      found.remove(path.id());
    }
    return found;
  }
}
