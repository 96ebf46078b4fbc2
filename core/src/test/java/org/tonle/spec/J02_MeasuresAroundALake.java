package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Limits;
import org.tonle.solve.Program;
import org.tonle.solve.Solver;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Watch;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: least cost of ten measures in three watersheds against three sources of
/// phosphorus, under what each watershed has of land, banks and fences.
///
/// Echo Reservoir, Utah: Alminagorta et al., J. Water Resour. Plann. Manage. 139(1) (2013) 122-125,
/// data of alminagorta/SimpleOptimizationModel (BSD-3), as in the shared case
/// `echo-reservoir-by-subwatershed`. The abstract prints 1.0 million USD; the data give
/// 1,000,074.15.
class J02_MeasuresAroundALake {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double[][] TARGET_KG = {
    {768.8, 353.5, 915.46}, {753.6, 155.0, 549.3}, {2848.0, 371.8, 1351.7}
  };
  private static final double[][] EXISTING_KG = {
    {961, 3535, 6539}, {942, 1550, 5493}, {3560, 3718, 13517}
  };

  /// Resources by watershed: km2 of land, km of banks and fences.
  private static final double[][] AVAILABLE = {
    {15.6, 24.5, 69.8},
    {3.5, 1.8, 3.5},
    {15.6, 24.5, 69.8},
    {15.6, 24.5, 69.8},
    {15.6, 24.5, 69.8},
    {311.8, 95.3, 229.4},
    {70, 36, 70},
    {70, 36, 70},
    {0, 0, 0}
  };

  /// Measure: what one unit removes, what a kg costs, the sources it acts on, the resources it
  /// uses.
  private record Measure(double kg, double usdPerKg, List<Integer> sources, List<Integer> uses) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure(184.94, 7367.85, List.of(2), List.of(1, 3, 4, 5)),
          new Measure(21.74, 238.1, List.of(1), List.of(6)),
          new Measure(23.81, 1373.48, List.of(1), List.of(7)),
          new Measure(208.34, 15.43, List.of(2), List.of(8)),
          new Measure(43.71, 674.61, List.of(2), List.of(1)),
          new Measure(143.47, 412.26, List.of(0, 1, 2), List.of(2)),
          new Measure(27106.66, 729.73, List.of(), List.of(9)),
          new Measure(20.18, 337.31, List.of(0, 2), List.of(3)),
          new Measure(43.71, 167.55, List.of(0, 2), List.of(4)),
          new Measure(2914.21, 127.87, List.of(2), List.of(5)));

  private final Program program = new Program();

  /// Amount of measure m in watershed w against source s.
  private final int[][][] amount = new int[10][3][3];

  J02_MeasuresAroundALake() {
    for (int m = 0; m < 10; m++) {
      for (int w = 0; w < 3; w++) {
        for (int s = 0; s < 3; s++) {
          Measure measure = MEASURES.get(m);
          amount[m][w][s] = program.column(measure.kg() * measure.usdPerKg(), 0, NONE, false);
        }
      }
    }
    for (int w = 0; w < 3; w++) {
      for (int s = 0; s < 3; s++) {
        addTarget(w, s);
      }
      for (int resource = 1; resource <= 9; resource++) {
        addResource(w, resource);
      }
    }
  }

  private void addTarget(int w, int s) {
    int[] columns = new int[10];
    double[] removed_kg = new double[10];
    for (int m = 0; m < 10; m++) {
      columns[m] = amount[m][w][s];
      removed_kg[m] = MEASURES.get(m).sources().contains(s) ? MEASURES.get(m).kg() : 0;
    }
    program.row(TARGET_KG[w][s], EXISTING_KG[w][s], columns, removed_kg);
  }

  private void addResource(int w, int resource) {
    List<Integer> users = new ArrayList<>();
    for (int m = 0; m < 10; m++) {
      for (int s = 0; s < 3 && MEASURES.get(m).uses().contains(resource); s++) {
        users.add(amount[m][w][s]);
      }
    }
    double[] ones = new double[users.size()];
    Arrays.fill(ones, 1);
    program.row(
        -NONE,
        AVAILABLE[resource - 1][w],
        users.stream().mapToInt(Integer::intValue).toArray(),
        ones);
  }

  @Test
  void theLeastCostIsThatOfTheData() {
    for (Solver solver : List.of(Solvers.highs(), Solvers.scip())) {
      Answer answer = solver.solve(program, Limits.none(), Watch.NONE);
      assertEquals(1_000_074.146, answer.cost(), 1_000_074.146e-6);
      assertEquals(0, program.violation(answer.values()), 1e-9);
      // Grazing land is protected in all three, banks are stabilised, tillage only in the first.
      assertAmounts(answer, 1, 16.2603, 7.1297, 17.1021);
      assertAmounts(answer, 3, 4.3941, 2.6366, 6.488);
      assertAmounts(answer, 7, 4.3074, 0, 0);
      assertAmounts(answer, 8, 15.6, 17.2409, 65.1567);
    }
  }

  private void assertAmounts(Answer answer, int measure, double... expected) {
    for (int w = 0; w < 3; w++) {
      double sum = 0;
      for (int s = 0; s < 3; s++) {
        sum += answer.values()[amount[measure][w][s]];
      }
      assertEquals(expected[w], sum, 5e-5);
    }
  }
}
