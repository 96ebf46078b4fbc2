package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.serve.draft.StoredInBulk;
import tools.jackson.databind.JsonNode;

/// Ten thousand kept scenarios: they are listed by pages, and a lever on top of one is as quick as
/// on the baseline.
class ManyScenariosTest {
  private static final int COUNT = 10_000;

  @TempDir Path folder;

  private static double median_ms(TestServer.Levers levers, String base) throws Exception {
    double[] taken_ms = new double[15];
    for (int i = 0; i < taken_ms.length; i++) {
      long start_ns = System.nanoTime();
      TestServer.Frame frame =
          levers.frame(
              "{\"n\":%d,\"c\":\"BOD\",\"sc\":\"%s\",\"changes\":{}}".formatted(i + 1, base));
      assertEquals(i + 1, frame.head().get("n").asInt());
      taken_ms[i] = (System.nanoTime() - start_ns) * 1e-6;
    }
    java.util.Arrays.sort(taken_ms);
    return taken_ms[taken_ms.length / 2];
  }

  @Test
  void theyAreListedByPagesAndSlowNoLever() throws Exception {
    Path study = Folders.twoTowns(folder);
    StoredInBulk.scenarios(study, COUNT);
    try (TestServer of = TestServer.of(study, 10)) {
      JsonNode page = of.json("/api/v1/scenarios?from=9990&limit=20");
      assertEquals(COUNT, page.get("keptCount").asInt());
      assertEquals(10, page.get("kept").size());
      assertEquals("k-9990", page.get("kept").get(0).get("id").asString());
      of.post("/api/v1/scenarios", "{\"name\":\"one more\",\"changes\":{}}");
      assertEquals(200, of.get("/api/v1/water?c=BOD&sc=k-9999").statusCode());
      assertEquals(204, of.send("DELETE", "/api/v1/scenarios/k-5", "{}").statusCode());
      assertEquals(404, of.get("/api/v1/water?c=BOD&sc=k-5").statusCode());
      assertEquals(COUNT, of.json("/api/v1/scenarios?limit=1").get("keptCount").asInt());
      try (var levers = of.levers()) {
        median_ms(levers, "k-7");
        double few_ms = median_ms(levers, "");
        double many_ms = median_ms(levers, "k-9000");
        // The scenarios differ by their year only: reading all of them took seconds.
        assertTrue(many_ms < 20 * few_ms + 100, many_ms + " " + few_ms);
      }
    }
  }
}
