package org.tonle.bench.country;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.tonle.bench.Measurements;
import org.tonle.bench.ResidentMemory;
import org.tonle.bench.Watch;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.packed.PackedStudy;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.cost.Horizon;
import org.tonle.planning.PlanRun;
import org.tonle.run.Options;
import org.tonle.service.StudySource;
import org.tonle.solve.Solvers;

/// Bench of a whole plan on the study of Cambodia (P1): from the study to a plan that fresh draws
/// check.
public final class CountryPlanBench {
  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double CONFIDENCE = 0.9;
  private static final int DRAWS = 1000;
  private static final int FRESH_DRAWS = 2000;
  private static final int HORIZON_A = 30;

  private CountryPlanBench() {}

  /// Listener that only follows.
  private record Told(Watch watch) implements PlanRun.Listener {
    @Override
    public void begins(PlanRun.Step step) {
      watch.doing("bench.planning");
    }

    @Override
    public boolean goesOn(double best_usd, double bound_usd) {
      return true;
    }
  }

  /// @param gap share of the cost that need not be saved
  /// @param limit_s seconds after which the searches stop
  /// @param threads number of threads
  public static Measurements run(double gap, double limit_s, int threads, Watch watch)
      throws IOException {
    long begin = System.nanoTime();
    long processor = OS.getProcessCpuTime();
    try (PackedStudy packed = PackedStudy.open("cambodia")) {
      Study study = StudySource.read(packed.folder()).study().orElseThrow();
      Options options = new Options(DRAWS, study.settings().sampling().seed(), threads);
      PlanRun.Outcome outcome =
          PlanRun.run(
              study,
              Scenario.BASELINE,
              options,
              request(study),
              Solvers.highs(),
              gap,
              Duration.ofMillis((long) (limit_s * 1e3)),
              new Told(watch));
      PlanAnswer answer = outcome.planned().orElseThrow().answer();
      Measurements figures =
          new Measurements()
              .put("job", "P1")
              .put("cost", answer.cost_usd())
              .put("bound", answer.bound_usd())
              .put("gap", answer.gap())
              .put("seconds", outcome.seconds()[PlanRun.Step.SEARCH.ordinal()])
              .put("seconds_all", (System.nanoTime() - begin) / 1e9)
              .put("seconds_processor", (OS.getProcessCpuTime() - processor) / 1e9)
              .put("seconds_effects", outcome.seconds()[PlanRun.Step.EFFECTS.ordinal()])
              .put("rounds", answer.rounds())
              .put("limits", answer.limits().stream().filter(CountryPlanBench::isPlanned).count())
              .put("proven", answer.limits().stream().filter(CountryPlanBench::isProven).count());
      ResidentMemory.put(figures);
      return figures.put("failures", answer.works().isEmpty() ? 1L : 0L);
    }
  }

  private static PlanRequest request(Study study) {
    return new PlanRequest(
        CONFIDENCE,
        PlanRequest.Goal.LEAST_COST,
        OptionalDouble.empty(),
        study.settings().year(),
        new Horizon(HORIZON_A, study.catalogue().money().discount_per_a()),
        List.of(),
        List.of(),
        FRESH_DRAWS);
  }

  private static boolean isPlanned(PlannedLimit limit) {
    return limit.reach() == PlannedLimit.Reach.PLANNED;
  }

  private static boolean isProven(PlannedLimit limit) {
    return isPlanned(limit) && limit.holds();
  }
}
