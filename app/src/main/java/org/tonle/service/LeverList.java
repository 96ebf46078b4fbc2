package org.tonle.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lever list of a study as JSON: what each lever acts on, its present value, and its range. The
/// fields are those of a change in a scenario file.
public final class LeverList {
  private static final int LAST_YEAR = 2100;
  private static final double LARGEST_FACTOR = 10;

  private final Study study;
  private final Applied applied;
  private final ArrayNode list = new JsonMapper().createArrayNode();

  private LeverList(Applied applied) {
    this.applied = applied;
    study = applied.study();
  }

  /// The levers of a study with their values under a scenario.
  public static ArrayNode of(Applied applied) {
    return new LeverList(applied).all();
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
    new TreeSet<>(study.chemistry().reactions().stream().map(r -> r.id()).toList())
        .forEach(
            id -> range(lever("scale_rate").put("reaction", id), "factor", 1, 0, LARGEST_FACTOR));
    study
        .waterways()
        .seasons()
        .forEach(
            s ->
                range(
                    lever("set_discharge").put("season", s.id()).put("group", ""),
                    "factor",
                    1,
                    0.001,
                    LARGEST_FACTOR));
    range(lever("year"), "year", applied.year(), study.settings().year(), LAST_YEAR);
    ArrayNode technologies = lever("build").putArray("technologies");
    technologies().forEach(technologies::add);
    return list;
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
  }

  private void load(String source) {
    range(lever("scale_load").put("source", source), "factor", 1, 0, LARGEST_FACTOR);
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
