package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Limits;
import org.tonle.solve.Program;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Watch;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: least cost where each further share removed costs more: c E² of two
/// factories.
///
/// A convex cost is at least each of its tangents, so that a program with tangents as rows gives a
/// bound, and its answer at the true cost a plan; a tangent at the answer is added until they meet.
///
/// Figures of vsrikrish/environmental-systems-analysis, lecture 06-2 (MIT), as in the shared case
/// `cornell-crud-two-plants`. The printed answer (0.5, 0.85) for 3,417 breaks the second standard:
/// 835 x 0.5 + 1200 x 0.85 = 1437.5 < 1459.
class J03_CostsThatRiseWithRemoval {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double[] COST = {5000, 3000};

  private final Program program = new Program();
  private final int[] removal = new int[2];
  private final int[] cost = new int[2];

  J03_CostsThatRiseWithRemoval() {
    for (int p = 0; p < 2; p++) {
      removal[p] = program.column(0, 0, 1, false);
      cost[p] = program.column(1, 0, NONE, false);
    }
    program.row(500, NONE, removal, new double[] {1000, 0});
    program.row(1459, NONE, removal, new double[] {835, 1200});
  }

  /// c E² >= c e² + 2 c e (E - e) for every e.
  private void addTangent(int p, double e) {
    program.row(
        -COST[p] * e * e,
        NONE,
        new int[] {cost[p], removal[p]},
        new double[] {1, -2 * COST[p] * e});
  }

  @Test
  void tangentsMeetTheLeastCost() {
    double bound = 0;
    double[] best = {1, 1};
    int rounds = 0;
    while (cost(best) - bound > 1e-9 * bound) {
      assertTrue(++rounds <= 40, "The tangents do not meet the cost.");
      Answer answer = Solvers.highs().solve(program, Limits.none(), Watch.NONE);
      assertTrue(answer.cost() >= bound - 1e-6, "More rows cannot cost less.");
      bound = answer.cost();
      double[] now = {answer.values()[removal[0]], answer.values()[removal[1]]};
      best = cost(now) < cost(best) ? now : best;
      for (int p = 0; p < 2; p++) {
        addTangent(p, now[p]);
      }
    }
    assertEquals(3509.838028, cost(best), 3509.8e-6);
    assertArrayEquals(new double[] {0.5, 0.867916667}, best, 1e-5);
  }

  private static double cost(double... e) {
    return COST[0] * e[0] * e[0] + COST[1] * e[1] * e[1];
  }

  @Test
  void thePrintedAnswerBreaksAStandard() {
    double[] values = new double[4];
    Arrays.setAll(values, c -> c == removal[0] ? 0.5 : c == removal[1] ? 0.85 : NONE);
    assertEquals(1437.5, program.activity(1, values), 1e-9);
    assertTrue(program.activity(1, values) < program.rowLower(1));
  }
}
