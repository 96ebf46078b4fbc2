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
public record PlanRequest(
    double confidence,
    Goal goal,
    OptionalDouble budget_usd,
    int year,
    Horizon horizon,
    List<String> without,
    List<String> with,
    int freshDraws) {
  public PlanRequest {
    without = List.copyOf(without);
    with = List.copyOf(with);
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence (" + confidence + ") must be in (0, 1].");
    }
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
