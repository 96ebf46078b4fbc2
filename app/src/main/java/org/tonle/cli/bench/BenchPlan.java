package org.tonle.cli.bench;

import org.jspecify.annotations.Nullable;
import org.tonle.bench.Measurements;
import org.tonle.bench.PlanSize;
import org.tonle.bench.TreePlanBench;
import org.tonle.bench.Watch;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench plan: which planning job `tonle bench plan` runs, and its size.
final class BenchPlan {
  private static final int MOST_OPTIONS = 100;
  private static final int MOST_SOURCES = 10_000_000;

  /// Planning job of docs/benchmarks.md. A job of another kind is a constant here, and a case
  /// below.
  enum PlanJob {
    P7
  }

  @Option(
      names = "--job",
      paramLabel = "JOB",
      description = "plan: ${COMPLETION-CANDIDATES} (default: P7, least cost on a river tree)")
  private @Nullable PlanJob job;

  @Option(
      names = "--options",
      paramLabel = "N",
      description = "plan: options of each source (default: 5)")
  private @Nullable Integer options;

  @Option(
      names = "--gap",
      paramLabel = "SHARE",
      description =
          "plan: share of the cost within which the least cost is proven (default: 0.0001)")
  private @Nullable Double gap;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "plan: time after which the solver stops (default: 600)")
  private @Nullable Double limit_s;

  /// Refuses impossible values.
  void require(boolean isWanted) {
    if (!isWanted && (job != null || options != null || gap != null || limit_s != null)) {
      String given =
          job != null ? "--job" : options != null ? "--options" : gap != null ? "--gap" : "--limit";
      throw new UsageProblem("usage.needs", given, "plan");
    }
    BenchCommand.requireRange("--options", 1, MOST_OPTIONS, options());
  }

  static void requireSources(int sources) {
    BenchCommand.requireRange("--sources", 1, MOST_SOURCES, sources);
  }

  private int options() {
    return options == null ? 5 : options;
  }

  Measurements measure(int reaches, int sources, int constituents, long seed, Watch watch) {
    PlanSize size = new PlanSize(reaches, sources, options(), constituents, seed);
    double goal = gap == null ? 1e-4 : gap;
    double limit = limit_s == null ? 600 : limit_s;
    return switch (job == null ? PlanJob.P7 : job) {
      case P7 -> TreePlanBench.run(size, goal, limit, watch);
    };
  }
}
