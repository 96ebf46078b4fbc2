package org.tonle.plan.weighing;

import java.util.List;

/// Request for the trades of a plan; 0 or an empty list leaves a part out.
///
/// @param budgets points of the curve
/// @param confidences shares of draws whose cost is asked for
/// @param costDraws sets of costs that show what depends on prices
/// @param alternatives plans that share little with the cheapest, within each distance of its cost
/// @param hasPrices whether to ask for the prices of standards, and for standards in conflict
/// @param seed of the drawn costs
public record TradeRequest(
    int budgets,
    List<Double> confidences,
    int costDraws,
    int alternatives,
    boolean hasPrices,
    long seed) {
  public static final TradeRequest NONE = new TradeRequest(0, List.of(), 0, 0, false, 0);

  public TradeRequest {
    confidences = List.copyOf(confidences);
  }

  public boolean isEmpty() {
    return budgets == 0
        && confidences.isEmpty()
        && costDraws == 0
        && alternatives == 0
        && !hasPrices;
  }

  boolean asksFor(Trades.Part part) {
    return switch (part) {
      case PRICES, CONFLICTS -> hasPrices;
      case ROBUST -> costDraws > 0;
      case ALTERNATIVES -> alternatives > 0;
      case CURVE -> budgets > 0;
      case CONFIDENCES -> !confidences.isEmpty();
    };
  }
}
