package org.tonle.plan.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Enumeration;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.program.SmallChoices;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: prices, curves, alternatives, regret, conflicts and tightening, each beside
/// the enumeration of all choices.
class TradeTest {
  private static final int COUNT = 500;
  private static final int FEW = 80;
  private static final Effort EXACT = Effort.unlimited(0);

  private static double rounding(double figure) {
    return 1e-6 * (1 + StrictMath.abs(figure));
  }

  private static PlanProgram program(Choices choices) {
    return new PlanProgram(choices, Solvers.highs());
  }

  @Test
  void aPriceIsWhatEnumerationSavesWithoutTheLimit() {
    int saving = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      PlanProgram program = program(choices);
      Plan plan = program.solve(question, EXACT);
      if (!plan.isFound()) {
        continue;
      }
      var all = new Enumeration(choices);
      var prices = new Prices(program, question, plan);
      for (int r = 0; r < choices.rows().size(); r++) {
        double expected = plan.measure() - all.least(question.without(r));
        Prices.Price price = prices.of(new int[] {r}, EXACT);
        assertEquals(expected, price.saved(), rounding(plan.measure()));
        assertTrue(price.most() >= price.saved());
        saving += expected > 0.01 ? 1 : 0;
      }
      int[] every = question.rows();
      assertEquals(
          plan.measure() - all.least(question.without(every)),
          prices.of(every, EXACT).saved(),
          rounding(plan.measure()));
    }
    assertTrue(saving > 100, saving + " prices");
  }

  @Test
  void everyLimitIsTightWhereAllDrawsAreSpared() {
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      PlanProgram program = program(choices);
      Plan plan = program.solve(question, EXACT);
      if (plan.isFound()) {
        var prices = new Prices(program, question, plan).tight(30, EXACT);
        assertEquals(choices.rows().size(), prices.size());
      }
    }
  }

  @Test
  void aCurveOfBudgetsRisesAndEqualsEnumeration() {
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      double[] cost = PlanQuestion.leastCost(choices).measure();
      PlanQuestion seeking = PlanQuestion.most(choices, 1e9);
      double[] budgets = {12, 0, 3, 25, 6};
      var points = BudgetCurve.of(program(choices), seeking, cost, budgets, EXACT);
      double before = 0;
      for (BudgetCurve.Point point : points) {
        assertTrue(point.reached() >= before, seed + " falls: " + point + before);
        double least = new Enumeration(choices).least(PlanQuestion.most(choices, point.budget()));
        double expected = Double.isInfinite(least) ? 0 : seeking.allWorth() - least;
        assertEquals(expected, point.reached(), rounding(expected));
        assertTrue(point.cost() <= point.budget() + rounding(point.budget()));
        before = point.reached();
      }
    }
  }

  @Test
  void alternativesAreNearAndShareLeast() {
    int found = 0;
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      PlanProgram program = program(choices);
      Plan plan = program.solve(question, EXACT);
      if (!plan.isFound()) {
        continue;
      }
      var alternatives = new Alternatives(program, question, plan);
      PlanQuestion near = question.within(question.measure(), plan.measure() * 1.3);
      for (Plan other : alternatives.apart(1.3, 3, EXACT)) {
        assertTrue(other.sum(question.measure()) <= 1.3 * plan.measure() * (1 + 1e-6));
        assertTrue(program.judge(question, other.ofSite()).isFound());
        found++;
      }
      double[] isWork = choices.columns().stream().mapToDouble(c -> c.isWork() ? 1 : 0).toArray();
      assertEquals(
          new Enumeration(choices).least(near.measuring(isWork)),
          alternatives.fewestWorks(1.3, EXACT).measure(),
          1e-6);
    }
    assertTrue(found > 10, found + " alternatives");
  }

  @Test
  void regretIsThatOfEnumeration() {
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      PlanProgram program = program(choices);
      Plan plan = program.solve(question, EXACT);
      if (!plan.isFound()) {
        continue;
      }
      var random = new SplittableRandom(seed);
      double[][] costs = new double[5][];
      for (int k = 0; k < costs.length; k++) {
        costs[k] =
            Arrays.stream(question.measure()).map(c -> c * random.nextDouble(0.3, 3)).toArray();
      }
      Regret regret = Regret.of(program, question, plan, costs, EXACT);
      double sum = 0;
      for (double[] cost : costs) {
        double best = new Enumeration(choices).least(question.measuring(cost));
        sum += best > 0 ? plan.sum(cost) / best - 1 : 0;
      }
      assertEquals(sum / costs.length, regret.excess(plan).mean(), 1e-6 * (1 + sum));
      assertTrue(regret.excess(plan).p90() >= regret.excess(plan).mean() - 1e-9);
      Regret.Shared shared = regret.shared();
      for (int site : shared.acting()) {
        assertTrue(regret.plans().stream().allMatch(p -> isWork(choices, p, site)));
      }
      for (int site : shared.idle()) {
        assertTrue(regret.plans().stream().noneMatch(p -> isWork(choices, p, site)));
      }
      for (int column : shared.columns()) {
        assertTrue(regret.plans().stream().allMatch(p -> p.has(column)));
      }
    }
  }

  private static boolean isWork(Choices choices, Plan plan, int site) {
    return choices.columns().get(plan.ofSite()[site]).isWork();
  }

  @Test
  void aConflictCannotHoldTogetherAndEachPartCan() {
    int conflicts = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      int[] conflict = new Conflicts(program(choices), question).smallest(EXACT);
      var all = new Enumeration(choices);
      assertEquals(
          Double.isInfinite(all.least(question)),
          conflict.length > 0 || Double.isInfinite(all.least(question.only())));
      for (int row : conflict) {
        int[] others = IntStream.of(conflict).filter(r -> r != row).toArray();
        assertTrue(Double.isFinite(all.least(question.only(others))));
      }
      conflicts += conflict.length > 1 ? 1 : 0;
    }
    assertTrue(conflicts > 5, conflicts + " conflicts of several limits");
  }

  @Test
  void theBestAtALimitAloneIsThatOfEnumeration() {
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      var conflicts = new Conflicts(program(choices), question);
      for (int r = 0; r < choices.rows().size(); r++) {
        int row = r;
        int[] most = {0};
        var all = new Enumeration(choices);
        all.forEach(
            ofSite -> {
              if (Double.isFinite(all.measure(ofSite, question.only()))) {
                int draws = choices.rows().get(row).drawCount();
                boolean[] isChosen = Enumeration.chosen(choices, ofSite);
                int held = draws - Enumeration.fails(choices.rows().get(row), isChosen);
                most[0] = StrictMath.max(most[0], held);
              }
            });
        Conflicts.Best best = conflicts.alone(row, EXACT);
        assertEquals(most[0], best.held());
        assertEquals(most[0], best.most());
      }
    }
  }

  /// A check that asks for one more draw at every limit than the choices do: limits that hold with
  /// none to spare are raised until they hold with one.
  @Test
  void tighteningRaisesWhatFailsTheCheck() {
    int raised = 0;
    for (int seed = 0; seed < FEW; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      Tightening.Outcome outcome =
          new Tightening(program(choices))
              .run(question, plan -> wanting(choices, plan), 0.03, 20, EXACT);
      if (outcome.plan().isFound() && outcome.rounds() > 1 && outcome.failing().length == 0) {
        raised++;
        assertEquals(
            new Enumeration(choices).least(outcome.question()),
            outcome.plan().measure(),
            rounding(outcome.plan().measure()));
      }
    }
    assertTrue(raised > 3, raised + " raised");
  }

  private static int[] wanting(Choices choices, Plan plan) {
    return IntStream.range(0, choices.rows().size())
        .filter(r -> choices.rows().get(r).mayFail() > 0)
        .filter(
            r -> {
              var row = choices.rows().get(r);
              return plan.held()[r] < row.drawCount() - row.mayFail() + 1;
            })
        .toArray();
  }

  @Test
  void aPlanCanStartFromAnother() {
    Choices choices = SmallChoices.of(1);
    PlanQuestion question = PlanQuestion.leastCost(choices);
    PlanProgram program = program(choices);
    Plan plan = program.solve(question, EXACT);
    Plan again = program.solve(question, EXACT, List.of(plan.ofSite()));
    assertEquals(plan.measure(), again.measure());
    assertTrue(program.cutCount() >= 0);
  }
}
