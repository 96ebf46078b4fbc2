package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.run.Runner;

/// What is wrong with the water of a study, and shows only when it is made ready: each fault raises
/// its own problem with its figures.
class WaterFaultsTest {
  @TempDir Path folder;

  private List<String> found(String code) {
    return Runner.check(StudyReader.read(folder).study().orElseThrow(), Scenario.BASELINE).stream()
        .filter(p -> p.code().equals(code))
        .map(WaterFaultsTest::told)
        .toList();
  }

  private static String told(Problem p) {
    return p.severity() + " " + p.found() + " | " + p.expected() + " | " + p.hint();
  }

  @Test
  void aFormulaBeyondItsRangeIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "reach_seasons.csv", t -> t.replace("HEAD,wet,200,28", "HEAD,wet,200,43"));
    assertEquals(
        List.of("WARNING HEAD (wet): 43 °C | Benson & Krause 1984: temperature 0–40 °C | 1"),
        found("beyond_fit"));
  }
}
