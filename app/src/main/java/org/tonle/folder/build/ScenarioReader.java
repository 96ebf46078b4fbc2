package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Sheets;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Category;
import org.tonle.model.Names;
import org.tonle.model.Reaction;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.text.Nearest;

/// Reads one file of scenarios/.
public final class ScenarioReader {
  private static final double LARGEST_FACTOR = 1000;

  private final Toml toml;
  private final Sheets sheets;
  private final Collection<Reaction> reactions;
  private final Problems problems;

  public ScenarioReader(
      Toml toml, Sheets sheets, Collection<Reaction> reactions, Problems problems) {
    this.toml = toml;
    this.sheets = sheets;
    this.reactions = reactions;
    this.problems = problems;
  }

  public Scenario read() {
    List<Change> changes = new ArrayList<>();
    for (Toml t : toml.tables("scale_load")) {
      changes.add(scaleLoad(t));
      t.checkKeys();
    }
    for (Toml t : toml.tables("set_plant")) {
      changes.add(
          new Change.SetPlant(
              known(t, "plant", ids(Schema.PLANTS), true),
              choice(t, "status", Source.Plant.Status.values(), Source.Plant.Status.OPERATING),
              t.number("capacity_m3_per_d", Double.NaN, 0, 1e9)));
      t.checkKeys();
    }
    for (Toml t : toml.tables("set_sanitation")) {
      changes.add(
          new Change.SetSanitation(
              known(t, "town", ids(Schema.TOWNS), true),
              choice(t, "path", Sanitation.Path.values(), Sanitation.Path.SEWER_PLANT),
              t.number("share", 0, 0, 1),
              known(t, "plant", ids(Schema.PLANTS), false)));
      t.checkKeys();
    }
    Set<String> known = new TreeSet<>(reactions.stream().map(Reaction::id).toList());
    for (Toml t : toml.tables("scale_rate")) {
      changes.add(
          new Change.ScaleRate(
              known(t, "reaction", known, true), t.number("factor", 1, 0, LARGEST_FACTOR)));
      t.checkKeys();
    }
    for (Toml t : toml.tables("set_discharge")) {
      changes.add(
          new Change.SetDischarge(
              known(t, "season", ids(Schema.SEASONS), true),
              known(t, "group", groups(), false),
              t.number("factor", 1, 0.001, LARGEST_FACTOR)));
      t.checkKeys();
    }
    Scenario scenario =
        new Scenario(
            toml.requiredText("id"),
            new Names(toml.text("name", ""), toml.text("name_zh", ""), toml.text("name_km", "")),
            changes);
    toml.checkKeys();
    return scenario;
  }

  private Change scaleLoad(Toml t) {
    Set<String> categories = new TreeSet<>(Stream.of(Category.values()).map(Category::id).toList());
    Set<String> sources = new TreeSet<>();
    for (String file : List.of(Schema.TOWNS, Schema.INDUSTRY, Schema.LIVESTOCK, Schema.LAND)) {
      sources.addAll(ids(file));
    }
    return new Change.ScaleLoad(
        known(t, "category", categories, false),
        known(t, "unit", ids(Schema.UNITS), false),
        known(t, "source", sources, false),
        known(t, "constituent", ids(Schema.CONSTITUENTS), false),
        t.number("factor", 1, 0, LARGEST_FACTOR));
  }

  /// Hydrological groups that any water names.
  private Set<String> groups() {
    Set<String> groups = new TreeSet<>();
    for (String file : List.of(Schema.BOUNDARIES, Schema.INFLOWS)) {
      sheets.rows(file).forEach(r -> groups.add(r.text("group")));
    }
    return groups;
  }

  private Set<String> ids(String file) {
    return sheets.ids(file);
  }

  private String known(Toml t, String key, Set<String> ids, boolean isRequired) {
    String id = isRequired ? t.requiredText(key) : t.text(key, "");
    if (!id.isEmpty() && !ids.contains(id)) {
      problems.error("unknown_reference", t.file(), 0, key, "", id, Nearest.of(id, ids));
    }
    return id;
  }

  private <T extends Enum<T>> T choice(Toml t, String key, T[] values, T otherwise) {
    String text = t.text(key, otherwise.name().toLowerCase(Locale.ROOT));
    for (T value : values) {
      if (value.name().equalsIgnoreCase(text)) {
        return value;
      }
    }
    List<String> words = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    problems.error(
        "unknown_word", t.file(), 0, key, String.join(" | ", words), text, Nearest.of(text, words));
    return otherwise;
  }
}
