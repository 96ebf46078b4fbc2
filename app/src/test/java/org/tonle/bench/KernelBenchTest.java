package org.tonle.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;

/// FEATURE UNDER TEST: what is measured is right, beside C and with any number of threads.
class KernelBenchTest {
  private static final Watch SILENT = (key, arguments) -> {};

  private static Job job(int reaches, int draws, int sources) {
    return new JobRecipe(draws, 2, 1, sources, 7).on(RiverForest.grow(reaches, 0.1, 7));
  }

  private static KernelBench.Way way(
      int threads, boolean hasPercentiles, boolean isPlain, Optional<Path> reference) {
    return new KernelBench.Way("kernel", threads, 1, hasPercentiles, isPlain, true, reference);
  }

  private static double figure(Map<String, Object> figures, String key) {
    return Double.parseDouble(String.valueOf(figures.get(key)));
  }

  // The draws that fill a vector, that leave a rest, and fewer than one vector
  @ParameterizedTest
  @CsvSource({"64,1,false", "100,3,true", "7,8,true", "1,2,true", "333,2,true"})
  void theKernelInCFindsTheSame(int draws, int sources, boolean hasPercentiles) {
    Path source = Path.of(System.getProperty("tonle.home", ".."), "bench", "reference", "kernel.c");
    KernelBench.Way way = way(1, hasPercentiles, false, Optional.of(source));
    Map<String, Object> figures =
        new KernelBench(job(1500, draws, sources), way, SILENT).run().values();
    assumeTrue(!figures.containsKey("c_skipped"), "no gcc: " + figures.get("c_skipped"));
    assertEquals(0, figure(figures, "c_apart"), 1e-6);
    // of 3000 means over the draws, few lie so near the limit that rounding decides
    assertEquals(0, figure(figures, "c_above_apart"), 2);
    assertTrue(figure(figures, "percent_of_c") > 0);
  }

  @Test
  void withoutTheSourceItIsLeftOutVisibly() {
    KernelBench.Way way = way(1, false, false, Optional.of(Path.of("no", "kernel.c")));
    Map<String, Object> figures = new KernelBench(job(100, 8, 1), way, SILENT).run().values();
    assertEquals(Path.of("no", "kernel.c").toString(), figures.get("c_skipped"));
    assertFalse(figures.containsKey("percent_of_c"));
  }

  @Test
  void theCheckDependsOnTheJobAlone() {
    Map<String, Object> one =
        new KernelBench(job(3000, 50, 1), way(1, true, false, Optional.empty()), SILENT)
            .run()
            .values();
    Map<String, Object> three =
        new KernelBench(job(3000, 50, 1), way(3, true, true, Optional.empty()), SILENT)
            .run()
            .values();
    assertEquals(one.get("check"), three.get("check"));
    assertEquals("plain", three.get("kernel"));
    assertEquals("yes", one.get("lever_same_bits"));
    assertEquals(2.0 * 3000 * 50, job(3000, 50, 1).elements());
    Map<String, Object> other =
        new KernelBench(job(3001, 50, 1), way(1, true, false, Optional.empty()), SILENT)
            .run()
            .values();
    assertNotEquals(one.get("check"), other.get("check"));
  }

  @Test
  void seasonsDiffer() {
    Rivers rivers = RiverForest.grow(500, 0.02, 1);
    Job year = new JobRecipe(10, 1, 2, 1, 1).on(rivers);
    // the dry season has 0.4 of the mean discharge, the wet one 1.6
    assertEquals(0.4, year.wetness()[0]);
    assertEquals(1.6, year.wetness()[1], 1e-12);
    assertEquals(4, year.perDischarge_s_per_m3(0)[9] / year.perDischarge_s_per_m3(1)[9], 1e-5);
    // (1.6 / 0.4)^0.34 = 1.6021
    assertEquals(1.6021, year.travelTime_s(0)[9] / year.travelTime_s(1)[9], 1e-3);
    EngineRun run = EngineRun.of(year, way(1, false, false, Optional.empty()).wanted(), false);
    assertEquals(2, run.rivers().size());
  }

  @Test
  void apportionmentAddsUp() {
    Map<String, Object> figures =
        ApportionBench.run(job(2000, 40, 2), way(1, false, false, Optional.empty()), 40, SILENT)
            .values();
    assertEquals(0, figure(figures, "forward_apart"), 1e-5);
    assertTrue(figure(figures, "upstream_reaches") > 40 * 100);
  }

  @Test
  void kernelsAgreeUnderTorture() {
    Measurements figures = TortureBench.run(TortureBench.On.rivers, 24, 3, SILENT);
    assertEquals(0L, figures.values().get("failures"), figures.values().toString());
    assertFalse(figures.isFailed());
    double farthest = figure(figures.values(), "farthest_apart");
    assertTrue(farthest > 0 && farthest < 1e-5, "" + farthest);
  }
}
