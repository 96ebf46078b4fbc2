package org.tonle.bench;

import java.util.OptionalDouble;
import org.tonle.bench.plan.PlanJob;
import org.tonle.solve.Solver;

/// Bench of plans over made choices (P2 to P6, P8): chance constraints, periods, budgets, shared
/// plants, siting, oxygen.
public final class ChoiceBench {
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
    found.more().forEach(figures::put);
    ResidentMemory.put(figures);
    boolean isPlan = Double.isFinite(found.cost()) && found.gap() < 1;
    return figures.put("failures", isPlan ? 0L : 1L);
  }
}
