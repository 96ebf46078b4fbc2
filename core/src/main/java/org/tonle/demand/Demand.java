package org.tonle.demand;

import java.util.List;
import java.util.Optional;
import org.tonle.assess.Verdict;
import org.tonle.cause.Cause;

/// Demand: how much load must be cut, where, and for which place (docs/theory/demand.md).
///
/// @param designFlow id of the low flow that it is computed for, or "" for the study's seasons
/// @param cuts one for each source and constituent of load that any bound asks to cut, by unit and
///   source
/// @param capacities one for each required limit and constituent of load, in the order of the
///   verdicts
public record Demand(
    Allocation allocation, String designFlow, List<Cut> cuts, List<Capacity> capacities) {
  public Demand {
    cuts = List.copyOf(cuts);
    capacities = List.copyOf(capacities);
  }

  /// Number of bounds whose limit is broken in these draws, though more draws could say otherwise.
  public long tooClose() {
    return allocation.bounds().stream()
        .filter(b -> b.verdict().outcome() == Verdict.Outcome.NEEDS_MORE_DRAWS)
        .count();
  }

  /// Cut of one constituent that one source must make. Loads are those that reach the water, mean
  /// of the year; for bacteria in 10^12 counts/a.
  ///
  /// @param kept share of the load that the source may keep
  /// @param cutLow_t_per_a 5th percentile over the draws, as `cutHigh_t_per_a` the 95th, of the cut
  ///   in equal percentages that the binding place asks for
  /// @param peopleEquivalent people who make the load to cut, by the study's mean person
  /// @param wastewater_m3_per_d wastewater of the source; NaN if it has none
  /// @param treat_m3_per_d wastewater to treat, as if treatment removed everything; NaN without
  ///   wastewater
  /// @param binding number of the bound that asks for the largest cut, or -1
  public record Cut(
      Cause cause,
      double now_t_per_a,
      double kept,
      double cutLow_t_per_a,
      double cutHigh_t_per_a,
      double peopleEquivalent,
      double wastewater_m3_per_d,
      double treat_m3_per_d,
      int binding) {
    public double allowed_t_per_a() {
      return now_t_per_a * kept;
    }

    public double cut_t_per_a() {
      return now_t_per_a * (1 - kept);
    }
  }

  /// Capacity: the largest load of the listed sources that a place can bear in its season (Eqs.
  /// 2–4, 12), as delivered where the water enters the place, and at the sources. Loads in kg/d, a
  /// BOD as 5-day; of bacteria 10^9 counts/d.
  ///
  /// @param number number of the bound; -1 for a limit that is not broken
  /// @param constituent constituent of the load
  /// @param daily_kg_per_d total maximum daily load as delivered, in the central run
  /// @param dailyAtSource_kg_per_d the same as the sources discharge it in this season
  /// @param used_kg_per_d present load of the sources that contribute, as delivered
  /// @param usedAtSource_kg_per_d the same as they discharge it
  /// @param pointShare share of the load used that comes from sewers, factories and parks
  /// @param confident share of the present load that meets the limit at the confidence; 0 if none
  ///   does, NaN if it was not sought
  /// @param excess load above the limit over the load used
  /// @param unused shares of the daily load that no new source may use
  /// @param transboundaryShare share of the concentration that comes across the border, if the
  ///   place's country is known
  public record Capacity(
      Bound bound,
      int number,
      String constituent,
      double daily_kg_per_d,
      double dailyAtSource_kg_per_d,
      double used_kg_per_d,
      double usedAtSource_kg_per_d,
      double pointShare,
      double confident,
      Excess excess,
      Unused unused,
      Optional<Double> transboundaryShare) {

    /// Excess over the draws: its percentiles.
    public record Excess(double p5, double p50, double p95) {}

    /// Unused shares.
    ///
    /// @param margin fixed for what is not known
    /// @param reserve kept for later
    public record Unused(double margin, double reserve) {}

    /// Share of the load that arrives: the rest decays, settles or leaves on the way.
    public double arrivingShare() {
      return usedAtSource_kg_per_d > 0 ? used_kg_per_d / usedAtSource_kg_per_d : Double.NaN;
    }

    public double left_kg_per_d() {
      return daily_kg_per_d - used_kg_per_d;
    }

    public double margin_kg_per_d() {
      return unused.margin * daily_kg_per_d;
    }

    public double reserve_kg_per_d() {
      return unused.reserve * daily_kg_per_d;
    }

    /// What a new source may bring to the place.
    public double newSource_kg_per_d() {
      return StrictMath.max(0, left_kg_per_d() - margin_kg_per_d() - reserve_kg_per_d());
    }

    public double allowed_kg_per_d() {
      return StrictMath.min(used_kg_per_d * confident, daily_kg_per_d);
    }

    /// Waste load allocation: the part of the allowed load for sewers, factories and parks, in
    /// proportion to their present load.
    public double pointAllocation_kg_per_d() {
      return allowed_kg_per_d() * pointShare;
    }

    /// Load allocation: the rest of the allowed load.
    public double diffuseAllocation_kg_per_d() {
      return allowed_kg_per_d() - pointAllocation_kg_per_d();
    }

    /// Margin of safety, kept unused because of the uncertainty.
    public double marginOfSafety_kg_per_d() {
      return daily_kg_per_d - allowed_kg_per_d();
    }
  }
}
