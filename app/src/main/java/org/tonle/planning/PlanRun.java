package org.tonle.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.FreshCheck;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.option.Option;
import org.tonle.plan.program.Effort;
import org.tonle.problem.Nearest;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;
import org.tonle.service.UsageProblem;
import org.tonle.solve.Solver;

/// Run of a plan for a study under a scenario: the study made ready, its options and their effects,
/// the search, and the check with fresh draws.
public final class PlanRun {
  private PlanRun() {}

  /// Steps that take long, in their order.
  public enum Step {
    STUDY,
    EFFECTS,
    FRESH,
    SEARCH;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Listener to a run.
  public interface Listener {
    void begins(Step step);

    /// Best plan and bound so far [USD]; answers whether to go on.
    boolean goesOn(double best_usd, double bound_usd);
  }

  /// Outcome: a plan, or the errors that kept it from being made.
  ///
  /// @param seconds of each step
  public record Outcome(
      java.util.Optional<Planner.Planned> planned, List<Problem> problems, double[] seconds) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// @param limit longest time of each search
  public static Outcome run(
      Study study,
      Scenario scenario,
      Options options,
      PlanRequest request,
      Solver solver,
      double gap,
      Duration limit,
      Listener listener) {
    double[] seconds = new double[Step.values().length];
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      long start = System.nanoTime();
      listener.begins(Step.STUDY);
      Instance instance = Instance.of(Applied.of(study, scenario));
      if (instance.isWrong()) {
        return new Outcome(java.util.Optional.empty(), instance.problems(), seconds);
      }
      Baseline baseline = Baseline.of(instance, options, pool);
      if (baseline.result().isEmpty()) {
        return new Outcome(java.util.Optional.empty(), baseline.problems(), seconds);
      }
      start = lap(seconds, Step.STUDY, start);
      listener.begins(Step.EFFECTS);
      PlanModel model = PlanModel.of(baseline, request, pool, Cancel.NEVER);
      start = lap(seconds, Step.EFFECTS, start);
      require(model, request);
      listener.begins(Step.FRESH);
      FreshCheck check =
          FreshCheck.of(
              instance,
              new Options(request.freshDraws(), options.seed() + 1, options.threads()),
              pool);
      start = lap(seconds, Step.FRESH, start);
      listener.begins(Step.SEARCH);
      Solver.Watch watch = listener::goesOn;
      Effort effort =
          new Effort(gap, limit.toMillis() / 1e3, options.threads(), 0, System::nanoTime, watch);
      Planner.Planned planned = Planner.plan(model, request, check, solver, effort, Cancel.NEVER);
      lap(seconds, Step.SEARCH, start);
      return new Outcome(java.util.Optional.of(planned), instance.problems(), seconds);
    }
  }

  /// Options that a request names must be there.
  private static void require(PlanModel model, PlanRequest request) {
    List<String> named = new ArrayList<>(request.with());
    named.addAll(request.without());
    List<String> ids = model.options().stream().map(Option::id).toList();
    for (String id : model.unknown(named)) {
      throw UsageProblem.unknown("usage.plan_option", Nearest.id(id, ids), id, "");
    }
  }

  private static long lap(double[] seconds, Step step, long start_ns) {
    long now = System.nanoTime();
    seconds[step.ordinal()] = (now - start_ns) / 1e9;
    return now;
  }
}
