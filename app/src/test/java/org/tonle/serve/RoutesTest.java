package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Routes of the tutorial study: what they answer agrees with what the study says.
class RoutesTest {
  private static TestServer of;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(60);
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  @Test
  void theStudyIsReadyAndSaysWhatMayBeAsked() throws Exception {
    JsonNode study = of.json("/api/v1/study");
    assertEquals("ready", study.get("state").asString());
    assertEquals("two-towns", study.get("id").asString());
    assertEquals(60, study.get("draws").asInt());
    assertTrue(study.get("standards").get(0).get("isMain").asBoolean());
  }

  @Test
  void theMapHasEveryPlaceOfTheStudy() throws Exception {
    JsonNode map = of.json("/api/v1/map");
    var study = of.server.preparation().require();
    int seasons = study.study().waterways().seasons().size();
    assertEquals(study.places().all().size(), map.get("places").size());
    assertEquals(map.get("places").size() * seasons, map.get("discharge_m3_per_s").size());
    for (JsonNode place : map.get("places")) {
      boolean isReach = place.get("kind").asString().equals("reach");
      assertEquals(isReach, place.has("line"));
    }
    assertEquals(
        study.version(),
        of.get("/api/v1/map").headers().firstValue("ETag").get().replace("\"", ""));
  }

  @Test
  void causesAddUpToTheConcentration() throws Exception {
    String id = of.json("/api/v1/map").get("places").get(2).get("id").asString();
    JsonNode place = of.json("/api/v1/places/" + id + "?c=BOD");
    JsonNode causes = place.get("causes");
    for (String by : new String[] {"source", "category", "unit", "country"}) {
      double sum = 0;
      for (JsonNode part : causes.get(by)) {
        sum += part.get("central").asDouble();
      }
      assertEquals(causes.get("total").asDouble(), sum, 1e-9 * causes.get("total").asDouble(), by);
    }
    assertEquals("reaches.csv", place.get("provenance").get("file").asString());
    assertTrue(place.get("provenance").get("row").asInt() > 1);
  }

  @Test
  void chartsAreTheLayoutsOfReports() throws Exception {
    String id = of.json("/api/v1/map").get("places").get(2).get("id").asString();
    for (String kind : new String[] {"year", "causes", "profile", "flows"}) {
      for (String language : new String[] {"en", "zh", "km"}) {
        JsonNode layout =
            of.json("/api/v1/charts/" + kind + "?c=BOD&at=" + id + "&lang=" + language);
        assertTrue(layout.get("marks").size() > 0, kind);
        assertEquals(language, layout.get("language").asString());
        assertTrue(layout.get("table").get("rows").size() > 0, kind);
      }
    }
  }

  @Test
  void otherQuestionsHaveTheirAnswers() throws Exception {
    assertTrue(of.json("/api/v1/situation").get("total").get("people").asDouble() > 0);
    assertTrue(of.json("/api/v1/demand").get("rows").size() > 0);
    assertTrue(of.json("/api/v1/fit").has("comparisons"));
    String id = of.server.preparation().require().study().scenarios().getFirst().id();
    JsonNode compared = of.json("/api/v1/compare?b=" + id);
    assertTrue(compared.get("levers").size() > 0);
    assertEquals(id, compared.get("b").asString());
  }

  @Test
  void placesAreFoundByAnyOfTheirNames() throws Exception {
    JsonNode map = of.json("/api/v1/map");
    String town = map.get("towns").get(0).get("id").asString();
    JsonNode found = of.json("/api/v1/search?q=" + town).get("found");
    assertTrue(found.size() > 0);
    assertEquals(town, found.get(0).get("id").asString());
  }

  /// Livestock and land have a lever over all of them and one for each unit, which move the water.
  @Test
  void livestockAndLandHaveLeversWhereAStudyHasThem() throws Exception {
    for (String category : List.of("livestock", "land")) {
      List<JsonNode> levers = new ArrayList<>();
      for (JsonNode lever : of.json("/api/v1/levers").get("levers")) {
        if (lever.path("category").asString("").equals(category)) {
          levers.add(lever);
        }
      }
      assertEquals(
          List.of("", "UPPER"), levers.stream().map(l -> l.get("unit").asString()).toList());
      for (JsonNode lever : levers) {
        assertEquals(category, lever.get("group").asString());
        assertTrue(lever.get("names").get("km").asString().length() > 0, lever.toString());
        try (var live = of.levers()) {
          String unit = lever.get("unit").asString();
          var frame =
              live.frame(
                  "{\"n\":1,\"c\":\"TP\",\"changes\":{\"scale_load\":[{\"category\":\""
                      + category
                      + "\",\"unit\":\""
                      + unit
                      + "\",\"factor\":0}]}}");
          assertTrue(frame.places().length > 0, lever.toString());
        }
      }
    }
  }
}
