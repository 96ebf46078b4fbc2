package org.tonle.planning;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.run.Options;
import org.tonle.solve.Solvers;

/// Door to plans as the command opens it, for tests: few draws, and little time.
record PlanDoor(Study study, double confidence, int draws, int freshDraws, int threads) {
  static final TradeRequest ALL = new TradeRequest(6, List.of(0.5, 0.7, 0.8, 0.9), 12, 2, true, 1);

  static final double GAP = 1e-4;

  /// A limit of time changes the gap and the plan, and no law.
  static final Duration LIMIT = Duration.ofSeconds(10);

  PlanDoor at(double other) {
    return new PlanDoor(study, other, draws, freshDraws, threads);
  }

  PlanDoor with(Study other) {
    return new PlanDoor(other, confidence, draws, freshDraws, threads);
  }

  PlanDoor threads(int other) {
    return new PlanDoor(study, confidence, draws, freshDraws, other);
  }

  PlanRequest request(PlanRequest.Goal goal, OptionalDouble budget_usd, List<String> without) {
    return new PlanRequest(
        confidence,
        goal,
        budget_usd,
        study.settings().year(),
        new Horizon(30, study.catalogue().money().discount_per_a()),
        without,
        List.of(),
        freshDraws);
  }

  PlanRequest least() {
    return request(PlanRequest.Goal.LEAST_COST, OptionalDouble.empty(), List.of());
  }

  PlanRun.Outcome plan(PlanRequest request, TradeRequest trades) {
    return plan(request, trades, LIMIT, new Silent(() -> false));
  }

  PlanRun.Outcome plan(
      PlanRequest request, TradeRequest trades, Duration limit, PlanRun.Listener listener) {
    return PlanRun.run(
        study,
        Scenario.BASELINE,
        new Options(draws, 1, threads),
        new PlanRun.Order(request, trades, GAP, limit, true),
        Solvers.highs(),
        listener);
  }

  /// Listener that says nothing.
  record Silent(java.util.function.BooleanSupplier stops) implements PlanRun.Listener {
    @Override
    public void begins(PlanRun.Step step) {}

    @Override
    public boolean goesOn(double best_usd, double bound_usd) {
      return true;
    }

    @Override
    public boolean isCancelled() {
      return stops.getAsBoolean();
    }
  }
}
