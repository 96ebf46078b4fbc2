package org.tonle.plan.cost;

import org.tonle.model.Technology.Life;

/// Cash flow of works: what is paid in each year of a horizon, not discounted. Discounted and less
/// the residual values it is their [PresentCost].
public final class CashFlow {
  private final Horizon horizon;
  private final double[] capital_usd;
  private final double[] running_usd;
  private final double[] renewal_usd;

  public CashFlow(Horizon horizon) {
    this.horizon = horizon;
    capital_usd = new double[horizon.years()];
    running_usd = new double[horizon.years()];
    renewal_usd = new double[horizon.years()];
  }

  /// Adds a part that is built at the start of year `start` (0 = the first) and runs until the
  /// horizon's end.
  public void add(double capital_usd, double running_usd_per_a, Life life, int start) {
    if (start >= horizon.years()) {
      return;
    }
    this.capital_usd[start] += capital_usd;
    for (int year = start; year < horizon.years(); year++) {
      running_usd[year] += running_usd_per_a;
    }
    renew(capital_usd * life.civilShare(), life.civil_a(), start);
    renew(capital_usd * (1 - life.civilShare()), life.machines_a(), start);
  }

  private void renew(double capital_usd, double life_a, int start) {
    if (capital_usd == 0 || life_a == Double.POSITIVE_INFINITY) {
      return;
    }
    int life = (int) StrictMath.max(1, StrictMath.round(life_a));
    for (int year = start + life; year < horizon.years(); year += life) {
      renewal_usd[year] += capital_usd;
    }
  }

  public int years() {
    return horizon.years();
  }

  /// What is paid in a year (0 = the first) for what is built in it.
  public double capital_usd(int year) {
    return capital_usd[year];
  }

  /// What is paid by the end of a year for running what stands.
  public double running_usd(int year) {
    return running_usd[year];
  }

  /// What is paid at the start of a year for what has worn out.
  public double renewal_usd(int year) {
    return renewal_usd[year];
  }
}
