package org.tonle.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;
import org.tonle.solve.Solver.Watch;

/// Both solvers on programs whose answer is known by hand.
class SolverTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  static Stream<Solver> solvers() {
    return Stream.of(Solvers.highs(), Solvers.scip());
  }

  @Test
  void versionsArePrinted() {
    solvers().forEach(solver -> System.out.println(solver.name() + " " + solver.version()));
    assertTrue(Solvers.highs().version().matches("1[.][0-9]+[.][0-9]+"), Solvers.highs().version());
    assertTrue(Solvers.scip().version().matches("10[.][0-9]+[.][0-9]+"), Solvers.scip().version());
  }

  /// Works that remove 5, 3 and 6 cost 3, 2 and 4; where 8 must go, the first two do for 5.
  @ParameterizedTest
  @MethodSource("solvers")
  void theCheapestWorksAreChosen(Solver solver) {
    Answer answer = solve(solver, works(8));
    assertEquals(Status.OPTIMAL, answer.status());
    assertEquals(5, answer.cost());
    assertEquals(5, answer.bound(), 1e-9);
    assertEquals(0, answer.gap(), 1e-9);
    assertArrayEquals(new double[] {1, 1, 0}, answer.values());
  }

  /// 14 is what all three remove, 15 more than they can.
  @ParameterizedTest
  @MethodSource("solvers")
  void whatCannotBeMetIsSaidSo(Solver solver) {
    assertEquals(9, solve(solver, works(14)).cost());
    Answer answer = solve(solver, works(15));
    assertEquals(Status.INFEASIBLE, answer.status());
    assertEquals(0, answer.values().length);
    assertEquals(NONE, answer.gap());
  }

  private static Program works(double required) {
    Program program = new Program();
    int[] works = {
      program.column(3, 0, 1, true), program.column(2, 0, 1, true), program.column(4, 0, 1, true)
    };
    program.row(required, NONE, works, new double[] {5, 3, 6});
    return program;
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void rowsAndBoundsChangeBetweenSolves(Solver solver) {
    Program program = works(8);
    program.row(-NONE, 1, new int[] {0, 1}, new double[] {1, 1});
    assertEquals(6, solve(solver, program).cost(), "second and third");
    program.bounds(1, 0, 0);
    assertEquals(Status.OPTIMAL, solve(solver, program).status());
    assertEquals(7, solve(solver, program).cost(), "first and third");
    program.rowBounds(0, 6, NONE);
    assertEquals(4, solve(solver, program).cost(), "third");
    program.cost(2, 40);
    assertEquals(Status.OPTIMAL, solve(solver, program).status());
    assertEquals(40, solve(solver, program).cost(), "the first alone removes 5");
  }

  /// x ≥ 1.5 and integer is 2; y is free, and x + y = 0.5 makes it -1.5.
  @ParameterizedTest
  @MethodSource("solvers")
  void boundsMayBeInfinite(Solver solver) {
    Program program = new Program();
    int x = program.column(1, -NONE, NONE, true);
    int y = program.column(0, -NONE, NONE, false);
    program.row(1.5, NONE, new int[] {x}, new double[] {1});
    program.row(0.5, 0.5, new int[] {x, y}, new double[] {1, 1});
    program.row(-NONE, NONE, new int[] {x, y}, new double[] {1, -1});
    assertArrayEquals(new double[] {2, -1.5}, solve(solver, program).values(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aCostThatFallsWithoutEndIsSaidSo(Solver solver) {
    Program program = new Program();
    int x = program.column(-1, 0, NONE, true);
    int y = program.column(0, 0, 1, true);
    program.row(-2, NONE, new int[] {x, y}, new double[] {1, -1});
    assertEquals(Status.UNBOUNDED, solve(solver, program).status());
    // 2 y = 1 holds for no integer, though it does for a fraction.
    program.row(1, 1, new int[] {y}, new double[] {2});
    assertEquals(Status.INFEASIBLE, solve(solver, program).status());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aProgramWithoutColumnsOrRowsIsSolved(Solver solver) {
    Program program = new Program();
    assertEquals(Status.OPTIMAL, solve(solver, program).status());
    program.row(1, 2, new int[0], new double[0]);
    assertEquals(Status.INFEASIBLE, solve(solver, program).status());
    Program free = new Program();
    free.column(2, 3, NONE, false);
    assertEquals(6, solve(solver, free).cost());
    free.row(1, 2, new int[0], new double[0]);
    assertEquals(Status.INFEASIBLE, solve(solver, free).status());
  }

  /// Loads of 1e10 a second under a limit of 3e10, costs in thousands of millions: as in ones.
  @ParameterizedTest
  @MethodSource("solvers")
  void unitsDoNotMatter(Solver solver) {
    Answer small = solve(solver, knapsack(1, 1));
    assertEquals(Status.OPTIMAL, small.status());
    for (double unit : new double[] {1e10, 1e-10}) {
      for (double money : new double[] {1e9, 1e-9}) {
        Answer answer = solve(solver, knapsack(unit, money));
        assertEquals(Status.OPTIMAL, answer.status());
        assertEquals(small.cost(), answer.cost() / money, 1e-9 * small.cost());
        assertEquals(small.bound(), answer.bound() / money, 1e-6 * small.cost());
      }
    }
  }

  private static Program knapsack(double unit, double money) {
    SplittableRandom random = new SplittableRandom(5);
    Program program = new Program();
    int[] columns = new int[30];
    double[] loads = new double[30];
    double sum = 0;
    for (int c = 0; c < 30; c++) {
      columns[c] = program.column(money * random.nextDouble(1, 9), 0, 1, true);
      loads[c] = unit * random.nextDouble(1, 9);
      sum += loads[c];
    }
    program.row(sum / 2, NONE, columns, loads);
    return program;
  }

  /// A coefficient of 1e-14 beside 1 is lost in a library: harmless on a choice, not on a flow.
  @ParameterizedTest
  @MethodSource("solvers")
  void aLostCoefficientIsNotSilent(Solver solver) {
    Program program = new Program();
    int x = program.column(1, 0, 1, true);
    int y = program.column(1, 0, 1, true);
    program.row(1, NONE, new int[] {x, y}, new double[] {1, 1e-14});
    assertEquals(1, solve(solver, program).cost());
    program.bounds(y, 0, 1e14);
    assertEquals(
        "Row 0 has coefficients too far apart for a solver: 1.0E-14 for column 1 beside 1.0.",
        assertThrows(IllegalArgumentException.class, () -> solve(solver, program)).getMessage());
  }

  /// Two equal halves of 40 random numbers: no solver proves the best within a second.
  private static Program hard() {
    SplittableRandom random = new SplittableRandom(11);
    Program program = new Program();
    for (int k = 0; k < 8; k++) {
      int[] columns = new int[40];
      double[] values = new double[41];
      double sum = 0;
      for (int c = 0; c < 40; c++) {
        columns[c] = k == 0 ? program.column(0, 0, 1, true) : c;
        values[c] = random.nextInt(1, 100);
        sum += values[c];
      }
      int over = program.column(1, 0, NONE, false);
      int under = program.column(1, 0, NONE, false);
      int[] all = Arrays.copyOf(columns, 42);
      double[] weights = Arrays.copyOf(values, 42);
      all[40] = over;
      weights[40] = -1;
      all[41] = under;
      weights[41] = 1;
      program.row(StrictMath.floor(sum / 2), StrictMath.floor(sum / 2), all, weights);
    }
    return program;
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aTimeLimitStopsAndDoesNotLie(Solver solver) {
    Program program = hard();
    for (double limit_s : new double[] {0, 0.001, 0.3}) {
      Answer answer = solver.solve(program, Limits.of(0, limit_s), Watch.NONE);
      assertTrue(
          answer.status() == Status.NOTHING || answer.status() == Status.FEASIBLE,
          () -> limit_s + " s: " + answer);
      assertTrue(answer.bound() <= answer.cost());
      if (answer.status() == Status.FEASIBLE) {
        assertEquals(0, program.violation(answer.values()), 1e-6);
        assertEquals(program.costOf(answer.values()), answer.cost());
        assertTrue(answer.gap() > 0);
      } else {
        assertEquals(NONE, answer.cost());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aWatchStopsTheSolver(Solver solver) {
    Program program = hard();
    double[] last = {NONE, -NONE};
    AtomicInteger calls = new AtomicInteger();
    Watch watch =
        (best, bound) -> {
          calls.incrementAndGet();
          assertTrue(bound <= best);
          last[0] = best;
          last[1] = bound;
          return best == NONE;
        };
    Answer answer = solver.solve(program, Limits.of(0, 20), watch);
    assertTrue(calls.get() > 0);
    assertTrue(answer.cost() <= last[0] + 1e-6);
    assertTrue(answer.status() == Status.FEASIBLE, answer.status()::toString);
    assertTrue(answer.seconds() < 20);
  }

  /// A fault of the watch comes out of the solve; the library knows no exceptions.
  @ParameterizedTest
  @MethodSource("solvers")
  void aFaultOfTheWatchIsThrown(Solver solver) {
    Watch faulty =
        (_, _) -> {
          throw new IllegalStateException("a fault");
        };
    Program program = hard();
    assertEquals(
        "a fault",
        assertThrows(
                IllegalStateException.class, () -> solver.solve(program, Limits.of(0, 20), faulty))
            .getMessage());
  }

  /// Values to start from are the plan where no time is left to find another.
  @Test
  void aStartIsKept() {
    Program program = hard();
    Answer found = Solvers.highs().solve(program, Limits.of(0, 0.3), Watch.NONE);
    double[] choices = found.values().clone();
    Arrays.fill(choices, 40, choices.length, Double.NaN);
    for (double[] start : new double[][] {found.values(), choices}) {
      Answer again =
          Solvers.highs().solve(program, Limits.of(0, 20).from(start), (best, _) -> best == NONE);
      assertEquals(Status.FEASIBLE, again.status());
      assertTrue(again.cost() <= found.cost() + 1e-6, again.cost() + " " + found.cost());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Solvers.highs().solve(program, Limits.none().from(1, 2), Watch.NONE));
  }

  @Test
  void twoThreadsAnswerTheSame() {
    Program program = knapsack(1, 1);
    Answer one = Solvers.highs().solve(program, Limits.none(), Watch.NONE);
    Limits two = new Limits(0, NONE, 2, new double[0], 0);
    assertArrayEquals(one.values(), Solvers.highs().solve(program, two, Watch.NONE).values());
    assertArrayEquals(
        one.values(), Solvers.highs().solve(program, Limits.none(), Watch.NONE).values());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aGapIsKept(Solver solver) {
    Program program = knapsack(1, 1);
    double least = solve(solver, program).cost();
    Answer rough = solver.solve(program, Limits.of(0.5, NONE), Watch.NONE);
    assertEquals(Status.OPTIMAL, rough.status());
    assertTrue(rough.gap() <= 0.5);
    assertTrue(rough.bound() <= least + 1e-9 && least <= rough.cost() + 1e-9);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void programsOfSeveralThreadsDoNotMeet(Solver solver) {
    double least = solve(solver, knapsack(1, 1)).cost();
    assertFalse(
        Stream.iterate(1, i -> i < 20, i -> i + 1)
            .parallel()
            .anyMatch(_ -> Math.abs(solve(solver, knapsack(1, 1)).cost() - least) > 1e-9));
  }

  private static Answer solve(Solver solver, Program program) {
    return solver.solve(program, Limits.none(), Watch.NONE);
  }
}
