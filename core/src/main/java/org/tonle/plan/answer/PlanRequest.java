package org.tonle.plan.answer;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.plan.cost.Horizon;

/// Request for a plan.
///
/// @param confidence share of draws in which every limit must hold
/// @param goal what to seek
/// @param budget_usd most that the plan may cost at present; empty = no budget
/// @param year that plants are built for
/// @param without options that must not be chosen, by id
/// @param with options that must be chosen, by id
/// @param freshDraws draws of another seed that check the plan
/// @param equity share of its mendable standards that every province must reach at least, where
///   some are given up; 0 = no such demand
public record PlanRequest(
    double confidence,
    Goal goal,
    OptionalDouble budget_usd,
    int year,
    Horizon horizon,
    List<String> without,
    List<String> with,
    int freshDraws,
    PlanPeriods periods,
    Means means,
    double equity) {
  public PlanRequest {
    without = List.copyOf(without);
    with = List.copyOf(with);
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence (" + confidence + ") must be in (0, 1].");
    }
    if (!(equity >= 0 && equity <= 1)) {
      throw new IllegalArgumentException("equity (" + equity + ") must be in 0 to 1.");
    }
  }

  /// Request for a plan of one period, with any means.
  public PlanRequest(
      double confidence,
      Goal goal,
      OptionalDouble budget_usd,
      int year,
      Horizon horizon,
      List<String> without,
      List<String> with,
      int freshDraws) {
    this(
        confidence,
        goal,
        budget_usd,
        year,
        horizon,
        without,
        with,
        freshDraws,
        PlanPeriods.ONE,
        Means.ANY,
        0);
  }

  /// The same over periods; plants are built for the first year of the last.
  public PlanRequest over(PlanPeriods others) {
    int last = others.isOne() ? year : StrictMath.max(year, others.years().getLast());
    return new PlanRequest(
        confidence,
        goal,
        budget_usd,
        last,
        horizon,
        without,
        with,
        freshDraws,
        others,
        means,
        equity);
  }

  public PlanRequest with(Means others) {
    return new PlanRequest(
        confidence,
        goal,
        budget_usd,
        year,
        horizon,
        without,
        with,
        freshDraws,
        periods,
        others,
        equity);
  }

  public PlanRequest withEquity(double share) {
    return new PlanRequest(
        confidence,
        goal,
        budget_usd,
        year,
        horizon,
        without,
        with,
        freshDraws,
        periods,
        means,
        share);
  }

  /// The same with another goal.
  PlanRequest seeking(Goal other) {
    return new PlanRequest(
        confidence,
        other,
        budget_usd,
        year,
        horizon,
        without,
        with,
        freshDraws,
        periods,
        means,
        equity);
  }

  /// Whether money or means bound the plan.
  boolean isBounded() {
    return budget_usd.isPresent() || periods.hasBudgets() || !means.equals(Means.ANY);
  }

  public enum Goal {
    /// The least cost at which all limits hold that works can keep.
    LEAST_COST,
    /// Most river brought to standard within the budget.
    MOST_RIVER,
    /// Most people whose river is brought to standard within the budget.
    MOST_PEOPLE
  }
}
