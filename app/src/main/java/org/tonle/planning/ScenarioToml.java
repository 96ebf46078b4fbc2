package org.tonle.planning;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.tonle.convert.Text;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;

/// A scenario as the text of a file in `scenarios/`, which reads back as the same scenario.
public final class ScenarioToml {
  private final StringBuilder text = new StringBuilder();

  private ScenarioToml() {}

  public static String of(Scenario scenario, List<String> comments) {
    ScenarioToml toml = new ScenarioToml();
    toml.head(scenario, comments);
    scenario.changes().forEach(toml::change);
    return toml.text.toString();
  }

  private void head(Scenario scenario, List<String> comments) {
    comments.forEach(c -> text.append("# ").append(c.replace('\n', ' ')).append('\n'));
    put("id", scenario.id());
    put("name", scenario.names().en());
    put("name_zh", scenario.names().zh());
    put("name_km", scenario.names().km());
    year(scenario.year());
    for (Scenario.Growth one : scenario.growth()) {
      text.append("\n[[growth]]\n");
      put("unit", one.unit());
      number("growth_percent_per_a", 100 * one.growth_per_a());
    }
    if (!scenario.climate().equals(Scenario.Climate.NONE)) {
      text.append("\n[climate]\n");
      number("temperature_rise_c", scenario.climate().temperatureRise_c());
      for (Scenario.DischargeFactor one : scenario.climate().discharges()) {
        text.append("\n[[climate.discharge]]\n");
        put("season", one.season());
        put("group", one.group());
        number("factor", one.factor());
      }
    }
  }

  private void change(Change change) {
    switch (change) {
      case Change.ScaleLoad c -> {
        table("scale_load");
        put("category", c.category());
        put("unit", c.unit());
        put("source", c.source());
        put("constituent", c.constituent());
        number("factor", c.factor());
      }
      case Change.SetPlant c -> {
        table("set_plant");
        put("plant", c.plant());
        put("status", c.status().name().toLowerCase(Locale.ROOT));
        c.capacity_m3_per_d().ifPresent(v -> number("capacity_m3_per_d", v));
        put("technology", c.technology());
      }
      case Change.SetSanitation c -> {
        table("set_sanitation");
        put("town", c.town());
        put("sewershed", c.sewershed());
        put("path", c.path().id());
        number("share", c.share());
        put("plant", c.plant());
        put("from", from(c.from()));
      }
      case Change.ScaleRate c -> {
        table("scale_rate");
        put("reaction", c.reaction());
        number("factor", c.factor());
      }
      case Change.SetDischarge c -> {
        table("set_discharge");
        put("season", c.season());
        put("group", c.group());
        number("factor", c.factor());
      }
      case Change.Build c -> {
        table("build");
        put("site", c.site());
        put("technology", c.technology());
        c.capacity_m3_per_d().ifPresent(v -> number("capacity_m3_per_d", v));
        put("node", c.node());
        if (c.reliabilityShare() < 1) {
          number("reliability", c.reliabilityShare());
        }
        if (!c.serves().isEmpty()) {
          text.append("serves = [")
              .append(String.join(", ", c.serves().stream().map(ScenarioToml::quoted).toList()))
              .append("]\n");
        }
      }
    }
    year(change.year());
  }

  private static String from(From from) {
    return switch (from) {
      case From.All all -> "all";
      case From.Unsaid unsaid -> "";
      case From.OnePath one -> path(one.path());
    };
  }

  private static String path(Sanitation.Path path) {
    return path.id();
  }

  private void table(String name) {
    text.append("\n[[").append(name).append("]]\n");
  }

  private void year(OptionalInt year) {
    year.ifPresent(y -> text.append("year = ").append(y).append('\n'));
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      text.append(key).append(" = ").append(quoted(value)).append('\n');
    }
  }

  private void number(String key, double value) {
    boolean isWhole = value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15;
    text.append(key)
        .append(" = ")
        .append(isWhole ? Text.format("%.0f", value) : Double.toString(value))
        .append('\n');
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        default -> quoted.append(c < ' ' ? Text.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
