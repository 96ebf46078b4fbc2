package org.tonle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobFile;

/// Bench of the reference kernel in C on the same job, compared with ours (G1, G2).
final class ReferenceBench {
  private final Job job;
  private final boolean hasPercentiles;
  private final Watch watch;

  ReferenceBench(Job job, boolean hasPercentiles, Watch watch) {
    this.job = job;
    this.hasPercentiles = hasPercentiles;
    this.watch = watch;
  }

  /// @param source the file kernel.c
  void run(Path source, EngineRun.Sums sums, Timing<?> ours, Measurements figures) {
    try {
      Path folder = Files.createTempDirectory("tonle-bench");
      try {
        run(source, folder, sums, ours, figures);
      } finally {
        for (String name : List.of("kernel", "job", "")) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted beside the kernel in C.", e);
    }
  }

  private void run(
      Path source, Path folder, EngineRun.Sums sums, Timing<?> ours, Measurements figures)
      throws IOException, InterruptedException {
    watch.doing("bench.compiling");
    ReferenceProgram.Compiled compiled = ReferenceProgram.compile(source, folder);
    if (compiled.reference().isEmpty()) {
      figures.put("c_skipped", compiled.reason().strip());
      return;
    }
    Path file = folder.resolve("job");
    JobFile.write(job, file);
    watch.doing("bench.referring");
    ReferenceProgram.Told told =
        compiled.reference().get().run(file, ours.repetitions(), hasPercentiles);
    double apart = apart(sums.mean, told.mean());
    for (int p = 0; hasPercentiles && p < told.percentiles().length; p++) {
      apart = StrictMath.max(apart, apart(sums.percentile[p], told.percentiles()[p]));
    }
    figures
        .put("c_milliseconds", told.milliseconds())
        .put("c_milliseconds_processor", told.processor_ms())
        .put("c_ns_per_element", told.milliseconds() * 1e6 / job.elements())
        .put("percent_of_c", 100 * told.milliseconds() / ours.shortest_ms())
        .put("percent_of_c_processor", 100 * told.processor_ms() / ours.processor_ms())
        .put("c_apart", apart)
        .put("c_above_apart", sums.above - told.above());
  }

  private static double apart(double ours, double theirs) {
    return StrictMath.abs(ours - theirs) / StrictMath.max(1e-30, StrictMath.abs(theirs));
  }
}
