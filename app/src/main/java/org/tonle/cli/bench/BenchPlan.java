package org.tonle.cli.bench;

import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.ChoiceBench;
import org.tonle.bench.Measurements;
import org.tonle.bench.PlanSize;
import org.tonle.bench.TreePlanBench;
import org.tonle.bench.Watch;
import org.tonle.bench.country.CountryPlanBench;
import org.tonle.bench.plan.PlanJob;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench plan: which planning job `tonle bench plan` runs, and its size.
final class BenchPlan {
  private static final int MOST_OPTIONS = 100;
  private static final double COUNTRY_GAP = 0.001;
  private static final double COUNTRY_LIMIT_S = 60;
  private static final int MOST_SOURCES = 10_000_000;

  /// Planning job of docs/benchmarks.md. A job of another kind is a constant here, and a case
  /// below.
  enum Job {
    P1,
    P2,
    P3,
    P3_400,
    P4,
    P4_1000,
    P5,
    P6,
    P7,
    P8
  }

  @Option(
      names = "--job",
      paramLabel = "JOB",
      description = "plan: ${COMPLETION-CANDIDATES} (default: P7, least cost on a river tree)")
  private @Nullable Job job;

  @Option(
      names = "--options",
      paramLabel = "N",
      description = "plan: options of each source (default: 5)")
  private @Nullable Integer options;

  @Option(
      names = "--gap",
      paramLabel = "SHARE",
      description =
          "plan: share of the cost within which the least cost is proven (default: P7 0.0001, else"
              + " the job's goal)")
  private @Nullable Double gap;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "plan: time after which the solver stops (default: P7 600, else the job's)")
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

  Measurements measure(
      int reaches, int sources, int constituents, long seed, int threads, Watch watch)
      throws IOException {
    PlanSize size = new PlanSize(reaches, sources, options(), constituents, seed);
    double goal = gap == null ? 1e-4 : gap;
    double limit = limit_s == null ? 600 : limit_s;
    return switch (job == null ? Job.P7 : job) {
      case P1 ->
          CountryPlanBench.run(
              gap == null ? COUNTRY_GAP : gap,
              limit_s == null ? COUNTRY_LIMIT_S : limit_s,
              threads,
              watch);
      case P2 -> choices(PlanJob.P2, seed, watch);
      case P3 -> choices(PlanJob.P3, seed, watch);
      case P3_400 -> choices(PlanJob.P3_400, seed, watch);
      case P4 -> choices(PlanJob.P4, seed, watch);
      case P4_1000 -> choices(PlanJob.P4_1000, seed, watch);
      case P5 -> choices(PlanJob.P5, seed, watch);
      case P6 -> choices(PlanJob.P6, seed, watch);
      case P8 -> choices(PlanJob.P8, seed, watch);
      case P7 -> TreePlanBench.run(size, goal, limit, watch);
    };
  }

  private Measurements choices(PlanJob of, long seed, Watch watch) {
    return ChoiceBench.run(of, seed, given(gap), given(limit_s), watch);
  }

  private static OptionalDouble given(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
