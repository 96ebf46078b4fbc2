package org.tonle.plan.cost;

import org.tonle.model.Technology.Life;

/// Present cost of works (docs/theory/cost.md, Eqs. 10–13), by what it is for.
///
/// Capital is paid at the start of the works' first year, running costs at the end of every year
/// that they run, renewal at the end of a part's life if that is before the end of the horizon.
/// There each part is worth the share of its life that is left.
///
/// @param residual_usd present worth of what stands at the end, to be subtracted
public record PresentCost(
    double capital_usd, double running_usd, double renewal_usd, double residual_usd) {
  public static final PresentCost NONE = new PresentCost(0, 0, 0, 0);

  /// Works built at the start of year `start` (0 = today) that run until the horizon's end, with
  /// the same running cost in every year.
  public static PresentCost of(
      double capital_usd, double running_usd_per_a, Life life, int start, Horizon horizon) {
    if (start >= horizon.years()) {
      return NONE;
    }
    PresentCost civil = part(capital_usd * life.civilShare(), life.civil_a(), start, horizon);
    PresentCost machines =
        part(capital_usd * (1 - life.civilShare()), life.machines_a(), start, horizon);
    double running_usd = running_usd_per_a * horizon.worth(start, horizon.years());
    return civil.plus(machines).plus(new PresentCost(0, running_usd, 0, 0));
  }

  /// The same for running costs that differ by year.
  ///
  /// @param running_usd_per_a running cost of each year after the start
  public static PresentCost of(
      double capital_usd, double[] running_usd_per_a, Life life, int start, Horizon horizon) {
    PresentCost sum = of(capital_usd, 0, life, start, horizon);
    double running_usd = 0;
    for (int i = 0; i < running_usd_per_a.length && start + i < horizon.years(); i++) {
      running_usd += running_usd_per_a[i] * horizon.worth(start + i + 1);
    }
    return sum.plus(new PresentCost(0, running_usd, 0, 0));
  }

  private static PresentCost part(double capital_usd, double life_a, int start, Horizon horizon) {
    double first_usd = capital_usd * horizon.worth(start);
    if (capital_usd == 0 || life_a == Double.POSITIVE_INFINITY) {
      return new PresentCost(first_usd, 0, 0, capital_usd * horizon.worth(horizon.years()));
    }
    int life = (int) StrictMath.max(1, StrictMath.round(life_a));
    double renewal_usd = 0;
    int built = start;
    while (built + life < horizon.years()) {
      built += life;
      renewal_usd += capital_usd * horizon.worth(built);
    }
    double left = 1 - (double) (horizon.years() - built) / life;
    double residual_usd = capital_usd * left * horizon.worth(horizon.years());
    return new PresentCost(first_usd, 0, renewal_usd, residual_usd);
  }

  public double total_usd() {
    return capital_usd + running_usd + renewal_usd - residual_usd;
  }

  public PresentCost plus(PresentCost other) {
    return new PresentCost(
        capital_usd + other.capital_usd,
        running_usd + other.running_usd,
        renewal_usd + other.renewal_usd,
        residual_usd + other.residual_usd);
  }

  /// The same in yearly payments over the horizon.
  public double annuity_usd_per_a(Horizon horizon) {
    return total_usd() * horizon.annuity_per_a();
  }
}
