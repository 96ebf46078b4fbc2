package org.tonle.simulate.bare;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.course.Engine;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.KeptDeliveries;
import org.tonle.simulate.course.Recompute;
import org.tonle.simulate.course.RecomputePlan;
import org.tonle.simulate.draws.FirstOrderStep;
import org.tonle.simulate.draws.FloatCarrier;
import org.tonle.simulate.draws.FloatLoads;
import org.tonle.simulate.draws.FloatRiver;
import org.tonle.simulate.draws.FloatStep;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;
import org.tonle.simulate.lanes.PlainLanes;
import org.tonle.simulate.lanes.PlainLoadLanes;
import org.tonle.simulate.lanes.VectorLanes;
import org.tonle.simulate.lanes.VectorLoadLanes;

/// Bare river: one first-order constituent without lakes, one season, one reach per node, for
/// millions of reaches in some tens of bytes each. Reaches are numbered along the course.
///
/// @param course its only season has no list of nodes; its arcs are the segments
/// @param channels the reaches and the segments through them
/// @param rate_per_s of the loss, the same everywhere
/// @param timeFactor vector that multiplies rate times travel time, or null
/// @param perFlowFactor central over drawn discharge, or null
/// @param loads of each reach
public record BareRiver(
    Course course,
    int draws,
    Channels channels,
    float rate_per_s,
    float @Nullable [] timeFactor,
    float @Nullable [] perFlowFactor,
    FloatLoads loads,
    Thresholds thresholds,
    Keep wanted,
    GroupResult result,
    boolean isVector)
    implements FloatRiver {
  private static final int[] NONE = {};

  /// Channels: reaches and the segments through them.
  ///
  /// @param reachOfSegment reach of each segment; empty: the same number
  /// @param fraction share of its reach's load that a segment takes, not 0; empty: all
  /// @param travelTime_s of each reach
  /// @param perDischarge_s_per_m3 of each reach
  public record Channels(
      int[] reachOfSegment, float[] fraction, float[] travelTime_s, float[] perDischarge_s_per_m3) {

    private int reach(int segment) {
      return reachOfSegment.length == 0 ? segment : reachOfSegment[segment];
    }

    private float fraction(int segment) {
      return fraction.length == 0 ? 1 : fraction[segment];
    }
  }

  /// Runs the constituent; results are written to `result`.
  public void run() {
    new Engine<>(course, this::worker, Grain.USUAL, null).run();
  }

  /// The same run, keeping the values on which a later change elsewhere can build.
  public Baseline keep() {
    KeptDeliveries<float[][]> kept = new KeptDeliveries<>(course, Grain.USUAL.leastKept_count());
    new Engine<>(course, this::worker, Grain.USUAL, kept).run();
    return new Baseline(course, kept);
  }

  private Engine.Worker<float[][]> worker() {
    return new Engine.Worker<>(new FloatCarrier(this, null, null), null);
  }

  /// Baseline: a full run with which changes are compared.
  public static final class Baseline {
    private final Course course;
    private final KeptDeliveries<float[][]> kept;

    private Baseline(Course course, KeptDeliveries<float[][]> kept) {
      this.course = course;
      this.kept = kept;
    }

    /// Plan of the recomputation for a change at some reaches; the same for all constituents.
    public Change plan(boolean[] isChanged) {
      return new Change(new RecomputePlan(course, kept.isKept(), isChanged));
    }

    /// Recomputes the results that a change touches, into the changed river's result, which must
    /// hold the baseline's values.
    ///
    /// @param changed the river with other loads, travel times or rates at the changed reaches
    public void change(BareRiver changed, Change change) {
      new Recompute<>(course, new FloatCarrier(changed, null, null), null, kept).run(change.plan);
    }
  }

  /// Change: the positions to recompute.
  public static final class Change {
    private final RecomputePlan plan;

    private Change(RecomputePlan plan) {
      this.plan = plan;
    }
  }

  /// A river of one season has no limits of the year.
  @Override
  public YearSums years() {
    return new YearSums(thresholds, draws);
  }

  /// An empty result for such a river.
  public static GroupResult result(int reaches, int draws, Keep wanted) {
    return new GroupResult(1, reaches, 1, reaches, draws, wanted);
  }

  @Override
  public int members() {
    return 1;
  }

  @Override
  public int oxygen() {
    return -1;
  }

  @Override
  public FloatLoads atNodes() {
    return loads;
  }

  @Override
  public FloatLoads along() {
    return FloatLoads.NONE;
  }

  @Override
  public int[] nodePlaces(int node) {
    return NONE;
  }

  @Override
  public float perLeaving(int season, int node) {
    return channels.perDischarge_s_per_m3[node];
  }

  @Override
  public float @Nullable [] perNodeFlow(int season, int node) {
    return perFlowFactor;
  }

  @Override
  public float fraction(int season, int segment) {
    return channels.fraction(segment);
  }

  @Override
  public float perDischarge(int season, int segment) {
    return channels.perDischarge_s_per_m3[reach(segment)] / fraction(season, segment);
  }

  @Override
  public float @Nullable [] perFlow(int season, int segment) {
    return perFlowFactor;
  }

  @Override
  public void losses(int season, int segment, Losses losses) {
    losses.clear(timeFactor);
    losses.still = rate_per_s * channels.travelTime_s[reach(segment)];
  }

  @Override
  public int reach(int segment) {
    return channels.reach(segment);
  }

  /// A reach has one result, even if it delivers to several.
  @Override
  public boolean isRecorded(int segment) {
    return segment == course.seasons().getFirst().firstArc(reach(segment));
  }

  @Override
  public boolean isWhole(int reach) {
    return true;
  }

  @Override
  public FloatStep step(LoadLanes lanes) {
    return new FirstOrderStep(this, 1, lanes);
  }

  @Override
  public Lanes arithmetic() {
    return isVector ? new VectorLanes() : new PlainLanes();
  }

  @Override
  public LoadLanes lanes() {
    return isVector ? new VectorLoadLanes() : new PlainLoadLanes();
  }
}
