package org.tonle.plan.cost;

import org.tonle.model.Catalogue.Sizes;
import org.tonle.model.CostCurve;
import org.tonle.model.Price;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Technology;
import org.tonle.model.TechnologyCost;

/// Price of a technology in US dollars of the base year, and what it takes and gives off, by
/// capacity (docs/theory/cost.md, Eqs. 6–8).
///
/// @param capital of a new plant
/// @param running cost of a year at full load
public record TechnologyPrice(
    Technology technology,
    TechnologyCost stated,
    CapacityCost capital,
    CapacityCost running,
    Sizes sizes) {
  private static final double DAYS_PER_A = 365;

  /// Warming by a kilogram of methane and of nitrous oxide over 100 years, in kilograms of carbon
  /// dioxide (IPCC 2021, AR6 table 7.15; methane not of fossil origin).
  private static final double CO2_PER_CH4 = 27.0;

  private static final double CO2_PER_N2O = 273;

  /// Nitrous oxide per nitrogen in it, by weight.
  private static final double N2O_PER_N = 44.0 / 28;

  /// This technology followed by a step; its cost is the sum, its fixed share and spread are this
  /// technology's.
  public TechnologyPrice followedBy(TechnologyPrice step) {
    return new TechnologyPrice(
        technology.followedBy(step.technology),
        stated,
        new SumCost(capital, step.capital),
        new SumCost(running, step.running),
        sizes);
  }

  /// The same, dearer or cheaper by a factor.
  TechnologyPrice times(double factor) {
    return new TechnologyPrice(
        technology, stated, capital.times(factor), running.times(factor), sizes);
  }

  public double capital_usd(double capacity_m3_per_d) {
    return capital.usd(capacity_m3_per_d);
  }

  /// Running cost of a year: a fixed share, the rest with the share of the capacity that is used.
  public double running_usd_per_a(double capacity_m3_per_d, double treated_m3_per_d) {
    if (capacity_m3_per_d <= 0) {
      return 0;
    }
    double full_usd = running.usd(capacity_m3_per_d);
    double used = StrictMath.max(0, StrictMath.min(1, treated_m3_per_d / capacity_m3_per_d));
    return full_usd * (stated.fixedShare() + (1 - stated.fixedShare()) * used);
  }

  /// Whether the cost at this capacity is an extrapolation.
  public CapacityCost.Extent extent(double capacity_m3_per_d) {
    return capital.extent(capacity_m3_per_d);
  }

  public double land_m2(double capacity_m3_per_d) {
    return technology.needs().land_m2_per_m3_per_d().value() * capacity_m3_per_d;
  }

  public double energy_kwh_per_a(double treated_m3_per_d) {
    return technology.needs().energy_kwh_per_m3().value() * treated_m3_per_d * DAYS_PER_A;
  }

  /// Dry solids of sludge.
  public double sludge_t_per_a(double people) {
    return technology.needs().sludge_g_per_person_per_d().value() * people * DAYS_PER_A / 1e6;
  }

  /// Greenhouse gas from the wastewater, as carbon dioxide; that of the electricity is not in it.
  public double gas_t_per_a(double bod5_kg_per_d, double nitrogen_kg_per_d) {
    double methane = technology.needs().methane_kg_per_kg().value() * bod5_kg_per_d * CO2_PER_CH4;
    double nitrous =
        technology.needs().nitrousOxide_kg_per_kg().value()
            * nitrogen_kg_per_d
            * N2O_PER_N
            * CO2_PER_N2O;
    return (methane + nitrous) * DAYS_PER_A / 1000;
  }

  /// Share of a constituent that a plant of this capacity removes over the year. A small plant does
  /// not always treat as designed.
  public double removalShare(String constituent, double capacity_m3_per_d) {
    double designed =
        technology.removal(constituent).map(Technology.Removal::typicalShare).orElse(0.0);
    return designed * sizes.reliabilityShare(capacity_m3_per_d);
  }

  /// Whether the capital comes from a publication that was checked: not from the default curve, an
  /// estimate, or figures that were not checked.
  public boolean isVerified() {
    return !stated.isDefault()
        && switch (stated.capital()) {
          case CostCurve.Power power -> isVerified(power.price());
          case CostCurve.Points points ->
              points.points().stream().allMatch(p -> isVerified(p.price()));
          case CostCurve.ShareOfCapital share -> isVerified(share.provenance());
        };
  }

  private static boolean isVerified(Price price) {
    return isVerified(price.provenance());
  }

  private static boolean isVerified(Provenance provenance) {
    return provenance.quality().compareTo(Quality.DERIVED) <= 0;
  }

  /// Whether the capital is the default curve's, times the ratio of the class.
  public boolean isDefault() {
    return stated.isDefault();
  }
}
