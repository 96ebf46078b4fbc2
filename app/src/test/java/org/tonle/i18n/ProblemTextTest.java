package org.tonle.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.problem.Problem;

class ProblemTextTest {
  private static Problem missing(String file) {
    return Problem.error("missing_file", file, 0, "", file, "", "");
  }

  @Test
  void adviceStandsOnceBelowThoseThatShareIt() {
    Problem twin = Problem.warning("not_a_number", "towns.csv", 3, "population", "", "many", "");
    List<String> lines =
        new ProblemText(Words.in("en"))
            .lines(List.of(missing("nodes.csv"), missing("seasons.csv"), twin));
    assertEquals(5, lines.size(), lines.toString());
    assertEquals("error  nodes.csv  the file nodes.csv is missing  [missing_file]", lines.get(0));
    assertEquals("    Add it; docs/reference/tables.md lists its columns.", lines.get(2));
  }
}
