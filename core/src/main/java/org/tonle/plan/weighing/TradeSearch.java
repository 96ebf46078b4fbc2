package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.program.Effort;
import org.tonle.plan.weighing.Trades.Part;
import org.tonle.run.Cancel;

/// Search for the trades of a plan. All parts together keep within the time of the effort; each has
/// its share of what those before it left. What earlier questions taught of the limits is kept, so
/// that parts which ask for another confidence come last.
public final class TradeSearch {
  /// Parts of the time, of which the cheapest plan without a budget may take one.
  private static final int PARTS_OF_LEAST = 5;

  private final Planner.Planned planned;
  private final PlanRequest request;
  private final TradeRequest asked;
  private final Effort effort;
  private final Cancel cancel;
  private final Consumer<Part> begins;
  private final Allotment all;
  private final Map<Part, Double> seconds = Trades.noSeconds();
  private final List<Part> cutShort = new ArrayList<>();

  private TradeSearch(
      Planner.Planned planned,
      PlanRequest request,
      TradeRequest asked,
      Effort effort,
      Cancel cancel,
      Consumer<Part> begins) {
    this.planned = planned;
    this.request = request;
    this.asked = asked;
    this.effort = effort;
    this.cancel = cancel;
    this.begins = begins;
    all = new Allotment(effort, effort.seconds(), cancel);
  }

  /// The trades of a plan.
  ///
  /// @param effort its seconds are those of all parts together
  /// @param begins told of each part
  public static Trades of(
      Planner.Planned planned,
      PlanRequest request,
      TradeRequest asked,
      Effort effort,
      Cancel cancel,
      Consumer<Part> begins) {
    if (asked.isEmpty() || planned.model().rows().isEmpty()) {
      return Trades.NONE;
    }
    return new TradeSearch(planned, request, asked, effort, cancel, begins).trades();
  }

  private Trades trades() {
    LeastPlan least = LeastPlan.own(planned);
    boolean isLeast =
        least.plan().isFound()
            && request.goal() == PlanRequest.Goal.LEAST_COST
            && least.question().worth().length == 0;
    Optional<NearPlans> alternatives =
        part(
            isLeast,
            Part.ALTERNATIVES,
            t -> NearPlans.of(least, asked.alternatives(), t),
            NearPlans::isComplete);
    Optional<PriceRobustness> robust =
        part(
            isLeast,
            Part.ROBUST,
            t -> PriceRobustness.of(least, asked.costDraws(), asked.seed(), t),
            PriceRobustness::isComplete);
    Optional<StandardPrices> prices =
        part(isLeast, Part.PRICES, t -> StandardPrices.of(least, t), StandardPrices::isComplete);
    LeastPlan whole = LeastPlan.of(planned, request, all.oneOf(PARTS_OF_LEAST));
    Optional<Curve> curve =
        part(
            whole.plan().isFound(),
            Part.CURVE,
            t -> Curve.of(whole, request.goal(), asked.budgets(), t),
            c -> c.isWithin(effort.gap()));
    Optional<ConfidenceCosts> confidences =
        part(
            whole.plan().isFound(),
            Part.CONFIDENCES,
            t -> ConfidenceCosts.of(whole, request.confidence(), asked.confidences(), t),
            ConfidenceCosts::isComplete);
    Optional<ConflictSets> conflicts =
        part(
            request.goal() == PlanRequest.Goal.LEAST_COST,
            Part.CONFLICTS,
            t -> ConflictSets.of(whole, planned.answer(), t),
            ConflictSets::isComplete);
    return new Trades(
        prices, robust, alternatives, curve, confidences, conflicts, seconds, cutShort);
  }

  private <T> Optional<T> part(
      boolean isPossible, Part part, Function<Allotment, T> made, Predicate<T> isComplete) {
    if (!isPossible || !asked.asksFor(part)) {
      return Optional.empty();
    }
    if (all.isOver()) {
      cutShort.add(part);
      return Optional.empty();
    }
    begins.accept(part);
    long start_ns = effort.clock().getAsLong();
    T found = made.apply(new Allotment(effort, all.left() * share(part), cancel));
    seconds.put(part, (effort.clock().getAsLong() - start_ns) / 1e9);
    if (!isComplete.test(found)) {
      cutShort.add(part);
    }
    return Optional.of(found);
  }

  /// Share of the time that is left: its weight over those of the parts still to come.
  private double share(Part part) {
    double sum = 0;
    for (Part other : Part.values()) {
      sum += other.compareTo(part) >= 0 && asked.asksFor(other) ? other.weight() : 0;
    }
    return part.weight() / sum;
  }
}
