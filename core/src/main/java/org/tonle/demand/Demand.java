package org.tonle.demand;

import java.util.List;
import java.util.Optional;
import org.tonle.cause.Cause;

/// How much load must go, where, and for which place (docs/theory/demand.md).
///
/// @param designFlow id of the low flow it is worked out at, or "" for the study's seasons
/// @param cuts one per source and constituent of load that binds anywhere, by unit and source
/// @param capacities one per bound and constituent of load
public record Demand(
    Allocation allocation, String designFlow, List<Cut> cuts, List<Capacity> capacities) {
  public Demand {
    cuts = List.copyOf(cuts);
    capacities = List.copyOf(capacities);
  }

  /// What one source must cut of one constituent. Loads are what reaches the water, mean of the
  /// year; of bacteria 10^12 counts/a.
  ///
  /// @param kept share of the load that may stay
  /// @param cutLow_t_per_a and `cutHigh_t_per_a`: 5th and 95th percentile over the draws of what
  ///   the binding place asks of an equal percentage
  /// @param peopleEquivalent people who make the load to be cut, by the study's mean person
  /// @param wastewater_m3_per_d of the source; NaN where it has none
  /// @param treat_m3_per_d of it to be treated if treatment took all; NaN where it has none
  /// @param binding number of the bound that asks most, or -1
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

  /// The largest load of the listed sources that a place can bear (Eqs. 2–4), as what reaches the
  /// water, mean of the year; of bacteria 10^12 counts.
  ///
  /// @param bound number of the bound
  /// @param constituent of the load
  /// @param now_t_per_a load now of the sources that add to it
  /// @param point_t_per_a of it from sewers, works and parks
  /// @param central share of it that meets the limit in the median draw
  /// @param confident share that meets it at the confidence; 0 where none does
  /// @param excess5_t_per_a and `excess50_t_per_a`, `excess95_t_per_a`: over the draws, what
  ///   exceeds
  /// @param transboundaryShare share of the concentration that comes over the border, if the
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

    /// What of the allowed load falls to sewers, works and parks, in the measure of their load now:
    /// the waste load allocation.
    public double pointAllocation_t_per_a() {
      return now_t_per_a > 0 ? allowed_t_per_a() * point_t_per_a / now_t_per_a : 0;
    }

    /// The rest of the allowed load: the load allocation.
    public double diffuseAllocation_t_per_a() {
      return allowed_t_per_a() - pointAllocation_t_per_a();
    }

    /// Kept unused for what is not known.
    public double marginOfSafety_t_per_a() {
      return capacity_t_per_a() - allowed_t_per_a();
    }
  }
}
