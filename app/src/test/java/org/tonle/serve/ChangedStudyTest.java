package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import tools.jackson.databind.JsonNode;

/// A study that is edited, saved, spoilt and mended while it is served: the page works with the
/// last good run and says what is wrong.
class ChangedStudyTest {
  @TempDir Path folder;

  private static JsonNode until(TestServer of, String state) throws Exception {
    JsonNode study = of.json("/api/v1/study");
    for (int i = 0; i < 600 && !study.get("state").asString().equals(state); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      study = of.json("/api/v1/study");
    }
    assertEquals(state, study.get("state").asString());
    return study;
  }

  @Test
  void thePageWorksWithTheLastGoodRun() throws Exception {
    try (TestServer of = TestServer.of(Folders.twoTowns(folder), 10)) {
      String first = until(of, "ready").get("version").asString();
      JsonNode wrong =
          of.post(
              "/api/v1/tables/towns/edits",
              "{\"edits\":[{\"row\":2,\"column\":\"population\",\"value\":\"many\"}]}");
      assertEquals(2, wrong.get("problems").get(0).get("row").asInt());
      assertEquals("population", wrong.get("problems").get(0).get("column").asString());
      JsonNode study = until(of, "wrong");
      assertEquals(first, study.get("version").asString());
      assertTrue(study.get("errors").asInt() > 0);
      assertEquals(200, of.get("/api/v1/water?c=BOD").statusCode());
      of.post("/api/v1/undo", "{}");
      assertEquals(first, until(of, "ready").get("version").asString());
      of.post(
          "/api/v1/tables/towns/edits",
          "{\"edits\":[{\"row\":2,\"column\":\"population\",\"value\":\"90000\"}]}");
      String second = until(of, "ready").get("version").asString();
      assertNotEquals(first, second);
      of.post("/api/v1/save", "{}");
      assertTrue(Files.readString(folder.resolve("towns.csv")).contains("90000"));
      // Somebody else changes the folder.
      Path towns = folder.resolve("towns.csv");
      Files.writeString(towns, Files.readString(towns).replace("90000", "91000"));
      for (int i = 0; i < 100; i++) {
        String now = of.json("/api/v1/study").get("version").asString();
        if (!now.equals(second)) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
      throw new AssertionError("The change on the disk was not seen.");
    }
  }
}
