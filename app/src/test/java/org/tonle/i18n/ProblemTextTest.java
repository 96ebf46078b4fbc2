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

  @Test
  void whatWouldSteerATerminalIsShownAsItsNumber() {
    Problem hostile =
        Problem.warning("not_a_number", "towns.csv", 3, "name", "", "a\u001b[31m\u202eb", "");
    String line = new ProblemText(Words.in("en")).lines(java.util.List.of(hostile)).getFirst();
    assertEquals(-1, line.indexOf('\u001b'));
    assertEquals(-1, line.indexOf('\u202e'));
    org.junit.jupiter.api.Assertions.assertTrue(line.contains("\\u001b[31m\\u202eb"), line);
  }
}
