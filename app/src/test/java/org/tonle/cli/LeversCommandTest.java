package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tonle levers`: one line of JSON in, one out, whatever the line.
class LeversCommandTest {
  private static final String LOWER_PLANT =
      """
      {"id": "lower-works", "set_plant": [{"plant": "WP2", "status": "operating", "capacity_m3_per_d": 3000}], \
      "set_sanitation": [{"town": "T-LOW", "path": "sewer_plant", "share": 0.7, "plant": "WP2", "from": "all"}]}""";

  @TempDir Path folder;

  private List<JsonNode> answers(String... lines) throws IOException {
    Folders.twoTowns(folder);
    InputStream before = System.in;
    try {
      String text = String.join("\n", lines) + "\n";
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      CommandsTest.Ran ran = CommandsTest.run("levers", folder, "--draws", 60);
      assertEquals(Exit.DONE, ran.code(), ran.err());
      List<JsonNode> found = new ArrayList<>();
      for (String line : ran.out().strip().split("\n")) {
        found.add(new JsonMapper().readTree(line));
      }
      return found;
    } finally {
      System.setIn(before);
    }
  }

  // The plant of Upper Town takes in 5,000 m³/d; with room for 100 it lets the rest pass.
  @Test
  void aPlantThatAChangeMakesTooSmallIsNamed() throws IOException {
    List<JsonNode> found =
        answers("{\"set_plant\": [{\"plant\": \"WP\", \"capacity_m3_per_d\": 100}]}", LOWER_PLANT);
    assertTrue(
        found.getFirst().get("problems").toString().contains("plant_over_capacity"),
        found.getFirst().get("problems").toString());
    assertFalse(found.getLast().has("problems"));
  }

  @Test
  void aLineOfChangesIsAnsweredWithTheirDifference() throws IOException {
    JsonNode answer = answers(LOWER_PLANT).getFirst();
    assertEquals("touched", answer.get("how").asString());
    assertTrue(answer.get("ms").asDouble() > 0);
    Study study = StudyReader.read(folder).study().orElseThrow();
    Result full =
        Runner.run(study, study.scenarios().getFirst(), new Options(60, seed(study), 1))
            .result()
            .orElseThrow();
    Concentrations expected = full.concentrations();
    List<String> seasons = expected.seasons().stream().map(s -> s.id()).toList();
    List<String> constituents = expected.constituents().stream().map(c -> c.id()).toList();
    assertFalse(answer.get("concentrations").isEmpty());
    for (JsonNode row : answer.get("concentrations")) {
      Place.Kind kind =
          Place.Kind.valueOf(row.get("kind").asString().toUpperCase(java.util.Locale.ROOT));
      int p = expected.indexOf(kind, row.get("place").asString());
      int s = seasons.indexOf(row.get("season").asString());
      int c = constituents.indexOf(row.get("constituent").asString());
      assertEquals(
          expected.value(Statistic.MEAN, p, s, c), row.get("after").get("mean").asDouble());
      assertEquals(expected.value(Statistic.P95, p, s, c), row.get("after").get("p95").asDouble());
    }
  }

  private static long seed(Study study) {
    return study.settings().sampling().seed();
  }

  @Test
  void aQuestionMarkListsTheLeversWithTheirRanges() throws IOException {
    JsonNode levers = answers("?").getFirst().get("levers");
    List<String> kinds = new ArrayList<>();
    levers.forEach(l -> kinds.add(l.get("lever").asString()));
    assertTrue(
        kinds.containsAll(
            List.of("set_sanitation", "set_plant", "scale_load", "scale_rate", "year", "build")));
    levers.forEach(
        l ->
            assertTrue(
                l.get("lever").asString().equals("build") || (l.has("least") && l.has("most"))));
  }

  /// T-LOW has 25,000 · 1.015^5 = 26,932 people, a tenth of them with a sewer. The others need a
  /// metre of sewer each for 624 USD and, 4.5 to a house, a connection for 300 USD: 690.67 USD.
  @Test
  void leversTellTheirCostsOrWhyTheyHaveNone() throws IOException {
    JsonNode levers = answers("?").getFirst().get("levers");
    List<String> reasons = new ArrayList<>();
    for (JsonNode lever : levers) {
      String name = lever.get("lever").asString();
      boolean isKnown = lever.has("cost_usd");
      assertTrue(isKnown != lever.has("no_cost") || name.equals("build"), lever.toString());
      if (isKnown) {
        assertTrue(lever.get("low").asDouble() < lever.get("cost_usd").asDouble());
        assertTrue(lever.get("high").asDouble() > lever.get("cost_usd").asDouble());
      } else if (!name.equals("build")) {
        reasons.add(lever.get("no_cost").asString());
        assertFalse(lever.get("no_cost_text").asString().isEmpty());
      }
      boolean isSewer =
          name.equals("set_sanitation")
              && lever.get("town").asString().equals("T-LOW")
              && lever.get("path").asString().equals("sewer_plant");
      if (isSewer) {
        double people = 25_000 * StrictMath.pow(1.015, 5) * 0.9;
        assertEquals(people * (624 + 300 / 4.5), lever.get("cost_usd").asDouble(), 1);
        assertEquals(1, lever.get("cost_to").asDouble());
      }
    }
    assertTrue(reasons.containsAll(List.of("no_works", "nature", "time", "not_priced")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rubbish",
        "{",
        "[1, 2]",
        "\"set_plant\"",
        "{\"set_plant\": 3}",
        "{\"set_plan\": {\"plant\": \"WP2\"}}",
        "{\"set_plant\": {\"plant\": \"WP22\", \"status\": \"operating\"}}",
        "{\"set_sanitation\": {\"town\": \"T-LOW\", \"path\": \"sewer\", \"share\": 1.5, \"from\": \"all\"}}",
        "{\"scale_load\": {\"factor\": -1}}",
        "{\"year\": 1066}"
      })
  void aBadLineIsAnsweredWithItsProblemAndIsNoEnd(String line) throws IOException {
    List<JsonNode> answers = answers(line, LOWER_PLANT);
    assertEquals(2, answers.size());
    assertFalse(answers.getFirst().get("problems").isEmpty(), answers.getFirst().toString());
    assertFalse(answers.getFirst().has("concentrations"));
    assertFalse(answers.getLast().get("concentrations").isEmpty());
  }

  @Test
  void changesDoNotAddUpFromLineToLine() throws IOException {
    String half = "{\"scale_load\": {\"source\": \"T-LOW\", \"factor\": 0.5}}";
    List<JsonNode> answers = answers(half, half);
    assertEquals(answers.getFirst().get("concentrations"), answers.getLast().get("concentrations"));
  }

  @Test
  void theBenchComparesBits() throws IOException {
    Folders.twoTowns(folder);
    CommandsTest.Ran ran =
        CommandsTest.run(
            "bench", "session", "--study", folder, "--levers", 12, "--draws", 40, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode found = new JsonMapper().readTree(ran.out());
    assertTrue(found.get("same_bits").asBoolean());
    assertTrue(found.get("lever_ms_median").asDouble() <= found.get("lever_ms_p95").asDouble());
  }
}
