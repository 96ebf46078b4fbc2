package org.tonle.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.river.RiverForest;
import org.tonle.simulate.Keep;
import org.tonle.simulate.draws.FloatKernel;

/// Bench of the kernel that sweeps rivers: bare (G1, G2, G12), for changes by a lever (G6, G7), and
/// for the globe (G8, G10, G11).
public final class KernelBench {
  private final Job job;
  private final Way way;
  private final Watch watch;

  public KernelBench(Job job, Way way, Watch watch) {
    this.job = job;
    this.way = way;
    this.watch = watch;
  }

  /// Way to run a job.
  ///
  /// @param hasPercentiles whether P5, P50 and P95 are found as well as means and chances
  /// @param isPlain whether the plain kernel runs even if the vector module is present
  /// @param hasLevers whether changes at single reaches are measured too
  /// @param reference kernel.c to compare with, if any
  public record Way(
      String name,
      int threads,
      int repetitions,
      boolean hasPercentiles,
      boolean isPlain,
      boolean hasLevers,
      Optional<Path> reference) {
    Keep wanted() {
      return hasPercentiles ? Keep.BANDS : Keep.CHANCES;
    }

    boolean isVector() {
      return FloatKernel.isVectorAtHand() && !isPlain;
    }
  }

  public Measurements run() {
    Measurements.startHeap();
    EngineRun engine = EngineRun.of(job, way.wanted(), way.isVector());
    try (ForkJoinPool pool = new ForkJoinPool(way.threads())) {
      warmUp(pool);
      Timing<EngineRun> timing = Timing.of(way.repetitions(), watch, () -> engine.run(pool));
      EngineRun.Sums sums = engine.sums();
      Measurements figures = told(timing, sums, engine);
      if (way.hasLevers()) {
        new LeverBench(job, engine, pool).run(figures, watch);
      }
      if (way.reference().isPresent()) {
        new ReferenceBench(job, way.hasPercentiles(), watch)
            .run(way.reference().get(), sums, timing, figures);
      }
      return figures;
    }
  }

  /// Runs a small job of the same kind, until Java has compiled the code of a large one.
  private void warmUp(ForkJoinPool pool) {
    watch.doing("bench.warming");
    JobRecipe small = new JobRecipe(job.draws(), job.constituents(), 1, 1, 1);
    EngineRun warm =
        EngineRun.of(small.on(RiverForest.grow(5_000, 0.02, 1)), way.wanted(), way.isVector());
    for (int i = 0; i < 20; i++) {
      warm.run(pool);
    }
  }

  private Measurements told(Timing<EngineRun> timing, EngineRun.Sums sums, EngineRun engine) {
    Measurements figures =
        new Measurements()
            .put("job", way.name())
            .put("reaches", job.reaches())
            .put("draws", job.draws())
            .put("constituents", job.constituents())
            .put("seasons", job.seasons())
            .put("threads", way.threads())
            .put("percentiles", way.hasPercentiles() ? "P5 P50 P95" : "-")
            .putTime(timing, job.elements())
            .put("kernel", way.isVector() ? "vector" : "plain")
            .putHeap();
    double held = Measurements.heldBytes() - engine.resultBytes();
    return figures
        .put("results_mb", engine.resultBytes() / 1e6)
        .put("bytes_per_reach", held / job.reaches())
        .put("max_open", job.course().course().maxOpen())
        .put("check", sums.check());
  }
}
