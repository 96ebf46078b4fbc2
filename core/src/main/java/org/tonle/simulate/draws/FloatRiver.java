package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;

/// River as float sweeps use it, with one linked group: a whole [org.tonle.network.Network], or
/// bare rivers of millions of reaches.
public interface FloatRiver {
  Course course();

  /// Members of the group.
  int members();

  /// The member that is oxygen, or -1.
  int oxygen();

  int draws();

  FloatLoads atNodes();

  FloatLoads along();

  /// Places that have the water of a node.
  int[] nodePlaces(int node);

  /// 1 / water that carries a node's load away [s/m³], 0 if no water does.
  float perLeaving(int season, int node);

  /// Central over drawn discharge of a node, or null if it does not vary.
  float @Nullable [] perNodeFlow(int season, int node);

  /// Share of its upper node's load that a segment takes.
  float fraction(int season, int segment);

  /// 1 / discharge of a segment [s/m³].
  float perDischarge(int season, int segment);

  /// Central over drawn discharge of a segment, or null if it does not vary.
  float @Nullable [] perFlow(int season, int segment);

  /// Fills in the losses of a first-order member along a segment.
  void losses(int season, int segment, Losses losses);

  /// Place of the reach that a segment belongs to.
  int reach(int segment);

  /// Whether a segment counts for the results of its reach.
  boolean isRecorded(int segment);

  /// Whether the reach of a segment has no other segment.
  boolean isWhole(int reach);

  /// Step that carries the group through a segment; one per thread.
  FloatStep step(LoadLanes lanes);

  /// How the concentration of a member at a place is read, or null if nothing moves it.
  default @Nullable FloatReading reading(int place, int member) {
    return null;
  }

  Thresholds thresholds();

  /// Sums of the limits of the year, shared by all threads.
  YearSums years();

  Keep wanted();

  GroupResult result();

  /// Exponentials, percentiles and reactions of one thread.
  Lanes arithmetic();

  /// Arithmetic of loads under way, of one thread.
  LoadLanes lanes();
}
