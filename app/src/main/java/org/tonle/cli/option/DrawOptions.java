package org.tonle.cli.option;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tonle.service.RunOrder;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Draw options: number of draws, seed and number of threads.
public final class DrawOptions {
  private static final int MOST_DRAWS = 1_000_000;
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "number of draws, random samples of the uncertain inputs; 0 = only the central run (default:"
              + " the study's)")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the draws (default: the study's)")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "number of threads; results do not depend on it (default: all cores)")
  private @Nullable Integer threads;

  /// Refuses impossible values.
  public void require() {
    if (draws != null && (draws < 0 || draws > MOST_DRAWS)) {
      throw new UsageProblem("usage.range", "--draws", 0, MOST_DRAWS, draws);
    }
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new UsageProblem("usage.range", "--threads", 1, MOST_THREADS, threads);
    }
  }

  /// The order that these options give for a scenario.
  public RunOrder order(String scenario, String designFlow) {
    return new RunOrder(
        scenario,
        designFlow,
        draws == null ? OptionalInt.empty() : OptionalInt.of(draws),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        threads == null ? OptionalInt.empty() : OptionalInt.of(threads));
  }
}
