package org.tonle.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.bench.plan.PlanJob;
import org.tonle.solve.Solver;

/// Bench of plans over made choices (P2 to P5): chance constraints, periods, budgets, shared
/// plants.
public final class ChoiceBench {
  private static final List<String> PARTS =
      List.of("curve_seconds", "costs_seconds", "alternatives_seconds");

  private ChoiceBench() {}

  /// @param gap instead of the job's own
  /// @param limit_s seconds after which a search stops, instead of the job's own
  public static Measurements run(
      PlanJob job, long seed, OptionalDouble gap, OptionalDouble limit_s, Watch watch) {
    watch.doing("bench.planning");
    PlanJob.Figures found =
        job.run(seed, gap.orElse(job.gap()), limit_s.orElse(job.limit_s()), Solver.Watch.NONE);
    Measurements figures =
        new Measurements()
            .put("job", job.name())
            .put("cost", found.cost())
            .put("bound", found.bound())
            .put("gap", found.gap())
            .put("seconds", found.seconds())
            .put("seconds_processor", found.processor_s());
    for (int k = 0; k < found.more().size(); k++) {
      figures.put(PARTS.get(k), found.more().get(k));
    }
    ResidentMemory.put(figures);
    return figures.put("failures", found.gap() < 1 ? 0L : 1L);
  }
}
