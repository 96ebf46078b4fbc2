package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Names;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;
import org.tonle.problem.Nearest;
import org.tonle.scenario.ScenarioCheck;

/// Reader of the keys of one scenario, from TOML or JSON. [ScenarioCheck] checks whether the study
/// has the things they name.
public final class ScenarioReader {
  private final Toml toml;
  private final ChangeLines lines;
  private final Problems problems;
  private final List<Change> changes = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  public ScenarioReader(Toml toml, ChangeLines lines, Problems problems) {
    this.toml = toml;
    this.lines = lines;
    this.problems = problems;
  }

  /// @param rows row of each change
  public record Read(Scenario scenario, ScenarioCheck.Rows rows) {}

  private interface OneChange {
    Change read(Toml table);
  }

  public Read read() {
    each("scale_load", this::scaleLoad);
    each("set_plant", this::setPlant);
    each("set_sanitation", this::setSanitation);
    each("scale_rate", this::scaleRate);
    each("set_discharge", this::setDischarge);
    each("build", this::build);
    Scenario scenario =
        new Scenario(
            toml.requiredText("id"),
            new Names(toml.text("name", ""), toml.text("name_zh", ""), toml.text("name_km", "")),
            changes,
            toml.wholeNumber("year"),
            growth(),
            climate());
    toml.checkKeys();
    return new Read(scenario, new ScenarioCheck.Rows(toml.file(), rows));
  }

  private void each(String name, OneChange one) {
    List<Toml> tables = toml.tables(name);
    for (int i = 0; i < tables.size(); i++) {
      changes.add(one.read(tables.get(i)));
      rows.add(lines.line(name, i, tables.size()));
      tables.get(i).checkKeys();
    }
  }

  private Change scaleLoad(Toml t) {
    return new Change.ScaleLoad(
        t.text("category", ""),
        t.text("unit", ""),
        t.text("source", ""),
        t.text("constituent", ""),
        t.requiredNumber("factor"),
        year(t));
  }

  private Change setPlant(Toml t) {
    return new Change.SetPlant(
        t.requiredText("plant"),
        choice(t, "status", Source.Plant.Status.values(), Source.Plant.Status.OPERATING),
        t.number("capacity_m3_per_d"),
        t.text("technology", ""),
        year(t));
  }

  private Change setSanitation(Toml t) {
    return new Change.SetSanitation(
        t.requiredText("town"),
        t.text("sewershed", ""),
        choice(t, "path", Sanitation.Path.values(), Sanitation.Path.SEWER_PLANT),
        t.requiredNumber("share"),
        t.text("plant", ""),
        from(t),
        year(t));
  }

  private From from(Toml t) {
    String text = t.text("from", "");
    if (text.isEmpty()) {
      return From.UNSAID;
    }
    if (text.equalsIgnoreCase("all")) {
      return From.ALL;
    }
    List<String> words = new ArrayList<>(List.of("all"));
    Stream.of(Sanitation.Path.values()).map(Sanitation.Path::id).forEach(words::add);
    return find(t, "from", text, Sanitation.Path.values(), words)
        .<From>map(From.OnePath::new)
        .orElse(From.ALL);
  }

  private Change scaleRate(Toml t) {
    return new Change.ScaleRate(t.requiredText("reaction"), t.requiredNumber("factor"), year(t));
  }

  private Change setDischarge(Toml t) {
    return new Change.SetDischarge(
        t.requiredText("season"), t.text("group", ""), t.requiredNumber("factor"), year(t));
  }

  private Change build(Toml t) {
    return new Change.Build(
        t.requiredText("site"),
        t.text("technology", ""),
        t.number("capacity_m3_per_d"),
        t.text("node", ""),
        t.texts("serves"),
        t.number("reliability").orElse(1),
        year(t));
  }

  private static OptionalInt year(Toml t) {
    return t.wholeNumber("year");
  }

  private List<Scenario.Growth> growth() {
    List<Scenario.Growth> growth = new ArrayList<>();
    for (Toml t : toml.tables("growth")) {
      double percent = t.requiredNumber("growth_percent_per_a");
      growth.add(new Scenario.Growth(t.text("unit", ""), percent / 100));
      t.checkKeys();
    }
    return growth;
  }

  private Scenario.Climate climate() {
    Toml climate = toml.table("climate");
    List<Scenario.DischargeFactor> discharges = new ArrayList<>();
    for (Toml t : climate.tables("discharge")) {
      discharges.add(
          new Scenario.DischargeFactor(
              t.text("season", ""), t.text("group", ""), t.requiredNumber("factor")));
      t.checkKeys();
    }
    OptionalDouble rise = climate.number("temperature_rise_c");
    climate.checkKeys();
    return new Scenario.Climate(discharges, rise.orElse(0));
  }

  private <T extends Enum<T>> T choice(Toml t, String key, T[] values, T otherwise) {
    String text = t.text(key, otherwise.name());
    List<String> words = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    return find(t, key, text, values, words).orElse(otherwise);
  }

  private <T extends Enum<T>> Optional<T> find(
      Toml t, String key, String text, T[] values, List<String> words) {
    for (T value : values) {
      if (value.name().equalsIgnoreCase(text)) {
        return Optional.of(value);
      }
    }
    problems.error(
        "unknown_word", t.file(), 0, key, String.join(" | ", words), text, Nearest.of(text, words));
    return Optional.empty();
  }
}
