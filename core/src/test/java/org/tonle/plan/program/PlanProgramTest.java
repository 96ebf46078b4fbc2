package org.tonle.plan.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: the example of docs/theory/plan.md, by hand.
class PlanProgramTest {
  private static final Effort EXACT = Effort.unlimited(0);

  private static Column column(int site, double cost) {
    return new Column(new int[] {site}, cost, new int[0], new double[0]);
  }

  /// Untreated each site sends 0.8 of the limit, times 0.5, 1 and 2.
  private static Choices example(double confidence) {
    float[][] effect = {{0.4f, 0.8f, 1.6f}, {0.4f, 0.8f, 1.6f}};
    var row =
        new ChanceRow(
            effect,
            new float[3],
            new int[] {0, 1, 2, 3},
            new int[] {0, 0, 1, 1},
            new double[] {1, 0.1, 1, 0.5},
            confidence,
            7);
    var columns = List.of(column(0, 0), column(0, 3), column(1, 0), column(1, 2));
    return new Choices(2, columns, List.of(row), List.of());
  }

  private static Plan least(double confidence) {
    Choices choices = example(confidence);
    return new PlanProgram(choices, Solvers.highs()).solve(PlanQuestion.leastCost(choices), EXACT);
  }

  @Test
  void confidenceCosts() {
    assertEquals(0, least(1 / 3.0).measure());
    assertEquals(3, least(2 / 3.0).measure());
    assertArrayEquals(new int[] {1, 2}, least(2 / 3.0).columns());
    assertEquals(5, least(1).measure());
    assertArrayEquals(new int[] {3}, least(1).held());
  }

  @Test
  void aSiteThatMustActIsKnownBeforeAnySolve() {
    Choices choices = example(2 / 3.0);
    CutPool.Known known = new CutPool(new ChoiceArrays(choices)).known(0, 1);
    assertFalse(known.isAllowed[0][0]);
  }

  /// 2.9 buy nothing, 3 buy the limit's weight of 7.
  @Test
  void aBudgetBuysALimitOrNothing() {
    Choices choices = example(2 / 3.0);
    var program = new PlanProgram(choices, Solvers.highs());
    assertEquals(7, program.solve(PlanQuestion.most(choices, 2.9), EXACT).missed());
    assertEquals(0, program.solve(PlanQuestion.most(choices, 3), EXACT).missed());
  }

  @Test
  void doingNothingIsNotImpossibleWhereNothingIsRequired() {
    Choices choices = example(1);
    var program = new PlanProgram(choices, Solvers.highs());
    assertEquals(0, program.solve(PlanQuestion.leastCost(choices).without(0), EXACT).measure());
  }

  /// Without any time to weigh works there still is a choice for every budget on the way to none.
  @Test
  void thinningWithoutTimeLeadsToNoWorks() {
    Choices choices = PlanEnumerationTest.hard(0);
    var program = new PlanProgram(choices, Solvers.highs());
    double[] cost = choices.columns().stream().mapToDouble(Choices.Column::cost).toArray();
    int[] dearest = new int[choices.siteCount()];
    Arrays.setAll(dearest, s -> 4 * s + 3);
    List<int[]> path = program.thinned(PlanQuestion.seeking(choices), dearest, cost, () -> false);
    double before = Plan.sum(dearest, cost);
    for (int[] ofSite : path.subList(0, dearest.length)) {
      double now = Plan.sum(ofSite, cost);
      assertTrue(now < before, now + " after " + before);
      before = now;
    }
    assertEquals(0, before);
  }
}
