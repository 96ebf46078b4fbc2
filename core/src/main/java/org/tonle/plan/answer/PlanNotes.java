package org.tonle.plan.answer;

import java.util.OptionalDouble;

/// Notes on how a plan was made, beside the answer itself.
///
/// @param equity smallest share of what works can reach that a province reaches; empty if nobody
///   asked for it
/// @param leastProvince the province that reaches it
/// @param flows what the plan does to discharges
public record PlanNotes(OptionalDouble equity, String leastProvince, FlowChange flows) {
  /// Nothing to note.
  public static final PlanNotes NONE = new PlanNotes(OptionalDouble.empty(), "", FlowChange.NONE);

  PlanNotes with(FlowChange other) {
    return new PlanNotes(equity, leastProvince, other);
  }

  /// Change of discharges by a plan's works (docs/theory/plan.md, Eq. 26).
  ///
  /// @param largestShare largest change of a reach's mean discharge in a season, as a share of it;
  ///   NaN if it was not computed
  /// @param reach where
  /// @param season when
  /// @param rounds how often the effects were computed again with the new discharges
  public record FlowChange(double largestShare, String reach, String season, int rounds) {
    public static final FlowChange NONE = new FlowChange(Double.NaN, "", "", 0);
  }
}
