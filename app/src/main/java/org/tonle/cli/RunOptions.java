package org.tonle.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import picocli.CommandLine.Option;

/// How a study is run.
final class RunOptions {
  private static final int MOST_DRAWS = 1_000_000;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      defaultValue = "baseline",
      description = "scenario of the study (default: ${DEFAULT-VALUE})")
  private String scenario = "baseline";

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "number of draws; 0 = only the central run (default: the study's)")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the draws (default: the study's)")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads; results do not depend on it (default: all cores)")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>-<scenario>)")
  private @Nullable Path out;

  Scenario scenario(Study study) {
    return StudySource.scenario(study, scenario);
  }

  Path out(Study study) {
    return Optional.ofNullable(out).orElse(Path.of("results", study.id() + "-" + scenario));
  }

  Options options(Study study) {
    int n = draws == null ? study.settings().draws() : draws;
    int t = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (n < 0 || n > MOST_DRAWS) {
      throw new UsageProblem("--draws must be 0 to %d, not %d.".formatted(MOST_DRAWS, n));
    }
    if (t < 1 || t > 1024) {
      throw new UsageProblem("--threads must be 1 to 1024, not %d.".formatted(t));
    }
    return new Options(n, seed == null ? study.settings().seed() : seed, t, Options.DEFAULT_BATCH);
  }
}
