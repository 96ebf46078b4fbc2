package org.tonle.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;
import org.tonle.solve.Solver.Watch;

/// HiGHS on programs whose answer is known by hand.
class HighsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private final Solver highs = Solvers.highs();

  @Test
  void printsItsVersion() {
    System.out.println(highs.name() + " " + highs.version());
    assertTrue(highs.version().matches("[1-9][.][0-9]+[.][0-9]+"), highs.version());
  }

  /// min 3a + 2b + 4c of works that remove 5, 3 and 6, where 8 must go: a and b, for 5.
  @Test
  void choosesTheCheapestWorks() {
    Program program = new Program();
    int a = program.column(3, 0, 1, true, "a");
    int b = program.column(2, 0, 1, true, "b");
    int c = program.column(4, 0, 1, true, "c");
    program.row(8, NONE, new int[] {a, b, c}, new double[] {5, 3, 6});
    Answer answer = highs.solve(program, Limits.none(), Watch.NONE);
    assertEquals(Status.OPTIMAL, answer.status());
    assertEquals(5, answer.cost());
    assertEquals(5, answer.bound(), 1e-9);
    assertArrayEquals(new double[] {1, 1, 0}, answer.values());
  }
}
