package org.tonle.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.plan.weighing.TradeSearch;
import org.tonle.plan.weighing.Trades;
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
    SEARCH,
    TRADES;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Listener to a run.
  public interface Listener {
    void begins(Step step);

    /// Best plan and bound so far [USD]; answers whether to go on.
    boolean goesOn(double best_usd, double bound_usd);

    /// A part of the trades begins.
    default void begins(Trades.Part part) {}

    /// Whether to stop with what there is.
    default boolean isCancelled() {
      return false;
    }
  }

  /// What is asked for: the plan, its trades, and how long all may take.
  ///
  /// @param limit longest time of all searches for the plan, and again of all for its trades
  /// @param isWritten whether the program is wanted as text
  public record Order(
      PlanRequest request, TradeRequest trades, double gap, Duration limit, boolean isWritten) {}

  /// Why a run ended before all was proven.
  public enum Stop {
    NONE,
    LIMIT,
    INTERRUPTED;

    public String id() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// Outcome: a plan, or the errors that kept it from being made.
  ///
  /// @param lp the program as text, or ""
  /// @param seconds of each step
  public record Outcome(
      Optional<Planner.Planned> planned,
      Trades trades,
      Stop stop,
      String lp,
      List<Problem> problems,
      double[] seconds) {
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
    Order order = new Order(request, TradeRequest.NONE, gap, limit, false);
    return run(study, scenario, options, order, solver, listener);
  }

  /// Plans a study, and weighs the plan.
  ///
  /// @throws UsageProblem if the request names options that are not there, or two for one site
  /// @throws java.util.concurrent.CancellationException if the listener cancels before there is a
  ///   plan
  public static Outcome run(
      Study study,
      Scenario scenario,
      Options options,
      Order order,
      Solver solver,
      Listener listener) {
    double[] seconds = new double[Step.values().length];
    PlanRequest request = order.request();
    Cancel cancel = listener::isCancelled;
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      long start = System.nanoTime();
      listener.begins(Step.STUDY);
      Prepared prepared = Prepared.of(study, scenario, options, request.periods(), pool);
      if (prepared.periods().isEmpty()) {
        return new Outcome(
            Optional.empty(), Trades.NONE, Stop.NONE, "", prepared.problems(), seconds);
      }
      List<Baseline> periods = prepared.periods();
      PlanOptions found = PlanOptions.of(periods, request);
      PlanNames.require(found, request, periods.getFirst().instance().applied());
      start = lap(seconds, Step.STUDY, start);
      listener.begins(Step.EFFECTS);
      PlanModel model = PlanModel.of(periods, request, found, pool, cancel);
      start = lap(seconds, Step.EFFECTS, start);
      cancel.check();
      listener.begins(Step.FRESH);
      Options fresh = new Options(request.freshDraws(), options.seed() + 1, options.threads());
      FreshCheck check =
          FreshCheck.of(periods.stream().map(Baseline::instance).toList(), fresh, pool);
      start = lap(seconds, Step.FRESH, start);
      listener.begins(Step.SEARCH);
      Effort effort =
          new Effort(
              order.gap(),
              order.limit().toMillis() / 1e3,
              options.threads(),
              0,
              System::nanoTime,
              (best, bound) -> !listener.isCancelled() && listener.goesOn(best, bound));
      Planner.Planned planned = Planner.plan(model, request, check, solver, effort, cancel);
      start = lap(seconds, Step.SEARCH, start);
      String lp = order.isWritten() ? ProgramText.of(study, planned) : "";
      Effort quiet =
          new Effort(
              order.gap(),
              effort.seconds(),
              options.threads(),
              0,
              System::nanoTime,
              (best, bound) -> !listener.isCancelled());
      Trades trades =
          TradeSearch.of(planned, request, order.trades(), quiet, cancel, listener::begins);
      lap(seconds, Step.TRADES, start);
      Stop stop = stop(planned, trades, cancel);
      return new Outcome(Optional.of(planned), trades, stop, lp, prepared.problems(), seconds);
    }
  }

  private static Stop stop(Planner.Planned planned, Trades trades, Cancel cancel) {
    if (cancel.isCancelled()) {
      return Stop.INTERRUPTED;
    }
    boolean isShort =
        switch (planned.plan().status()) {
          case FOUND, UNKNOWN -> true;
          case PROVEN, IMPOSSIBLE -> false;
        };
    return isShort || !trades.cutShort().isEmpty() ? Stop.LIMIT : Stop.NONE;
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
          periods.isOne() ? List.of(scenario) : periods.years().stream().map(scenario::in).toList();
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
