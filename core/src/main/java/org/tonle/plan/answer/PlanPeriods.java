package org.tonle.plan.answer;

import java.util.List;

/// Periods of a plan: works are built at the start of one of them, and limits must hold with the
/// loads of each one's first year (docs/theory/plan.md, Eq. 24).
///
/// @param years first year of each period, rising; none = one period, the study's year
/// @param budgets_usd most that the works of each period may cost to build; infinite = no budget
/// @param due year from which limits must hold; those of earlier periods do not count
public record PlanPeriods(List<Integer> years, List<Double> budgets_usd, int due) {
  /// One period in the study's year.
  public static final PlanPeriods ONE = new PlanPeriods(List.of(), List.of(), Integer.MIN_VALUE);

  public PlanPeriods {
    years = List.copyOf(years);
    budgets_usd = List.copyOf(budgets_usd);
    for (int t = 1; t < years.size(); t++) {
      if (years.get(t) <= years.get(t - 1)) {
        throw new IllegalArgumentException("Periods must rise: " + years + ".");
      }
    }
    if (!budgets_usd.isEmpty() && budgets_usd.size() != years.size()) {
      throw new IllegalArgumentException(
          "budgets (" + budgets_usd.size() + ") must equal periods (" + years.size() + ").");
    }
  }

  public boolean isOne() {
    return years.isEmpty();
  }

  /// Number of periods, 1 where none are stated.
  public int count() {
    return StrictMath.max(1, years.size());
  }

  /// First year of a period.
  ///
  /// @param only the year of the one period where none are stated
  public int year(int period, int only) {
    return isOne() ? only : years.get(period);
  }

  public double budget_usd(int period) {
    return budgets_usd.isEmpty() ? Double.POSITIVE_INFINITY : budgets_usd.get(period);
  }

  public boolean hasBudgets() {
    return budgets_usd.stream().anyMatch(b -> b < Double.POSITIVE_INFINITY);
  }

  /// Period that a year lies in; those before the first belong to it.
  public int of(int year) {
    int period = 0;
    while (period + 1 < years.size() && years.get(period + 1) <= year) {
      period++;
    }
    return period;
  }
}
