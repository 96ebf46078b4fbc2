package org.tonle.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.FreshCheck;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanPeriods;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.program.Effort;
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
      Optional<Planner.Planned> planned, List<Problem> problems, double[] seconds) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// Plans a study.
  ///
  /// @param limit longest time of all searches
  /// @throws UsageProblem if the request names options that are not there, or two for one site
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
      Prepared prepared = Prepared.of(study, scenario, options, request.periods(), pool);
      if (prepared.periods().isEmpty()) {
        return new Outcome(Optional.empty(), prepared.problems(), seconds);
      }
      List<Baseline> periods = prepared.periods();
      PlanOptions found = PlanOptions.of(periods, request);
      PlanNames.require(found, request, periods.getFirst().instance().applied());
      start = lap(seconds, Step.STUDY, start);
      listener.begins(Step.EFFECTS);
      PlanModel model = PlanModel.of(periods, request, found, pool, Cancel.NEVER);
      start = lap(seconds, Step.EFFECTS, start);
      listener.begins(Step.FRESH);
      Options fresh = new Options(request.freshDraws(), options.seed() + 1, options.threads());
      FreshCheck check = 
          FreshCheck.of(periods.stream().map(Baseline::instance).toList(), fresh, pool);
      start = lap(seconds, Step.FRESH, start);
      listener.begins(Step.SEARCH);
      Effort effort =
          new Effort(
              gap,
              limit.toMillis() / 1e3,
              options.threads(),
              0,
              System::nanoTime,
              listener::goesOn);
      Planner.Planned planned = Planner.plan(model, request, check, solver, effort, Cancel.NEVER);
      lap(seconds, Step.SEARCH, start);
      return new Outcome(Optional.of(planned), prepared.problems(), seconds);
    }
  }

  /// The options that a plan may choose from; empty if the study has errors, which are listed.
  public static Optional<PlanOptions> options(
      Study study, Scenario scenario, Options options, PlanRequest request, List<Problem> errors) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      Prepared prepared = Prepared.of(study, scenario, options, request.periods(), pool);
      if (prepared.periods().isEmpty()) {
        errors.addAll(prepared.problems());
        return Optional.empty();
      }
      return Optional.of(PlanOptions.of(prepared.periods(), request));
    }
  }

  /// A study made ready in every period, or the errors that keep it from being run.
  private record Prepared(List<Baseline> periods, List<Problem> problems) {
    static Prepared of(
        Study study, Scenario scenario, Options options, PlanPeriods periods, ForkJoinPool pool) {
      List<Baseline> found = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      List<Scenario> scenarios =
          periods.isOne()
              ? List.of(scenario)
              : periods.years().stream().map(scenario::in).toList();
      for (Scenario one : scenarios) {
        Instance instance = Instance.of(Applied.of(study, one));
        if (instance.isWrong()) {
          return new Prepared(List.of(), instance.problems());
        }
        Baseline baseline = Baseline.of(instance, options, pool);
        if (baseline.result().isEmpty()) {
          return new Prepared(List.of(), baseline.problems());
        }
        found.add(baseline);
        instance.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
      }
      return new Prepared(found, problems);
    }
  }

  private static long lap(double[] seconds, Step step, long start_ns) {
    long now = System.nanoTime();
    seconds[step.ordinal()] = (now - start_ns) / 1e9;
    return now;
  }
}
