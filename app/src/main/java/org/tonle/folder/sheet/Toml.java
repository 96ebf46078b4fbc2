package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// TOML table of a file: reads its keys by name and lists the keys that were not read.
public final class Toml {
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

  /// The file's top table; an empty one, with a problem, if it cannot be read.
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

  /// The same from JSON, which has the same tables in another syntax.
  public static Toml json(String file, String text, Problems problems) {
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
    return optional(key, low, high).orElse(otherwise);
  }

  /// The number; empty if the key is missing, or wrong, which is a problem.
  public OptionalDouble optional(String key, double low, double high) {
    JsonNode found = get(key);
    if (found == null) {
      return OptionalDouble.empty();
    }
    String range = Cells.plain(low) + " … " + Cells.plain(high);
    if (!found.isNumber()) {
      problems.error("not_a_number", file, 0, name(key), range, shown(found));
      return OptionalDouble.empty();
    }
    double value = found.asDouble();
    if (!(value >= low && value <= high)) {
      problems.error("out_of_range", file, 0, name(key), range, shown(found));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  /// Any number, even NaN or infinite; empty if the key is missing.
  public OptionalDouble number(String key) {
    JsonNode found = get(key);
    if (found == null) {
      return OptionalDouble.empty();
    }
    if (!found.isNumber()) {
      problems.error("not_a_number", file, 0, name(key), "", shown(found));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(found.asDouble());
  }

  public double requiredNumber(String key) {
    if (!has(key)) {
      problems.error("missing_value", file, 0, name(key), "", "");
    }
    return number(key).orElse(0);
  }

  public OptionalInt wholeNumber(String key) {
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

  /// Texts of a list; empty if the key is missing.
  public List<String> texts(String key) {
    JsonNode found = get(key);
    List<String> texts = new ArrayList<>();
    if (found != null && !found.isArray()) {
      problems.error("unknown_word", file, 0, name(key), "[\"…\"]", found.toString());
    } else if (found != null) {
      for (JsonNode one : found) {
        if (one.isValueNode()) {
          texts.add(one.asString());
        } else {
          problems.error("unknown_word", file, 0, name(key), "[\"…\"]", one.toString());
        }
      }
    }
    return texts;
  }

  /// A whole number; a number with a fraction is refused, not cut.
  public long whole(String key, long otherwise, double low, double high) {
    double value = number(key, (double) otherwise, low, high);
    if (value != StrictMath.rint(value)) {
      String range = Cells.plain(low) + " … " + Cells.plain(high);
      problems.error("not_a_whole_number", file, 0, name(key), range, Cells.plain(value));
      return otherwise;
    }
    return (long) value;
  }

  /// true or false; false if the key is missing.
  public boolean flag(String key) {
    JsonNode found = get(key);
    if (found != null && !found.isBoolean()) {
      problems.error("not_yes_or_no", file, 0, name(key), "true | false", found.toString());
    }
    return found != null && found.asBoolean(false);
  }

  public Toml table(String key) {
    JsonNode found = get(key);
    if (found != null && !found.isObject()) {
      notATable(key, "[" + name(key) + "]", found);
    }
    return new Toml(
        file,
        name(key),
        found != null && found.isObject() ? found : MAPPER.createObjectNode(),
        problems);
  }

  /// All tables of a name, each under its own `[[name]]`. Any other form of that name would be
  /// ignored silently, so it is refused.
  public List<Toml> tables(String key) {
    JsonNode found = get(key);
    List<Toml> tables = new ArrayList<>();
    if (found == null) {
      return tables;
    }
    boolean areTables = found.isArray() && found.valueStream().allMatch(JsonNode::isObject);
    if (!areTables) {
      notATable(key, "[[" + name(key) + "]]", found);
      return tables;
    }
    for (JsonNode one : found) {
      tables.add(new Toml(file, name(key), one, problems));
    }
    return tables;
  }

  /// A value as a problem shows it: a text without its quotes, a table or list as it stands.
  private static String shown(JsonNode found) {
    return found.isValueNode() ? found.asString() : found.toString();
  }

  private void notATable(String key, String expected, JsonNode found) {
    boolean areTables =
        found.isArray() && !found.isEmpty() && found.valueStream().allMatch(JsonNode::isObject);
    String shown = name(key) + " = " + found;
    if (found.isObject()) {
      shown = "[" + name(key) + "]";
    } else if (areTables) {
      shown = "[[" + name(key) + "]]";
    }
    problems.error("not_a_table", file, 0, name(key), expected, shown);
  }

  /// Every value by its whole name, as it was written.
  public Map<String, String> leaves() {
    Map<String, String> leaves = new TreeMap<>();
    add(path, node, leaves);
    return leaves;
  }

  private static void add(String name, JsonNode node, Map<String, String> leaves) {
    if (node.isObject()) {
      for (String key : node.propertyNames()) {
        add(name.isEmpty() ? key : name + "." + key, node.get(key), leaves);
      }
    } else {
      leaves.put(name, node.isString() ? node.asString() : node.toString());
    }
  }

  /// The text of the table without one of its keys.
  public String without(String key) {
    return changed(table -> table.remove(key));
  }

  /// The same text with this value of a key.
  public String with(String key, String value) {
    return changed(table -> table.put(key, value));
  }

  private String changed(Consumer<ObjectNode> change) {
    JsonNode rest = node.deepCopy();
    if (rest instanceof ObjectNode table) {
      change.accept(table);
    }
    return MAPPER.writeValueAsString(rest);
  }

  /// Warns of keys that were not read.
  public void checkKeys() {
    for (String key : node.propertyNames()) {
      if (!asked.contains(key)) {
        problems.warn("unknown_key", file, 0, name(key), "", name(key), Nearest.of(key, asked));
      }
    }
  }
}
