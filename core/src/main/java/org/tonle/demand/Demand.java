package org.tonle.demand;

import java.util.List;
import java.util.Optional;
import org.tonle.cause.Cause;

/// Demand: how much load must be cut, where, and for which place (docs/theory/demand.md).
///
/// @param designFlow id of the low flow that it is computed for, or "" for the study's seasons
/// @param cuts one for each source and constituent of load that any bound asks to cut, by unit and
///   source
/// @param capacities one for each bound and constituent of load
public record Demand(
    Allocation allocation, String designFlow, List<Cut> cuts, List<Capacity> capacities) {
  public Demand {
    cuts = List.copyOf(cuts);
    capacities = List.copyOf(capacities);
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

  /// Capacity: the largest load of the listed sources that a place can bear (Eqs. 2–4), as load
  /// that reaches the water, mean of the year; for bacteria in 10^12 counts.
  ///
  /// @param bound number of the bound
  /// @param constituent constituent of the load
  /// @param now_t_per_a present load of the sources that contribute
  /// @param point_t_per_a part of the present load that comes from sewers, factories and parks
  /// @param central share of the present load that meets the limit in the median draw
  /// @param confident share that meets the limit at the confidence; 0 if none does
  /// @param excess5_t_per_a 5th percentile over the draws of the load above the limit, as
  ///   `excess50_t_per_a` and `excess95_t_per_a` for the others
  /// @param transboundaryShare share of the concentration that comes across the border, if the
  ///   place's country is known
  public record Capacity(
      int bound,
      String constituent,
      double now_t_per_a,
      double point_t_per_a,
      double central,
      double confident,
      double excess5_t_per_a,
      double excess50_t_per_a,
      double excess95_t_per_a,
      Optional<Double> transboundaryShare) {
    public double capacity_t_per_a() {
      return now_t_per_a * central;
    }

    public double allowed_t_per_a() {
      return now_t_per_a * StrictMath.min(confident, central);
    }

    /// Waste load allocation: the part of the allowed load for sewers, factories and parks, in
    /// proportion to their present load.
    public double pointAllocation_t_per_a() {
      return now_t_per_a > 0 ? allowed_t_per_a() * point_t_per_a / now_t_per_a : 0;
    }

    /// Load allocation: the rest of the allowed load.
    public double diffuseAllocation_t_per_a() {
      return allowed_t_per_a() - pointAllocation_t_per_a();
    }

    /// Margin of safety, kept unused because of the uncertainty.
    public double marginOfSafety_t_per_a() {
      return capacity_t_per_a() - allowed_t_per_a();
    }
  }
}
