package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tonle.text.Cells;
import org.tonle.text.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// One table of a TOML file: reads its keys by name and lists those nobody asked for.
public final class Toml {
  private static final TomlMapper MAPPER = new TomlMapper();

  private final String file;
  private final String path;
  private final JsonNode node;
  private final Problems problems;
  private final TreeSet<String> asked = new TreeSet<>();

  private Toml(String file, String path, JsonNode node, Problems problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /// The file's top table; an empty one, with a problem, where it cannot be read.
  public static Toml parse(String file, String text, Problems problems) {
    try {
      return new Toml(file, "", MAPPER.readTree(text), problems);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : StrictMath.max(0, e.getLocation().getLineNr());
      String why = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
      problems.error("not_toml", file, line, "", "", why);
      return new Toml(file, "", MAPPER.createObjectNode(), problems);
    }
  }

  public String file() {
    return file;
  }

  private @Nullable JsonNode get(String key) {
    asked.add(key);
    JsonNode found = node.get(key);
    return found == null || found.isNull() ? null : found;
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  public boolean has(String key) {
    return get(key) != null;
  }

  public String text(String key, String otherwise) {
    JsonNode found = get(key);
    if (found == null) {
      return otherwise;
    }
    if (!found.isValueNode()) {
      problems.error("unknown_word", file, 0, name(key), "\"…\"", found.toString());
      return otherwise;
    }
    return found.asString();
  }

  public String requiredText(String key) {
    String text = text(key, "");
    if (text.isEmpty()) {
      problems.error("missing_value", file, 0, name(key), "", "");
    }
    return text;
  }

  public double number(String key, double otherwise, double low, double high) {
    JsonNode found = get(key);
    if (found == null) {
      return otherwise;
    }
    String range = Cells.plain(low) + " … " + Cells.plain(high);
    if (!found.isNumber()) {
      problems.error("not_a_number", file, 0, name(key), range, found.asString());
      return otherwise;
    }
    double value = found.asDouble();
    if (!(value >= low && value <= high)) {
      problems.error("out_of_range", file, 0, name(key), range, found.asString());
      return otherwise;
    }
    return value;
  }

  /// true or false; false where the key is missing.
  public boolean flag(String key) {
    JsonNode found = get(key);
    if (found != null && !found.isBoolean()) {
      problems.error("not_yes_or_no", file, 0, name(key), "true | false", found.toString());
    }
    return found != null && found.asBoolean(false);
  }

  public Toml table(String key) {
    JsonNode found = get(key);
    return new Toml(
        file,
        name(key),
        found != null && found.isObject() ? found : MAPPER.createObjectNode(),
        problems);
  }

  public List<Toml> tables(String key) {
    JsonNode found = get(key);
    List<Toml> tables = new ArrayList<>();
    if (found != null) {
      for (JsonNode one : found) {
        tables.add(new Toml(file, name(key), one, problems));
      }
    }
    return tables;
  }

  /// Warns of keys that nobody asked for.
  public void checkKeys() {
    for (String key : node.propertyNames()) {
      if (!asked.contains(key)) {
        problems.warn("unknown_key", file, 0, name(key), "", name(key), Nearest.of(key, asked));
      }
    }
  }
}
