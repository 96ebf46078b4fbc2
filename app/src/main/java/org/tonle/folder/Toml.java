package org.tonle.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/// One table of a TOML file: reads its keys by name and lists those nobody asked for.
final class Toml {
  private static final TomlMapper MAPPER = new TomlMapper();
  private static final JsonMapper JSON = new JsonMapper();

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
  static Toml parse(String file, String text, Problems problems) {
    try {
      return new Toml(file, "", MAPPER.readTree(text), problems);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : StrictMath.max(0, e.getLocation().getLineNr());
      String why = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
      problems.error("not_toml", file, line, "", "", why);
      return new Toml(file, "", MAPPER.createObjectNode(), problems);
    }
  }

  /// The same of JSON, which has the same tables in another script.
  static Toml json(String file, String text, Problems problems) {
    try {
      JsonNode read = JSON.readTree(text);
      if (read.isObject()) {
        return new Toml(file, "", read, problems);
      }
      problems.error("not_json", file, 0, "", "{ … }", "");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : StrictMath.max(0, e.getLocation().getLineNr());
      String why = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
      problems.error("not_json", file, line, "", "{ … }", why);
    }
    return new Toml(file, "", MAPPER.createObjectNode(), problems);
  }

  String file() {
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

  boolean has(String key) {
    return get(key) != null;
  }

  String text(String key, String otherwise) {
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

  String requiredText(String key) {
    String text = text(key, "");
    if (text.isEmpty()) {
      problems.error("missing_value", file, 0, name(key), "", "");
    }
    return text;
  }

  double number(String key, double otherwise, double low, double high) {
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

  /// Any number, also one that is none or endless; empty where the key is missing.
  OptionalDouble number(String key) {
    JsonNode found = get(key);
    if (found == null) {
      return OptionalDouble.empty();
    }
    if (!found.isNumber()) {
      problems.error("not_a_number", file, 0, name(key), "", found.asString());
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(found.asDouble());
  }

  double requiredNumber(String key) {
    if (!has(key)) {
      problems.error("missing_value", file, 0, name(key), "", "");
    }
    return number(key).orElse(0);
  }

  OptionalInt wholeNumber(String key) {
    OptionalDouble found = number(key);
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = found.getAsDouble();
    if (value != StrictMath.rint(value) || StrictMath.abs(value) > 1e9) {
      problems.error("not_a_number", file, 0, name(key), "1, 2, 3 …", Double.toString(value));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) value);
  }

  /// Texts of a list; none where the key is missing.
  List<String> texts(String key) {
    JsonNode found = get(key);
    List<String> texts = new ArrayList<>();
    if (found != null && !found.isArray()) {
      problems.error("unknown_word", file, 0, name(key), "[\"…\"]", found.toString());
    } else if (found != null) {
      for (JsonNode one : found) {
        texts.add(one.asString());
      }
    }
    return texts;
  }

  /// true or false; false where the key is missing.
  boolean flag(String key) {
    JsonNode found = get(key);
    if (found != null && !found.isBoolean()) {
      problems.error("not_yes_or_no", file, 0, name(key), "true | false", found.toString());
    }
    return found != null && found.asBoolean(false);
  }

  Toml table(String key) {
    JsonNode found = get(key);
    return new Toml(
        file,
        name(key),
        found != null && found.isObject() ? found : MAPPER.createObjectNode(),
        problems);
  }

  List<Toml> tables(String key) {
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
  void checkKeys() {
    for (String key : node.propertyNames()) {
      if (!asked.contains(key)) {
        problems.warn("unknown_key", file, 0, name(key), "", name(key), Nearest.of(key, asked));
      }
    }
  }
}
