package org.tonle.export.plan;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tonle.convert.Tie;

/// Saved plan: the answer that `tonle plan --save` writes beside the scenario, as far as the file
/// holds it. Lists are empty where a file says nothing; figures that are not known are NaN.
///
/// @param curveAll_km the most river that the curve could reach
/// @param isChanged whether the scenario was changed after the plan was made
/// @param sites where works stand in every plan over the draws of costs, and with what
public record SavedPlan(
    Headline headline,
    boolean isChanged,
    List<Work> works,
    List<LimitState> limits,
    List<Year> years,
    List<Point> curve,
    double curveAll_km,
    Grounds grounds,
    List<Surety> sureties,
    List<StandardPrice> prices,
    List<Site> sites,
    List<Swaps> alternatives) {
  public SavedPlan {
    works = List.copyOf(works);
    limits = List.copyOf(limits);
    years = List.copyOf(years);
    curve = List.copyOf(curve);
    sureties = List.copyOf(sureties);
    prices = List.copyOf(prices);
    sites = List.copyOf(sites);
    alternatives = List.copyOf(alternatives);
  }

  /// What the plan is and costs.
  ///
  /// @param status word of the outcome, e.g. "proven"
  /// @param law standard whose limits the plan keeps; "" if the file does not say
  /// @param goal "least_cost", or what was sought most of: "most_river", "most_people"
  /// @param cost_usd present worth
  /// @param bound_usd no plan costs less
  /// @param gap share of the cost that could be saved at most
  /// @param priceYear year of the prices
  public record Headline(
      String status,
      String law,
      String goal,
      double confidence,
      double cost_usd,
      double bound_usd,
      double gap,
      OptionalDouble budget_usd,
      int priceYear,
      int horizon_a,
      double discount_per_a,
      int freshDraws) {}

  /// What the plan rests on.
  ///
  /// @param costDraws number of draws of costs behind `sites`
  /// @param idleSites sites without works in every one of them
  /// @param regretMean how much dearer the plan is than the cheapest of a draw of costs, as a share
  /// @param regretP90 the same in nine of ten draws at most
  /// @param limits_usd what limits cost that are estimates or unverified
  /// @param costs_usd present cost of what has an estimated or unverified price
  public record Grounds(
      int costDraws,
      int idleSites,
      double regretMean,
      double regretP90,
      double limits_usd,
      double costs_usd) {}

  /// Work of the plan.
  ///
  /// @param option id, as `tonle plan --options` lists it
  /// @param kind "own_plant", "sewers_and_plant", …
  /// @param sites sources that it serves; a shared plant stands at the first
  /// @param removed_t_per_a what it keeps out of the water, by constituent; below 0 it adds
  /// @param isCostDefault whether nobody has stated what its technology costs
  public record Work(
      String option,
      String kind,
      List<String> sites,
      String technology,
      double capacity_m3_per_d,
      People people,
      int year,
      Money money,
      double land_m2,
      double energy_kwh_per_a,
      Map<String, Double> removed_t_per_a,
      boolean isCostDefault) {
    public Work {
      sites = List.copyOf(sites);
      removed_t_per_a = Map.copyOf(removed_t_per_a);
    }
  }

  /// People whom a work serves.
  ///
  /// @param served people whose wastewater a plant treats
  /// @param sewered people who get a sewer
  /// @param tanks people whose tanks are emptied, or who get one
  public record People(double served, double sewered, double tanks) {
    /// All whom the work serves.
    public double all() {
      return StrictMath.max(served, tanks);
    }
  }

  /// Cost of a work.
  ///
  /// @param collection_usd part of the capital that goes into sewers and pumping; NaN if not told
  public record Money(
      double capital_usd, double running_usd_per_a, double present_usd, double collection_usd) {}

  /// Limit before and after the plan.
  ///
  /// @param reach "planned", "given_up", "none_found", "beyond_works", "beyond_sources"
  /// @param aim share of simulations that the plan must meet it in
  /// @param before share that meets it without the plan, `after` with it
  public record LimitState(
      String place,
      String season,
      String constituent,
      String reach,
      double aim,
      double before,
      double after,
      double sureOf) {
    public boolean isPlanned() {
      return reach.equals("planned");
    }

    /// Whether fresh draws prove that it holds as surely as asked.
    public boolean holds() {
      return isPlanned() && !Tie.isAbove(aim, sureOf);
    }

    /// Whether it holds in as many fresh draws as asked, proven or not.
    public boolean isMet() {
      return isPlanned() && !Tie.isAbove(aim, after);
    }

    /// Whether it fails without the listed sources, too.
    public boolean isBeyondSources() {
      return reach.equals("beyond_sources");
    }
  }

  /// Year of the cash flow.
  public record Year(
      int year, double capital_usd, double running_usd, double renewal_usd, double budget_usd) {}

  /// Point of the curve: what a budget buys.
  ///
  /// @param river_km km of river × share of the year that meet their limits
  /// @param first options that this point has and the one before had not
  public record Point(
      double cost_usd, double river_km, double people, double limits, List<String> first) {
    public Point {
      first = List.copyOf(first);
    }
  }

  /// What it costs to be as sure as this.
  public record Surety(double confidence, double cost_usd, double limits) {}

  /// What giving up a standard saves.
  ///
  /// @param by "place", "unit" or "constituent"
  /// @param id of the place, unit or constituent
  /// @param limits number of limits given up
  public record StandardPrice(String by, String id, int limits, double saved_usd) {}

  /// Site over draws of costs.
  ///
  /// @param acts share of the draws in which anything is built there
  /// @param options share of each option
  public record Site(String site, double acts, Map<String, Double> options) {
    public Site {
      options = Map.copyOf(options);
    }
  }

  /// Another plan that costs little more, as what differs by site.
  ///
  /// @param kind "other", "fewest_works", "least_energy", "least_land"
  /// @param within how much dearer it may be, as a share
  public record Swaps(String kind, double within, double cost_usd, List<Swap> swaps) {
    public Swaps {
      swaps = List.copyOf(swaps);
    }
  }

  /// Exchange of options at some sites.
  public record Swap(List<String> sites, List<String> from, List<String> to) {
    public Swap {
      sites = List.copyOf(sites);
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /// What it costs to build all works.
  public double capital_usd() {
    return works.stream().mapToDouble(w -> w.money().capital_usd()).sum();
  }

  /// What it costs to run all works for a year.
  public double running_usd_per_a() {
    return works.stream().mapToDouble(w -> w.money().running_usd_per_a()).sum();
  }

  /// Number of limits that the plan is for.
  public long plannedLimits() {
    return limits.stream().filter(LimitState::isPlanned).count();
  }

  /// Number of those that fresh draws prove to hold.
  public long provenLimits() {
    return limits.stream().filter(LimitState::holds).count();
  }
}
