package org.tonle.plan.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
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
      program.solve(CarriedCutsTest.surer(PlanQuestion.leastCost(choices), 1), EXACT);
      program.solve(CarriedCutsTest.surer(PlanQuestion.leastCost(choices), -2), EXACT);
      var all = new Enumeration(choices);
      for (Ground ground : program.grounds()) {
        all.forEach(ofSite -> requireLeft(choices, ground, ofSite));
        for (Ground.Pieces pieces : ground.known()) {
          for (int k = 0; k < pieces.pieces().size(); k++) {
            cuts += pieces.pools().get(k).count();
            requireKept(all, choices, ground, pieces, k);
          }
        }
      }
    }
    assertTrue(cuts > COUNT / 2, cuts + " cuts");
  }

  /// A choice that keeps every required limit is made of columns that are left.
  private static void requireLeft(Choices choices, Ground ground, int[] ofSite) {
    boolean[] isChosen = Enumeration.chosen(choices, ofSite);
    for (int r = 0; r < choices.rows().size(); r++) {
      if (ground.question().goalOf()[r] == PlanQuestion.REQUIRED
          && Enumeration.fails(choices.rows().get(r), isChosen) > ground.question().mayFail()[r]) {
        return;
      }
    }
    assertTrue(ground.isPossible());
    for (int c : ofSite) {
      assertTrue(ground.isLeft()[c], "column " + c);
    }
  }

  /// The bound of a limit's sum in a draw is not below that of any choice that keeps the limit.
  @Test
  void boundsOfDrawsHoldForEveryChoiceThatKeepsTheLimit() {
    int below = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      var arrays = new ChoiceArrays(choices);
      var all = new Enumeration(choices);
      var pool = new CutPool(arrays);
      for (RowDraws row : arrays.rows) {
        int mayFail = row.of.mayFail();
        CutPool.Known known = pool.known(row.number, mayFail);
        if (mayFail < row.draws && row.draws > 1 && known.isPossible) {
          double[] most = new QuantileFinder(known.matrix(), mayFail).ofDraws();
          double[] sum = new double[row.draws];
          all.forEach(
              ofSite -> {
                row.total(ofSite, sum);
                if (row.fails(sum) <= mayFail) {
                  for (int d = 0; d < sum.length; d++) {
                    assertTrue(
                        sum[d] <= most[d] + RowMatrix.GUARD, "draw " + d + " of row " + row.number);
                  }
                }
              });
          below += Arrays.stream(most).anyMatch(m -> m <= row.limit) ? 1 : 0;
        }
      }
    }
    assertTrue(below > COUNT / 4, below + " rows with draws that surely hold");
  }

  /// Limits that cuts settle slowly: six sites that weigh alike, options that lie close. Their
  /// draws become columns.
  @Test
  void hardLimitsEqualEnumeration() {
    for (int seed = 0; seed < 8; seed++) {
      Choices choices = hard(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(question, EXACT);
      requireSame(seed, new Enumeration(choices).least(question), plan);
      assertTrue(plan.rounds() > 4, "Seed " + seed + " is not hard: " + plan);
    }
  }

  static Choices hard(int seed) {
    var random = new SplittableRandom(seed);
    int sites = 6;
    int options = 4;
    int draws = 60;
    var columns = new ArrayList<Choices.Column>();
    int[] way = new int[sites * options];
    int[] column = new int[way.length];
    double[] amount = new double[way.length];
    float[][] effect = new float[sites][draws];
    for (int s = 0; s < sites; s++) {
      for (int o = 0; o < options; o++) {
        int c = columns.size();
        double cost = o == 0 ? 0 : o + random.nextDouble();
        columns.add(new Choices.Column(new int[] {s}, cost, new int[0], new double[0]));
        column[c] = c;
        way[c] = s;
        amount[c] = 1 - 0.3 * o * random.nextDouble(0.8, 1);
      }
      for (int d = 0; d < draws; d++) {
        effect[s][d] = (float) (0.28 * StrictMath.exp(1.6 * (random.nextDouble() - 0.5)));
      }
    }
    var row = new Choices.ChanceRow(effect, new float[draws], column, way, amount, 0.9, 1);
    return new Choices(sites, columns, java.util.List.of(row), java.util.List.of());
  }

  /// Cuts of a piece leave every choice of its columns, with the settled ones, that meets the
  /// limit.
  private static void requireKept(
      Enumeration all, Choices choices, Ground ground, Ground.Pieces pieces, int k) {
    Piece outer = Objects.requireNonNull(ground.piece());
    Piece piece = pieces.pieces().get(k);
    all.forEach(
        ofSite -> {
          int[] own = start(piece, outer.start(ofSite));
          if (isOfLeft(choices, ground, pieces, outer, ofSite)
              && Arrays.stream(own).allMatch(c -> c >= 0)) {
            for (int r = 0; r < piece.row().length; r++) {
              int row = outer.row()[piece.row()[r]];
              CutPool.Known known =
                  pieces.pools().get(k).known(r, ground.question().mayFail()[row]);
              if (Enumeration.fails(choices.rows().get(row), Enumeration.chosen(choices, ofSite))
                  <= known.mayFail) {
                requireKept(piece.arrays().choices, known, own);
              }
            }
          }
        });
  }

  private static int[] start(Piece piece, int[] ofOuter) {
    return Arrays.stream(piece.site())
        .map(s -> Arrays.binarySearch(piece.column(), ofOuter[s]))
        .toArray();
  }

  /// Whether a choice has, at all sites, columns that the pieces leave.
  private static boolean isOfLeft(
      Choices choices, Ground ground, Ground.Pieces pieces, Piece outer, int[] ofSite) {
    for (int c : ofSite) {
      if (!ground.isLeft()[c]) {
        return false;
      }
      int place = Arrays.binarySearch(outer.column(), c);
      if (place >= 0 && !pieces.isLeft()[place]) {
        return false;
      }
    }
    return choices.siteCount() == ofSite.length;
  }

  static void requireKept(Choices choices, CutPool.Known known, int[] ofSite) {
    boolean[] isChosen = Enumeration.chosen(choices, ofSite);
    assertTrue(known.isPossible);
    for (CoreFinder.Core core : known.cores) {
      assertTrue(core.taken(isChosen) < core.groups(), core.toString());
    }
    for (QuantileFinder.Cut cut : known.cuts) {
      assertTrue(cut.taken(isChosen) <= cut.most(), cut.toString());
    }
    for (int i = 0; i < known.isAllowed.length; i++) {
      assertTrue(known.isAllowed[i][known.row.option(i, ofSite[known.row.site[i]])]);
    }
  }
}
