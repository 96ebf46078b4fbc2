package org.tonle.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.plan.program.Effort;

/// FEATURE UNDER TEST: rows at worst points, added in rounds, end at the cheapest choice that keeps
/// oxygen everywhere. Plain twin: every choice, looked at in fine steps along every reach.
final class OxygenJobTest {
  private static final int SITES = 6;
  private static final int OPTIONS = 2;
  private static final int STEPS = 400;

  private static boolean holds(OxygenRiver river, OxygenJob job, int[] option) {
    double[] left = job.left(option);
    for (int r = 0; r < river.reaches; r++) {
      for (int k = 0; k <= STEPS; k++) {
        double share = (double) k / STEPS;
        if (river.deficit_g_per_m3(r, share, left) > job.allowed_g_per_m3() * (1 + 1e-6)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double cheapest(OxygenRiver river, OxygenJob job) {
    double least = Double.POSITIVE_INFINITY;
    int count = (int) StrictMath.pow(OPTIONS + 1, SITES);
    for (int k = 0; k < count; k++) {
      int[] option = new int[SITES];
      double cost = 0;
      for (int s = 0, rest = k; s < SITES; s++, rest /= OPTIONS + 1) {
        option[s] = rest % (OPTIONS + 1);
        cost += job.cost(s, option[s]);
      }
      if (cost < least && holds(river, job, option)) {
        least = cost;
      }
    }
    return least;
  }

  @Test
  void roundsEndAtTheCheapestChoiceThatHoldsEverywhere() {
    int inside = 0;
    int again = 0;
    int compared = 0;
    for (long seed = 0; seed < 30; seed++) {
      OxygenRiver river = new OxygenRiver(14, SITES, seed);
      OxygenJob job = new OxygenJob(river, OPTIONS, 7, seed);
      double least = cheapest(river, job);
      OxygenJob.Found found = job.run(Effort.unlimited(0));
      assertEquals(least < Double.POSITIVE_INFINITY, found.plan().isFound(), "seed " + seed);
      assertEquals(7, found.broken());
      if (found.plan().isFound()) {
        compared++;
        assertEquals(least, found.plan().measure(), 1e-5 * least, "seed " + seed);
        assertTrue(holds(river, job, found.option()), "seed " + seed);
      }
      inside += found.inside();
      again += found.rounds() > 1 ? 1 : 0;
    }
    assertTrue(inside > 5 && again > 0 && compared > 10, inside + " " + again + " " + compared);
  }
}
