package org.tonle.plan.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Limits;
import org.tonle.solve.Solver.Watch;
import org.tonle.solve.Solvers;

/// Plans on river trees: by hand, against trying all options, and against the program.
class TreePlanTest {
  /// Two heads flow into a third reach, half of each load arrives there; the caps are 10, 10 and 6.
  /// Each source leaves 10 for nothing, 6 for 3, or 1 for 8; the second head's costs are one more.
  private static final RiverTree FORK =
      new RiverTree(
          new int[] {2, 2, -1},
          new double[][] {{0.5, 0.5, 1}},
          new double[][] {{10, 10, 6}},
          new int[] {0, 1},
          new double[][] {{0, 3, 8}, {0, 4, 9}},
          new double[][][] {{{10}, {6}, {1}}, {{10}, {6}, {1}}});

  // Below the fork 12 may leave the heads together: 6 + 6 for 3 + 4 = 7, or 1 + 10 for 8.
  @Test
  void theCheapestPairIsChosen() {
    TreePlan plan = TreeSearch.plan(FORK, 100);
    assertArrayEquals(new int[] {1, 1}, plan.option());
    assertEquals(7, plan.cost());
    assertEquals(7, plan.bound());
    assertEquals(0, FORK.excess(plan.option()), 1e-15);
  }

  // Below the fork 11 may leave the heads at caps of 11/12: 1 + 10 for 8 does, 6 + 6 does not;
  // but the heads bear 9.17 only, so that one takes 6 and the other 1: 4 + 8 = 12 or 3 + 9.
  @Test
  void aStricterStandardCostsMore() {
    TreePlan plan = TreeSearch.plan(FORK.withCaps(11 / 12.0), 100);
    assertEquals(12, plan.cost());
    assertEquals(12, plan.bound());
    assertFalse(TreeSearch.plan(FORK.withCaps(0.09), 100).isFeasible());
  }

  /// As blocks, the heads' curves are straight from 10 to 6 and 6 to 1; 8 of 20 must go, four at
  /// 0.75 and four at 1 a unit, for 7. Three pieces save 1 a unit; the first one goes, to 2 of the
  /// first head, which then must take 1: a plan for 8.
  @Test
  void blocksGiveABound() {
    TreePlan plan = TreeSearch.plan(FORK, 1);
    assertEquals(8, plan.cost());
    assertEquals(7, plan.bound(), 1e-12);
    assertEquals(1 / 8.0, plan.gap(), 1e-12);
    // 9 of 20: another one at a unit cost of 1, by a mix that no option is.
    TreePlan stricter = TreeSearch.plan(withCap(FORK, 2, 5.5), 1);
    assertEquals(8, stricter.bound(), 1e-12);
    assertEquals(8, stricter.cost(), "the first head leaves 1 and the second all");
  }

  private static RiverTree withCap(RiverTree tree, int reach, double cap) {
    double[][] caps = {tree.cap()[0].clone()};
    caps[0][reach] = cap;
    return new RiverTree(tree.down(), tree.kept(), caps, tree.reach(), tree.cost(), tree.load());
  }

  @Test
  void smallTreesEqualEnumeration() {
    int feasible = 0;
    int improved = 0;
    for (int seed = 0; seed < 300; seed++) {
      RiverTree tree = random(seed, 1 + seed % 2);
      double least = enumerate(tree);
      feasible += least < Double.POSITIVE_INFINITY ? 1 : 0;
      improved += least > 0 && least < Double.POSITIVE_INFINITY ? 1 : 0;
      if (tree.constituentCount() == 1) {
        checkSearch(tree, least, seed);
      }
      TreePlan program =
          new TreeProgram(tree).plan(Solvers.highs(), Limits.none(), new int[0], Watch.NONE);
      assertEquals(least, program.cost(), 1e-6, "seed " + seed);
      assertEquals(least, program.bound(), 1e-6, "seed " + seed);
    }
    assertTrue(feasible > 150 && feasible < 295, feasible + " feasible");
    assertTrue(improved > 100, improved + " need works");
  }

  private static void checkSearch(RiverTree tree, double least, int seed) {
    assertEquals(least, TreeSearch.plan(tree, 1000).cost(), 1e-9, "seed " + seed);
    assertEquals(least, TreeSearch.plan(tree, 1000).bound(), 1e-9, "seed " + seed);
    for (int largest : new int[] {1, 3, 10}) {
      TreePlan plan = TreeSearch.plan(tree, largest);
      assertTrue(plan.bound() <= least + 1e-9, "seed " + seed + ": " + plan.bound());
      if (plan.isFeasible()) {
        assertTrue(plan.cost() >= least - 1e-9);
        assertTrue(tree.excess(plan.option()) <= 1e-9, "seed " + seed);
      }
      assertEquals(least < Double.POSITIVE_INFINITY, plan.isFeasible(), "seed " + seed);
    }
  }

  private static double enumerate(RiverTree tree) {
    int[] option = new int[tree.sourceCount()];
    double least = Double.POSITIVE_INFINITY;
    while (true) {
      if (tree.excess(option) <= 1e-12) {
        least = Math.min(least, tree.costOf(option));
      }
      int s = 0;
      while (s < option.length && ++option[s] == tree.cost()[s].length) {
        option[s++] = 0;
      }
      if (s == option.length) {
        return least;
      }
    }
  }

  /// Up to 14 reaches, 6 sources with three options each, one of which may make it worse.
  private static RiverTree random(int seed, int constituents) {
    SplittableRandom random = new SplittableRandom(seed);
    int reaches = random.nextInt(1, 15);
    int sources = random.nextInt(1, 7);
    int[] down = new int[reaches];
    double[][] kept = new double[constituents][reaches];
    double[][] cap = new double[constituents][reaches];
    for (int r = 0; r < reaches; r++) {
      down[r] = r == 0 || random.nextInt(10) == 0 ? -1 : random.nextInt(r);
      for (int k = 0; k < constituents; k++) {
        kept[k][r] = random.nextDouble(0.3, 1);
        cap[k][r] = random.nextDouble(2, 12);
      }
    }
    int[] reach = new int[sources];
    double[][] cost = new double[sources][3];
    double[][][] load = new double[sources][3][constituents];
    for (int s = 0; s < sources; s++) {
      reach[s] = random.nextInt(reaches);
      for (int o = 0; o < 3; o++) {
        cost[s][o] = o * random.nextDouble(1, 5);
        for (int k = 0; k < constituents; k++) {
          load[s][o][k] = random.nextDouble(0, 8) / (1 + o);
        }
      }
    }
    return new RiverTree(down, kept, cap, reach, cost, load);
  }

  @Test
  void aCurveRises() {
    RiverTree tree = random(7, 1);
    double before = 0;
    for (double factor = 2; factor > 0.2; factor -= 0.1) {
      TreePlan plan = TreeSearch.plan(tree.withCaps(factor), 10);
      assertTrue(plan.bound() >= before - 1e-9);
      before = plan.bound();
    }
  }

  @Test
  void whatIsNoTreeIsRefused() {
    RiverTree circle =
        new RiverTree(
            new int[] {1, 0}, FORK.kept(), FORK.cap(), FORK.reach(), FORK.cost(), FORK.load());
    assertEquals(
        "Reaches flow in a circle.",
        assertThrows(IllegalArgumentException.class, () -> TreeSearch.plan(circle, 10))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> TreeSearch.plan(random(1, 2), 10));
  }
}
