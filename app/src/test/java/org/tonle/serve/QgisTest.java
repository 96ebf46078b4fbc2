package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// QGIS reads the running server, by its own provider of OGC API - Features and by GDAL; what is
/// not installed is left out.
class QgisTest {
  private static TestServer of;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(20);
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  private record Said(int code, String text) {}

  private Said run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QT_QPA_PLATFORM", "offscreen");
    builder.environment().put("HOME", folder.toString());
    Process process;
    try {
      process = builder.redirectOutput(out.toFile()).start();
    } catch (IOException e) {
      return new Said(-1, e.toString()); // no such program
    }
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  /// A Python that knows QGIS: that of the system, where a user's own does not.
  private Optional<String> python() throws IOException, InterruptedException {
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (run(List.of(python, "-c", "import qgis.core")).code() == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private JsonNode items(String collection) throws Exception {
    return of.json("/ogc/collections/" + collection + "/items?limit=10000");
  }

  @Test
  void theProviderOfQgisListsAndReadsEveryLayer() throws Exception {
    Optional<String> python = python();
    assumeTrue(python.isPresent(), "QGIS (python3-qgis) is not installed.");
    Path script = folder.resolve("read.py");
    try (var in = Objects.requireNonNull(QgisTest.class.getResourceAsStream("qgis_oapif.py"))) {
      Files.copy(in, script);
    }
    Said said = run(List.of(python.get(), script.toString(), of.origin + "/ogc"));
    assertTrue(said.text().contains("READ "), said.text());
    JsonNode read =
        TestServer.MAPPER.readTree(
            said.text().substring(said.text().indexOf("READ ") + 5).lines().findFirst().orElse(""));
    List<String> collections = new ArrayList<>();
    of.json("/ogc/collections")
        .get("collections")
        .forEach(c -> collections.add(c.get("id").asString()));
    assertEquals(new TreeSet<>(collections), new TreeSet<>(read.propertyNames()), said.text());
    for (String collection : collections) {
      JsonNode layer = read.get(collection);
      JsonNode features = items(collection).get("features");
      assertTrue(layer.get("valid").asBoolean(), layer.toString());
      assertEquals(features.size(), layer.get("count").asInt(), collection);
      assertEquals(features.size(), layer.get("paged").asInt(), collection + ", page by page");
      assertEquals(0, layer.get("empty").asInt(), collection);
      assertEquals("", layer.get("error").asString(), collection);
      List<String> ids = new ArrayList<>();
      features.forEach(f -> ids.add(f.get("id").asString()));
      List<String> found = new ArrayList<>();
      layer.get("ids").forEach(id -> found.add(id.asString()));
      assertEquals(new TreeSet<>(ids), new TreeSet<>(found), collection);
      if (features.isEmpty()) {
        continue;
      }
      assertTrue(layer.get("within").asInt() >= 1, collection + ", within a box");
      for (JsonNode feature : features) {
        for (var property : feature.get("properties").properties()) {
          JsonNode type = layer.get("fields").path(property.getKey());
          String expected = property.getValue().isNumber() ? "Real|Integer|Integer64" : ".+";
          assertTrue(
              type.asString("").matches(expected),
              () -> collection + " " + property.getKey() + " is " + type);
        }
      }
    }
  }

  /// Also without QGIS: all features have the same columns, and of each the first few have a value
  /// if any has.
  @Test
  void theFirstFeaturesTellTheTypesOfAllColumns() throws Exception {
    for (String collection : List.of("reaches", "lakes", "sources", "results")) {
      Set<String> columns = new TreeSet<>();
      Set<String> filled = new TreeSet<>();
      Set<String> atFirst = new TreeSet<>();
      int number = 0;
      for (JsonNode feature : items(collection).get("features")) {
        Set<String> own = new TreeSet<>(feature.get("properties").propertyNames());
        columns.addAll(own);
        assertEquals(columns, own, collection);
        for (var property : feature.get("properties").properties()) {
          if (property.getValue().isNumber()) {
            filled.add(property.getKey());
            if (number < 10) {
              atFirst.add(property.getKey());
            }
          }
        }
        number++;
      }
      assertEquals(filled, atFirst, collection);
    }
  }

  @Test
  void gdalListsEveryLayer() throws Exception {
    Said said = run(List.of("ogrinfo", "-al", "-so", "OAPIF:" + of.origin + "/ogc"));
    assumeTrue(said.code() != -1, "GDAL (ogrinfo) is not installed.");
    assertEquals(0, said.code(), said.text());
    for (JsonNode collection : of.json("/ogc/collections").get("collections")) {
      String id = collection.get("id").asString();
      int count = items(id).get("features").size();
      assertTrue(said.text().contains("Layer name: " + id), said.text());
      String part = said.text().substring(said.text().indexOf("Layer name: " + id));
      assertTrue(part.contains("Feature Count: " + count), part);
    }
  }
}
