package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import tools.jackson.databind.JsonNode;

/// Levers in the log: each step is there with its name, each browser takes back its own, and tables
/// are taken back apart from them.
class MovesTest {
  @TempDir Path folder;

  private static void move(TestServer of, String browser, int from, int to) throws Exception {
    of.post(
        "/api/v1/moves",
        "{\"browser\":\"%s\",\"who\":\"Dara\",\"name\":\"sewers %d to %d\",\"before\":{\"s\":%d},\"after\":{\"s\":%d}}"
            .formatted(browser, from, to, from, to));
  }

  private static JsonNode step(TestServer of, String what, String browser) throws Exception {
    return of.post("/api/v1/moves/" + what, "{\"browser\":\"" + browser + "\"}");
  }

  private static int stands(TestServer of, String browser) throws Exception {
    return of.json("/api/v1/moves?browser=" + browser).path("settings").path("s").asInt(-1);
  }

  @Test
  void undoAndRedoAreTheLog() throws Exception {
    Path study = Folders.twoTowns(folder);
    try (TestServer of = TestServer.of(study, 10)) {
      move(of, "a", 1, 2);
      move(of, "b", 10, 20);
      of.post(
          "/api/v1/tables/towns/edits",
          "{\"edits\":[{\"row\":2,\"column\":\"note\",\"value\":\"n\"}]}");
      move(of, "a", 2, 3);
      assertEquals(2, step(of, "undo", "a").get("settings").get("s").asInt());
      assertEquals(20, stands(of, "b"));
      assertEquals(1, step(of, "undo", "a").get("settings").get("s").asInt());
      assertEquals(1, stands(of, "a"));
      assertEquals(409, of.send("POST", "/api/v1/moves/undo", "{\"browser\":\"a\"}").statusCode());
      assertEquals(2, step(of, "redo", "a").get("settings").get("s").asInt());
      // A table's undo is the table's.
      assertEquals("towns.csv", of.post("/api/v1/undo", "{}").get("file").asString());
      assertEquals("sewers 2 to 3", step(of, "redo", "a").get("name").asString());
      step(of, "undo", "a");
      move(of, "a", 2, 9);
      assertEquals(409, of.send("POST", "/api/v1/moves/redo", "{\"browser\":\"a\"}").statusCode());
      List<String> kinds = new ArrayList<>();
      for (JsonNode line : of.json("/api/v1/log").get("log")) {
        kinds.addFirst(line.get("kind").asString());
        if (line.get("file").asString().isEmpty()) {
          assertTrue(line.get("what").get(0).asString().startsWith("sewers"), line.toString());
          assertTrue(line.get("isSaved").asBoolean());
        }
      }
      assertEquals(
          List.of(
              "lever", "lever", "edit", "lever", "undo", "undo", "redo", "undo", "redo", "undo",
              "lever"),
          kinds);
      assertFalse(of.post("/api/v1/save", "{}").get("saved").toString().contains("\"\""));
    }
    // After a restart the levers stand where they stood.
    try (TestServer of = TestServer.of(study, 10)) {
      assertEquals(9, stands(of, "a"));
      assertEquals(2, step(of, "undo", "a").get("settings").get("s").asInt());
    }
  }
}
