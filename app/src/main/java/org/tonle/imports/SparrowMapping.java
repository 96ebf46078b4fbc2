package org.tonle.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.convert.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Mapping from the variables of a SPARROW model to files and columns: a small TOML file.
///
/// Built in are the layouts of RSPARROW's input (`rsparrow.toml`) and of the tables behind the
/// SPARROW decision support system (`sparrow-dss.toml`).
final class SparrowMapping {
  private static final List<String> BUILT_IN = List.of("rsparrow.toml", "sparrow-dss.toml");
  private static final TomlMapper MAPPER = new TomlMapper();

  private final JsonNode root;

  private SparrowMapping(String text) {
    root = MAPPER.readTree(text);
  }

  static SparrowMapping read(Path file) throws IOException {
    return new SparrowMapping(Files.readString(file));
  }

  /// The first built-in mapping whose network file exists with the columns it names.
  static Optional<SparrowMapping> find(Path folder) throws IOException {
    for (String name : BUILT_IN) {
      SparrowMapping mapping = new SparrowMapping(builtIn(name));
      Optional<ForeignTable> network = ForeignTable.find(folder, mapping.file("network"));
      if (network.isPresent()
          && network.get().has(mapping.column("reach"))
          && network.get().has(mapping.column("from"))
          && network.get().has(mapping.column("to"))) {
        return Optional.of(mapping);
      }
    }
    return Optional.empty();
  }

  private static String builtIn(String name) {
    try (InputStream in = SparrowMapping.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(Text.format("Mapping %s is not packed.", name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The network files that the built-in mappings look for.
  static String expected() {
    return String.join(
        " | ", BUILT_IN.stream().map(n -> new SparrowMapping(builtIn(n)).file("network")).toList());
  }

  String text(String key) {
    JsonNode found = root.get(key);
    return found == null ? "" : found.asString();
  }

  double number(String key, double otherwise) {
    JsonNode found = root.get(key);
    return found == null ? otherwise : found.asDouble();
  }

  String file(String what) {
    return in("files", what);
  }

  String column(String what) {
    return in("columns", what);
  }

  private String in(String table, String key) {
    JsonNode found = root.path(table).path(key);
    return found.isMissingNode() ? "" : found.asString();
  }

  /// Sources and their kind (area, mass or point), in the order of the file.
  Map<String, String> sources() {
    return entries("sources");
  }

  /// Keys and texts of a table, in the order of the file.
  Map<String, String> entries(String table) {
    Map<String, String> found = new LinkedHashMap<>();
    root.path(table).properties().forEach(e -> found.put(e.getKey(), e.getValue().asString()));
    return found;
  }

  /// Problems that the published model itself has, with the reason to accept them.
  List<Tolerated> tolerated() {
    List<Tolerated> found = new ArrayList<>();
    for (JsonNode one : root.path("accept")) {
      found.add(new Tolerated(one.path("code").asString(), one.path("reason").asString()));
    }
    return found;
  }

  record Tolerated(String code, String reason) {}
}
