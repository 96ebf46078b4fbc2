package org.tonle.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;
import org.tonle.solve.Solver.Watch;

/// 200 small seeded programs: every solver finds what trying all integers finds.
class SeededProgramsTest {
  private static final int PROGRAMS = 200;

  @Test
  void theSolverEqualsEnumeration() {
    check(Solvers.highs());
  }

  @Test
  void theSolverWithoutPresolveEqualsEnumeration() {
    check(Solvers.highsWithoutPresolve());
  }

  @Test
  void theSecondSolverEqualsEnumeration() {
    check(Solvers.scip());
  }

  private static void check(Solver solver) {
    Map<Status, Integer> seen = new EnumMap<>(Status.class);
    for (int seed = 0; seed < PROGRAMS; seed++) {
      SeededProgram seeded = new SeededProgram(seed);
      Answer answer = solver.solve(seeded.program(), Limits.none(), Watch.NONE);
      String what = "seed " + seed + "\n" + LpText.of(seeded.program());
      assertEquals(seeded.status(), answer.status(), what);
      if (answer.status() == Status.OPTIMAL) {
        double tolerance = 1e-6 * Math.max(1, Math.abs(seeded.cost()));
        assertEquals(seeded.cost(), answer.cost(), tolerance, what);
        assertEquals(seeded.cost(), answer.bound(), tolerance, what);
        assertEquals(0, seeded.program().violation(answer.values()), 1e-6, what);
      }
      seen.merge(answer.status(), 1, Integer::sum);
    }
    assertTrue(seen.getOrDefault(Status.OPTIMAL, 0) >= 50, seen::toString);
    assertTrue(seen.getOrDefault(Status.INFEASIBLE, 0) >= 50, seen::toString);
    assertTrue(seen.getOrDefault(Status.UNBOUNDED, 0) >= 5, seen::toString);
  }

  /// Harder ones, too large to try all: the two solvers agree within the gap.
  @Test
  void theSolversAgreeOnLargerPrograms() {
    IntStream.range(0, 20)
        .forEach(
            seed -> {
              Program program = SeededProgram.larger(seed);
              Limits limits = Limits.of(1e-4, Double.POSITIVE_INFINITY);
              Answer one = Solvers.highs().solve(program, limits, Watch.NONE);
              Answer plain = Solvers.highsWithoutPresolve().solve(program, limits, Watch.NONE);
              Answer other = Solvers.scip().solve(program, limits, Watch.NONE);
              Stream.of(one, plain, other)
                  .forEach(
                      answer -> {
                        assertEquals(Status.OPTIMAL, answer.status());
                        assertTrue(answer.gap() <= 1.0001e-4);
                        assertTrue(answer.bound() <= one.cost() * (1 + 1e-9), "seed " + seed);
                        assertTrue(one.bound() <= answer.cost() * (1 + 1e-9), "seed " + seed);
                        assertEquals(0, program.violation(answer.values()), 1e-6);
                      });
            });
  }
}
