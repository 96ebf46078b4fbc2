package org.tonle.plan.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: on small choices the program finds what enumeration finds.
class PlanEnumerationTest {
  private static final int COUNT = 500;
  private static final Effort EXACT = Effort.unlimited(0);

  @Test
  void theLeastCostIsThatOfEnumeration() {
    int impossible = 0;
    int shared = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(question, EXACT);
      double expected = new Enumeration(choices).least(question);
      requireSame(seed, expected, plan);
      impossible += plan.isFound() ? 0 : 1;
      for (int c : plan.columns()) {
        shared += choices.columns().get(c).sites().length > 1 ? 1 : 0;
      }
    }
    assertTrue(impossible > 20 && impossible < COUNT / 2, impossible + " without a plan");
    assertTrue(shared > 20, shared + " shared columns chosen");
  }

  @Test
  void theMostWithinABudgetIsThatOfEnumeration() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      double budget = 2 + seed % 12;
      PlanQuestion question = PlanQuestion.most(choices, budget);
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(question, EXACT);
      requireSame(seed, new Enumeration(choices).least(question), plan);
    }
  }

  /// Costs that differ by factors of up to 10⁹, so that some are nothing beside others.
  @Test
  void costsOfManySizesAreTold() {
    for (int seed = 0; seed < 150; seed++) {
      Choices small = SmallChoices.of(seed);
      var random = new SplittableRandom(seed);
      double[] measure = PlanQuestion.leastCost(small).measure().clone();
      for (int c = 0; c < measure.length; c++) {
        measure[c] *= StrictMath.pow(10, random.nextInt(0, 10));
      }
      PlanQuestion question = PlanQuestion.leastCost(small).measuring(measure);
      Plan plan = new PlanProgram(small, Solvers.highs()).solve(question, EXACT);
      requireSame(seed, new Enumeration(small).least(question), plan);
    }
  }

  /// Each of two provinces must reach a share of its own limits' weight.
  @Test
  void theMostThatLeavesNoProvinceBehindIsThatOfEnumeration() {
    int dearer = 0;
    int impossible = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion most = PlanQuestion.most(choices, 1 + seed % 8);
      double[] worth = new double[most.worth().length];
      Arrays.setAll(worth, g -> most.worth()[g] * (g % 2 == 0 ? 10 : 1));
      PlanQuestion free = most.seeking(most.goalOf(), worth);
      PlanQuestion shared = free;
      for (int province = 0; province < 2; province++) {
        double[] ofGoal = new double[free.worth().length];
        double all = 0;
        for (int g = province; g < ofGoal.length; g += 2) {
          ofGoal[g] = -free.worth()[g];
          all += free.worth()[g];
        }
        double[] none = new double[choices.columnCount()];
        shared = shared.within(new PlanQuestion.Ceiling(none, ofGoal, -0.2 * all));
      }
      var enumeration = new Enumeration(choices);
      double expected = enumeration.least(shared);
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(shared, EXACT);
      requireSame(seed, expected, plan);
      impossible += plan.isFound() ? 0 : 1;
      dearer += plan.isFound() && expected > enumeration.least(free) + 1e-6 ? 1 : 0;
    }
    assertTrue(dearer > 1, dearer + " plans that the shares change");
    assertTrue(impossible > 20, impossible + " without a plan");
  }

  private static void requireSame(int seed, double expected, Plan plan) {
    String where = "Choices of seed " + seed + ": " + plan;
    if (expected == Double.POSITIVE_INFINITY) {
      assertEquals(Plan.Status.IMPOSSIBLE, plan.status(), where);
      return;
    }
    assertEquals(Plan.Status.PROVEN, plan.status(), where);
    assertEquals(expected, plan.measure(), 1e-6 * (1 + expected), where);
    assertTrue(plan.bound() <= expected + 1e-6 * (1 + expected), where);
  }

  /// Cores and quantile cuts of all questions asked so far leave every choice that meets the limit.
  @Test
  void noCutRemovesAChoiceThatMeetsItsLimit() {
    int cuts = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      var program = new PlanProgram(choices, Solvers.highs());
      program.solve(PlanQuestion.leastCost(choices), EXACT);
      program.solve(PlanQuestion.most(choices, 2 + seed % 12), EXACT);
      var all = new Enumeration(choices);
      for (int r = 0; r < choices.rows().size(); r++) {
        CutPool.Known known = program.pool().known(r, choices.rows().get(r).mayFail());
        cuts += known.cores.size() + known.cuts.size();
        all.forEach(ofSite -> requireKept(choices, known, ofSite));
      }
    }
    assertTrue(cuts > COUNT, cuts + " cuts");
  }

  static void requireKept(Choices choices, CutPool.Known known, int[] ofSite) {
    boolean[] isChosen = Enumeration.chosen(choices, ofSite);
    if (Enumeration.fails(known.row.of, isChosen) > known.mayFail) {
      return;
    }
    assertTrue(known.isPossible);
    for (Core core : known.cores) {
      assertTrue(core.taken(isChosen) < core.groups(), core.toString());
    }
    for (QuantileCut cut : known.cuts) {
      assertTrue(cut.taken(isChosen) <= cut.most(), cut.toString());
    }
    for (int i = 0; i < known.isAllowed.length; i++) {
      assertTrue(known.isAllowed[i][known.row.option(i, ofSite[known.row.site[i]])]);
    }
  }
}
