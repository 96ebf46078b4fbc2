package org.tonle.plan.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: cuts are carried over to questions that hold limits more or less surely,
/// that seek goals, and to programs with more limits; the answers stay the same.
final class CarriedCutsTest {
  private static final int SEEDS = 3;
  private static final Effort EXACT = Effort.unlimited(1e-9);

  /// The question with every limit failing in so many draws fewer.
  static PlanQuestion surer(PlanQuestion of, int draws) {
    PlanQuestion surer = of;
    for (int r : of.rows()) {
      surer = surer.failing(r, Math.max(0, of.mayFail()[r] - draws));
    }
    return surer;
  }

  private static PlanProgram fresh(Choices choices) {
    return new PlanProgram(choices, Solvers.highs());
  }

  private static void requireSame(Plan anew, Plan now) {
    assertEquals(anew.isFound(), now.isFound());
    assertEquals(anew.measure(), now.measure(), 1e-6 * (1 + Math.abs(anew.measure())));
  }

  @Test
  void limitsHeldMoreSurelyBeginWithTheCutsKnown() {
    int carried = 0;
    int anew = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Choices choices = PlanEnumerationTest.hard(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      PlanProgram program = fresh(choices);
      program.solve(question, EXACT);
      Plan now = program.solve(surer(question, 1), EXACT);
      Plan first = fresh(choices).solve(surer(question, 1), EXACT);
      requireSame(first, now);
      carried += now.rounds();
      anew += first.rounds();
    }
    assertTrue(carried < anew, carried + " rounds, " + anew + " anew");
  }

  @Test
  void goalsBeginWithTheCutsOfTheLeastPlan() {
    int carried = 0;
    int anew = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Choices choices = twoRows(seed);
      PlanProgram program = fresh(choices);
      double cost = program.solve(PlanQuestion.leastCost(choices), EXACT).measure();
      PlanQuestion most = PlanQuestion.most(choices, 0.95 * cost);
      Plan now = program.solve(most, EXACT);
      Plan first = fresh(choices).solve(most, EXACT);
      requireSame(first, now);
      carried += now.rounds();
      anew += first.rounds();
    }
    assertTrue(carried < anew, carried + " rounds, " + anew + " anew");
  }

  @Test
  void aProgramWithMoreLimitsBeginsWithTheCutsOfTheOthers() {
    int carried = 0;
    int anew = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Choices choices = PlanEnumerationTest.hard(seed);
      Choices more = twoRows(seed);
      PlanProgram program = fresh(choices);
      program.solve(PlanQuestion.leastCost(choices), EXACT);
      Plan now = program.extended(more).solve(PlanQuestion.leastCost(more), EXACT);
      Plan first = fresh(more).solve(PlanQuestion.leastCost(more), EXACT);
      requireSame(first, now);
      carried += now.rounds();
      anew += first.rounds();
    }
    assertTrue(carried < anew, carried + " rounds, " + anew + " anew");
  }

  @Test
  void aProgramIsNotExtendedByOtherColumns() {
    PlanProgram program = fresh(PlanEnumerationTest.hard(0));
    assertThrows(IllegalArgumentException.class, () -> program.extended(SmallChoices.of(1)));
  }

  /// Hard choices with the limit of another seed, too.
  private static Choices twoRows(int seed) {
    Choices choices = PlanEnumerationTest.hard(seed);
    List<Choices.ChanceRow> rows = new ArrayList<>(choices.rows());
    rows.addAll(PlanEnumerationTest.hard(seed + SEEDS).rows());
    return new Choices(choices.siteCount(), choices.columns(), rows, List.of());
  }
}
