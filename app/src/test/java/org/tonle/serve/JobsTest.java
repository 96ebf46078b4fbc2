package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Long runs: they wait in a queue, tell how far they are, and keep the best when they are stopped.
class JobsTest {
  private static TestServer of;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(40);
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  /// Events of a job until it is over.
  private static List<JsonNode> events(String id) throws Exception {
    String stream = of.get("/api/v1/jobs/" + id + "/events").body();
    return Arrays.stream(stream.split("\n", -1))
        .filter(line -> line.startsWith("data:"))
        .map(line -> TestServer.MAPPER.readTree(line.substring(5)))
        .toList();
  }

  @Test
  void aRunTellsHowFarItIsAndEndsWithItsSummary() throws Exception {
    String id =
        of.post("/api/v1/jobs", "{\"kind\":\"run\",\"settings\":{\"draws\":100}}")
            .get("id")
            .asString();
    List<JsonNode> events = events(id);
    JsonNode last = events.getLast();
    assertEquals("done", last.get("state").asString(), last.toString());
    assertEquals(100, last.get("answer").get("draws").asInt());
    assertEquals(last, of.json("/api/v1/jobs/" + id));
  }

  private static JsonNode ran(String settings) throws Exception {
    String id =
        of.post("/api/v1/jobs", "{\"kind\":\"run\",\"settings\":" + settings + "}")
            .get("id")
            .asString();
    JsonNode last = events(id).getLast();
    assertEquals("done", last.get("state").asString(), last.toString());
    return last.get("answer");
  }

  /// The same content is found again; other draws, levers or tables are another content.
  @Test
  void aRunOfTheSameContentIsNotComputedAgain() throws Exception {
    JsonNode first = ran("{\"draws\":70,\"seed\":4}");
    assertFalse(first.has("isFoundAgain"));
    JsonNode second = ran("{\"seed\":4,\"draws\":70}");
    assertTrue(second.get("isFoundAgain").asBoolean());
    assertEquals(first, ((tools.jackson.databind.node.ObjectNode) second).without("isFoundAgain"));
    assertFalse(ran("{\"draws\":71,\"seed\":4}").has("isFoundAgain"));
    String levers = "{\"name\":\"x\",\"changes\":{\"year\":%d}}";
    String id = of.post("/api/v1/scenarios", levers.formatted(2030)).get("id").asString();
    String settings = "{\"draws\":70,\"sc\":\"" + id + "\"}";
    assertFalse(ran(settings).has("isFoundAgain"));
    assertTrue(ran(settings).has("isFoundAgain"));
    assertEquals(
        200, of.send("PUT", "/api/v1/scenarios/" + id, levers.formatted(2031)).statusCode());
    assertFalse(ran(settings).has("isFoundAgain"));
  }

  /// Each point that costs something has its works, its payments, and levers that do the same.
  private static void assertPointsArePlans(JsonNode points, String language) throws Exception {
    assertTrue(points.size() > 1, points.toString());
    for (JsonNode point : points) {
      if (point.get("cost_usd").asDouble() <= 0) {
        continue;
      }
      assertTrue(point.get("sections").get(0).get("table").get("rows").size() > 0, language);
      assertEquals("cash-flow", point.get("cash").get("name").asString());
      assertTrue(point.get("changes").size() > 0, point.toString());
      JsonNode kept =
          of.post(
              "/api/v1/scenarios",
              "{\"name\":\"Point\",\"why\":\"\",\"who\":\"\",\"changes\":"
                  + point.get("changes")
                  + "}");
      assertTrue(kept.has("id"), kept.toString());
    }
  }

  @Test
  void aPlanIsFoundAndToldInTheWordsOfTheReport() throws Exception {
    String id =
        of.post(
                "/api/v1/jobs",
                "{\"kind\":\"plan\",\"settings\":{\"seconds\":20,\"curve\":3,\"alternatives\":1}}")
            .get("id")
            .asString();
    List<JsonNode> events = events(id);
    JsonNode last = events.getLast();
    assertEquals("done", last.get("state").asString(), last.toString());
    assertTrue(last.get("answer").get("works").size() > 0, last.toString());
    assertTrue(
        events.stream()
            .anyMatch(e -> e.path("progress").path("step").asString("").equals("search")));
    for (String language : List.of("en", "zh", "km")) {
      JsonNode plan = of.json("/api/v1/plan?lang=" + language);
      assertEquals(id, plan.get("job").asString());
      JsonNode sections = plan.get("sections");
      assertTrue(sections.get(0).get("note").asString().length() > 10, language);
      boolean hasTable = false;
      for (JsonNode section : sections) {
        hasTable |= section.has("table");
        for (JsonNode row : section.path("table").path("rows")) {
          assertEquals(section.get("table").get("heads").size(), row.size(), section.toString());
        }
      }
      assertTrue(hasTable, language);
      assertEquals(2, plan.get("layouts").size(), language);
      assertPointsArePlans(plan.get("points"), language);
    }
  }

  @Test
  void aStoppedJobThatWaitsNeverBegins() throws Exception {
    of.post("/api/v1/jobs", "{\"kind\":\"run\",\"settings\":{\"draws\":2000}}");
    String id = of.post("/api/v1/jobs", "{\"kind\":\"run\"}").get("id").asString();
    JsonNode stopped = of.post("/api/v1/jobs/" + id + "/stop", "{}");
    assertTrue(
        List.of("stopped", "done").contains(stopped.get("state").asString()), stopped.toString());
  }

  @Test
  void aFullQueueSaysWhenToTryAgain() throws Exception {
    for (int i = 0; i < 40; i++) {
      var answer =
          of.send("POST", "/api/v1/jobs", "{\"kind\":\"run\",\"settings\":{\"draws\":3000}}");
      if (answer.statusCode() == 429) {
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        for (JsonNode job : of.json("/api/v1/jobs").get("jobs")) {
          of.post("/api/v1/jobs/" + job.get("id").asString() + "/stop", "{}");
        }
        return;
      }
    }
    throw new AssertionError("never full");
  }
}
