package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import tools.jackson.databind.JsonNode;

/// A lever's session while the study under it is edited, saved, or changed by somebody else: every
/// question is answered, and says of which state of the study.
class LiveEditTest {
  private static final int SAVES = 12;

  @TempDir Path folder;

  private static String question(int number) {
    double factor = number % 10 / 10.0;
    return "{\"n\":%d,\"c\":\"BOD\",\"changes\":{\"scale_load\":[{\"source\":\"\",\"factor\":%s}]}}"
        .formatted(number, factor);
  }

  private static String version(TestServer of) throws Exception {
    return of.json("/api/v1/study").get("version").asString();
  }

  private static void untilReady(TestServer of) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (of.json("/api/v1/study").get("state").asString().equals("ready")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("not ready");
  }

  private static Void edit(TestServer of, Set<String> versions) {
    try {
      for (int i = 1; i <= SAVES; i++) {
        String cell = "{\"row\":2,\"column\":\"population\",\"value\":\"" + (90_000 + i) + "\"}";
        of.post("/api/v1/tables/towns/edits", "{\"edits\":[" + cell + "]}");
        JsonNode saved = of.post("/api/v1/save", "{}");
        assertEquals("towns.csv", saved.get("saved").get(0).asString());
        if (i % 4 == 0) {
          untilReady(of);
          versions.add(version(of));
        }
      }
      return null;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLeverMovesWhileATableIsSaved() throws Exception {
    Path study = Folders.twoTowns(folder);
    try (TestServer of = TestServer.of(study, 10);
        var levers = of.levers()) {
      Set<String> versions = new HashSet<>(Set.of(version(of)));
      Set<String> answered = new HashSet<>();
      CompletableFuture<Void> edits = CompletableFuture.supplyAsync(() -> edit(of, versions));
      int number = 0;
      while (!edits.isDone() || number < 20) {
        TestServer.Frame frame = levers.frame(question(++number));
        assertEquals(number, frame.head().get("n").asInt());
        answered.add(frame.head().get("version").asString());
      }
      edits.join();
      untilReady(of);
      String last = levers.frame(question(++number)).head().get("version").asString();
      assertEquals(version(of), last);
      assertTrue(versions.contains(last), "A save changes no content.");
      assertTrue(answered.size() > 1, "The session never saw an edit.");
      String saved = Files.readString(study.resolve("towns.csv"));
      assertTrue(saved.contains(Integer.toString(90_000 + SAVES)), saved);
      assertTrue(of.json("/api/v1/outside").get("tables").isEmpty());
    }
  }

  @Test
  void anOpenSessionAnswersFromTheStudyThatSomebodyElseChanged() throws Exception {
    Path study = Folders.twoTowns(folder);
    try (TestServer of = TestServer.of(study, 10);
        var levers = of.levers()) {
      TestServer.Frame before = levers.frame(question(1));
      Path towns = study.resolve("towns.csv");
      Files.writeString(towns, Files.readString(towns).replaceFirst("60000", "660000"));
      String first = before.head().get("version").asString();
      for (int i = 0; i < 300 && version(of).equals(first); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      TestServer.Frame after = levers.frame(question(1));
      assertNotEquals(first, after.head().get("version").asString());
      assertEquals(version(of), after.head().get("version").asString());
      assertFalse(java.util.Arrays.equals(before.arrays()[0], after.arrays()[0]));
    }
  }
}
