package org.tonle.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.folder.StudyReader;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: a problem that shows only when a study is computed names its row.
class LocatedProblemTest {
  @Test
  void aSourceNamesItsRow() {
    var inputs =
        StudyReader.read(Path.of(System.getProperty("tonle.home", ".."), "studies", "two-towns"))
            .inputs();
    Problem bare =
        Problem.warning("source_without_figures", "livestock.csv", 0, "", "", "PIGS", "");
    assertEquals(2, inputs.located(bare).row());
    Problem other = Problem.warning("source_without_figures", "livestock.csv", 0, "", "", "X", "");
    assertEquals(List.of(other), List.of(inputs.located(other)));
  }
}
