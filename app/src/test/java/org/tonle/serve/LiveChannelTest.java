package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Levers over the WebSocket: what a frame holds equals what the water of a full run is.
class LiveChannelTest {
  private static TestServer of;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(100);
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  @Test
  void aFrameHasThePlacesThatDifferAsAFullRunGivesThem() throws Exception {
    JsonNode scenario = of.json("/api/v1/study");
    JsonNode before = of.json("/api/v1/water?c=BOD&st=p50");
    String id = of.server.preparation().require().study().scenarios().getFirst().id();
    JsonNode after = of.json("/api/v1/water?c=BOD&st=p50&sc=" + id);
    try (var levers = of.levers()) {
      TestServer.Frame frame =
          levers.frame("{\"n\":7,\"c\":\"BOD\",\"st\":\"p50\",\"sc\":\"" + id + "\"}");
      assertEquals(7, frame.head().get("n").asLong());
      int seasons = scenario.get("seasons").size();
      assertTrue(frame.places().length > 0);
      Map<Integer, Integer> slots = new HashMap<>();
      for (int i = 0; i < frame.places().length; i++) {
        slots.put(frame.places()[i], i);
      }
      String[] names = {"p50", "classRank", "classSure", "chanceOver", "outcome"};
      for (int a = 0; a < names.length; a++) {
        for (int i = 0; i < after.get(names[a]).size(); i++) {
          Integer slot = slots.get(i / seasons);
          float found =
              slot == null
                  ? number(before.get(names[a]).get(i))
                  : frame.arrays()[a][slot * seasons + i % seasons];
          assertEquals(number(after.get(names[a]).get(i)), found, names[a] + " " + i);
        }
      }
    }
  }

  private static float number(JsonNode node) {
    return node.isNull() ? Float.NaN : (float) node.asDouble();
  }

  @Test
  void aLeverWithoutEffectSaysSo() throws Exception {
    try (var levers = of.levers()) {
      TestServer.Frame frame = levers.frame("{\"n\":1,\"c\":\"BOD\",\"changes\":{}}");
      assertEquals(0, frame.places().length);
      assertEquals("As in the baseline.", frame.head().get("sentence").asString());
      JsonNode outcomes = frame.head().get("outcomes");
      assertEquals(outcomes.get("breachesBefore").asInt(), outcomes.get("breachesAfter").asInt());
    }
  }

  @Test
  void theLoadStillToCutFollowsWhenTheLeverRests() throws Exception {
    JsonNode demand = LiveChannelTest.of.json("/api/v1/demand");
    double total = 0;
    String of = "";
    for (JsonNode row : demand.get("rows")) {
      if (row.get("level").asString().equals("total") && total == 0) {
        total = row.get("cut_t_per_a").asDouble();
        of = row.get("constituent").asString();
      }
    }
    assertTrue(total > 0);
    try (var levers = LiveChannelTest.of.levers()) {
      levers.frame(
          "{\"n\":5,\"c\":\""
              + of
              + "\",\"settle\":true,\"changes\":{\"scale_load\":["
              + "{\"source\":\""
              + source()
              + "\",\"factor\":1}]}}");
      JsonNode settled = (JsonNode) levers.next();
      assertTrue(settled.get("settled").asBoolean());
      assertEquals(5, settled.get("n").asLong());
      assertEquals(total, settled.get("toCutBefore_t_per_a").asDouble(), 1e-6 * total);
      assertEquals(total, settled.get("toCutAfter_t_per_a").asDouble(), 1e-6 * total);
    }
  }

  private static String source() throws Exception {
    for (JsonNode lever : of.json("/api/v1/levers").get("levers")) {
      if (lever.get("lever").asString().equals("scale_load")) {
        return lever.get("source").asString();
      }
    }
    throw new AssertionError("no lever of a load");
  }

  @Test
  void aWrongQuestionIsAnsweredWithItsReason() throws Exception {
    try (var levers = of.levers()) {
      assertEquals("not_json", levers.said("{").get("code").asString());
      assertEquals("missing_parameter", levers.said("{}").get("code").asString());
      JsonNode unknown = levers.said("{\"n\":3,\"c\":\"BODD\",\"lang\":\"zh\"}");
      assertEquals("unknown_value", unknown.get("code").asString());
      assertEquals(3, unknown.get("n").asLong());
      assertTrue(unknown.get("text").asString().contains("没有取值"), unknown.toString());
      JsonNode refused =
          levers.said(
              "{\"n\":4,\"changes\":{\"set_plant\":{\"plant\":\"XX\",\"status\":\"closed\"}}}");
      assertEquals("problems", refused.get("code").asString());
      assertEquals("unknown_reference", refused.get("problems").get(0).get("code").asString());
    }
  }

  @Test
  void ofManyQuestionsTheNewestIsAnsweredAndTheOthersAreToldSo() throws Exception {
    try (var levers = of.levers()) {
      int count = 200;
      for (int n = 1; n <= count; n++) {
        levers.ask("{\"n\":" + n + ",\"c\":\"BOD\",\"changes\":{\"scale_load\":[]}}");
      }
      int answered = 0;
      for (int i = 0; i < count; i++) {
        Object next = levers.next();
        answered += next instanceof TestServer.Frame ? 1 : 0;
        boolean isLast = next instanceof TestServer.Frame f && f.head().get("n").asLong() == count;
        if (isLast) {
          assertEquals(count - 1, i);
        }
      }
      assertTrue(answered >= 1);
    }
  }
}
