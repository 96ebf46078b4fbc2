package org.tonle.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.job.RiverChemistry;
import org.tonle.bench.job.WholeRivers;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.draws.FloatKernel;

/// FEATURE UNDER TEST: what features are measured on are the same rivers, and what is found there
/// does not depend on how it is computed.
class FeatureBenchTest {
  private static final Watch SILENT = (key, arguments) -> {};
  private static final Rivers RIVERS = RiverForest.grow(700, 0.1, 3);
  private static final JobRecipe RECIPE = new JobRecipe(20, 2, 1, 2, 3);

  private static Map<String, Object> figures(int threads, boolean isPlain) {
    KernelBench.Way way =
        new KernelBench.Way("features", threads, 1, true, isPlain, false, Optional.empty());
    return new FeatureBench(RIVERS, RECIPE, way, SILENT).run().values();
  }

  private static GroupResult run(WholeRivers whole, RiverChemistry group) {
    return new FloatKernel(whole.network(), whole.course(), whole.vectors(), 8, true)
        .run(
            group.kinetics(),
            group.entries(),
            new Places(whole.network().reachCount(), whole.network().lakeCount(), new int[0]),
            Thresholds.same(5),
            Keep.BANDS);
  }

  @Test
  void wholeRiversCarryWhatBareOnesDo() {
    Job job = RECIPE.on(RIVERS);
    EngineRun bare = EngineRun.of(job, Keep.BANDS, true);
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      bare.run(pool);
    }
    WholeRivers whole = WholeRivers.of(RIVERS, job, 1, false);
    GroupResult found = run(whole, RiverChemistry.firstOrder(whole, JobRecipe.rate_per_s(1)));
    GroupResult expected = bare.rivers().get(1).result();
    for (int r = 0; r < job.reaches(); r++) {
      double mean = expected.statistic[0][r];
      assertEquals(mean, found.statistic[0][r], 1e-5 * mean, "reach " + r);
    }
  }

  @Test
  void waterComesInAtSourcesAndBelow() {
    Job job = RECIPE.on(RIVERS);
    WholeRivers whole = WholeRivers.of(RIVERS, job, 1, false);
    for (int r = 0; r < job.reaches(); r++) {
      // the recipe of the rivers: 0.05 to 0.15 m³/s join at every head
      assertEquals(0.1, whole.ownWater_m3_per_s()[r], 0.051, "reach " + r);
    }
  }

  @Test
  void oxygenLiesBetweenNothingAndSaturation() {
    WholeRivers whole = WholeRivers.of(RIVERS, RECIPE.on(RIVERS), 24, false);
    GroupResult found = run(whole, RiverChemistry.linked(whole, true));
    double least = 99;
    for (int r = 0; r < whole.network().reachCount(); r++) {
      float oxygen = found.statistic[0][found.at(0, r, 2)];
      assertTrue(oxygen >= 0 && oxygen < 8.26, "reach " + r + ": " + oxygen);
      least = StrictMath.min(least, oxygen);
    }
    assertTrue(least < 3, "" + least);
  }

  @Test
  void theLakeHoldsBackTheYear() {
    Job year = new JobRecipe(20, 1, 4, 1, 3).on(RIVERS);
    WholeRivers whole = WholeRivers.of(RIVERS, year, 1, true);
    GroupResult found = run(whole, RiverChemistry.firstOrder(whole, JobRecipe.rate_per_s(0)));
    int lake = whole.network().reachCount();
    // discharge goes from 0.4 to 1.6 of the mean, the lake from 0.4 to 0.2 of a year's water
    double ratio =
        found.statistic[0][found.at(0, lake, 0)] / found.statistic[0][found.at(3, lake, 0)];
    assertTrue(ratio > 0.5 && ratio < 2, "" + ratio);
    assertTrue(found.statistic[0][found.at(0, lake, 0)] > 0);
  }

  @Test
  void figuresDoNotDependOnTheKernel() {
    Map<String, Object> plain = figures(1, true);
    Map<String, Object> vector = figures(2, false);
    assertEquals(plain.get("check"), vector.get("check"));
    assertTrue(Double.parseDouble("" + vector.get("linked_over_first_order")) > 0);
    assertTrue(Double.parseDouble("" + vector.get("lake_year_over_season")) > 0);
    assertTrue(Double.parseDouble("" + vector.get("individual_milliseconds")) > 0);
  }
}
