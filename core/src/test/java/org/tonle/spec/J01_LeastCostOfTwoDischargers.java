package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Limits;
import org.tonle.solve.Program;
import org.tonle.solve.Solver;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Watch;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: least cost of removal at two sites under standards at two places downstream.
///
/// Figures of Loucks and van Beek, Water Resource Systems Planning and Management (2005), chapter
/// on optimization, as in the shared case `loucks-two-site` (trust C: carried from memory).
class J01_LeastCostOfTwoDischargers {
  private static final double NONE = Double.POSITIVE_INFINITY;

  // Upstream 10 m3/s x 32 mg/l = 320 g/s; 250,000 and 80,000 kg/d are 2893.5 and 925.9 g/s.
  // Kept fractions: 0.25 from site 1 to 2, 0.15 from 1 to 3, 0.6 from 2 to 3.
  private static final double UPSTREAM_G_PER_S = 320;
  private static final double FIRST_G_PER_S = 250_000 / 86.4;
  private static final double SECOND_G_PER_S = 80_000 / 86.4;

  private static Program program(double cost1, double cost2) {
    Program program = new Program();
    int x1 = program.column(cost1, 0, 1, false, "removal at site 1");
    int x2 = program.column(cost2, 0, 1, false, "removal at site 2");
    // (320 + 2893.5 (1 - X1)) 0.25 <= 12 m3/s x 20 mg/l
    double at2 = (UPSTREAM_G_PER_S + FIRST_G_PER_S) * 0.25 - 12 * 20;
    program.row(at2, NONE, new int[] {x1}, new double[] {FIRST_G_PER_S * 0.25});
    // (320 + 2893.5 (1 - X1)) 0.15 + 925.9 (1 - X2) 0.6 <= 13 m3/s x 20 mg/l
    double at3 = (UPSTREAM_G_PER_S + FIRST_G_PER_S) * 0.15 + SECOND_G_PER_S * 0.6 - 13 * 20;
    program.row(
        at3, NONE, new int[] {x1, x2}, new double[] {FIRST_G_PER_S * 0.15, SECOND_G_PER_S * 0.6});
    return program;
  }

  /// Printed as X1 >= 0.78 and X1 + 1.28 X2 >= 1.79.
  @Test
  void theConstraintsAreThosePrinted() {
    Program program = program(1, 1);
    assertEquals(0.778816, program.rowLower(0) / program.rowCoefficients(0)[0], 1e-6);
    double[] second = program.rowCoefficients(1);
    assertEquals(1.28, second[1] / second[0], 1e-6);
    assertEquals(1.791552, program.rowLower(1) / second[0], 1e-6);
  }

  /// Removal at site 2 costs 20 against 30: as little as may be at site 1.
  @Test
  void theSecondSiteRemovesWhereTheFirstIsDear() {
    check(30, 20, 39.18848, 0.778816, 0.7912);
  }

  /// Removal at site 1 costs 10 against 20, and 1.28 x 10 < 20: all of it at site 1.
  @Test
  void theFirstSiteRemovesWhereItIsCheap() {
    check(10, 20, 22.368, 1, 0.6184);
  }

  private static void check(double cost1, double cost2, double least, double... removal) {
    for (Solver solver : List.of(Solvers.highs(), Solvers.scip())) {
      Answer answer = solver.solve(program(cost1, cost2), Limits.none(), Watch.NONE);
      assertArrayEquals(removal, answer.values(), 1e-6);
      assertEquals(least, answer.cost(), 1e-6);
    }
  }
}
