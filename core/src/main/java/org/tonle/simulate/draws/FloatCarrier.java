package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.convert.Size;
import org.tonle.simulate.ReachParts;
import org.tonle.simulate.course.Carrier;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Passage;

/// Carrier of the loads of all draws in float vectors, one per member of the group.
public final class FloatCarrier implements Carrier<float[][]> {
  private final FloatRiver river;
  private final LoadLanes lanes;
  private final FloatStep step;
  private final FloatRecorder recorder;
  private final @Nullable FloatBalance balance;
  private final @Nullable ReachParts<float[][]> parts;
  private final int members;
  private final int draws;
  private final Passage passage;
  private final float[][] alongSpace;
  private final float[] @Nullable [] along;
  private final float[][] out;

  public FloatCarrier(
      FloatRiver river, @Nullable ReachParts<float[][]> parts, @Nullable FloatBalance balance) {
    this.river = river;
    this.parts = parts;
    this.balance = balance;
    lanes = river.lanes();
    members = river.members();
    draws = river.draws();
    step = river.step(lanes);
    recorder = new FloatRecorder(river, lanes);
    alongSpace = vector();
    passage = new Passage(step.reactions(), draws);
    along = new float[members][];
    out = vector();
  }

  @Override
  public float[][] vector() {
    return new float[members][Lanes.length(draws)];
  }

  @Override
  public void clear(float[][] v) {
    for (float[] member : v) {
      java.util.Arrays.fill(member, 0);
    }
  }

  @Override
  public void copy(float[][] from, float[][] to) {
    for (int m = 0; m < members; m++) {
      System.arraycopy(from[m], 0, to[m], 0, from[m].length);
    }
  }

  @Override
  public void add(float[][] from, float[][] to) {
    for (int m = 0; m < members; m++) {
      lanes.addOrSet(from[m], true, to[m]);
    }
  }

  @Override
  public void addOwn(int season, int node, boolean sets, float[][] load) {
    river.atNodes().add(lanes, season, node, sets, load);
  }

  @Override
  public void pass(int season, int node, float[][] load) {
    if (balance != null) {
      balance.pass(season, node, load);
    }
    for (int place : river.nodePlaces(node)) {
      recorder.recordNode(season, place, node, load);
    }
  }

  @Override
  public void carry(
      int season, int segment, float[][] load, How how, boolean adds, float[][] tail) {
    float fraction = river.fraction(season, segment);
    float @Nullable [] @Nullable [] spread = spread(season, segment, how);
    boolean isBalanced = balance != null && how == How.RECORDED;
    float[][] found =
        isBalanced
            ? step.run(season, segment, load, fraction, spread, how.isForced(), false, out)
            : step.run(season, segment, load, fraction, spread, how.isForced(), adds, tail);
    if (how == How.RECORDED && river.isRecorded(segment)) {
      record(season, segment, found == null ? load : found, found == null ? fraction : 1);
    }
    if (isBalanced && balance != null) {
      balance.carried(season, load, fraction, spread, out);
      for (int m = 0; m < members; m++) {
        lanes.addOrSet(out[m], adds, tail[m]);
      }
    }
  }

  @Override
  public boolean visit(
      int season,
      int node,
      int segment,
      boolean sets,
      float[][] load,
      boolean adds,
      float[][] tail) {
    int reach = river.reach(segment);
    boolean isPlain =
        balance == null
            && river.fraction(season, segment) == 1
            && river.nodePlaces(node).length == 0
            && river.along().isEmpty(segment)
            && river.isRecorded(segment)
            && river.isWhole(reach);
    if (!isPlain
        || !step.isPrepared(season, segment, passage)
        || !recorder.isPrepared(season, reach, passage)) {
      return false;
    }
    float[] per = river.perFlow(season, segment);
    passage.per = per == null ? passage.ones : per;
    passage.scale = river.perDischarge(season, segment);
    passage.base = adds ? tail[0] : passage.nothing;
    passage.tail = tail[0];
    river.atNodes().put(lanes, season, node, sets, load[0], passage);
    lanes.pass(passage, draws, recorder.moments());
    recorder.record(season, reach);
    return true;
  }

  private float @Nullable [] @Nullable [] spread(int season, int segment, How how) {
    if (!how.isForced() || river.along().isEmpty(segment)) {
      return null;
    }
    river.along().find(lanes, season, segment, alongSpace, along);
    return along;
  }

  /// Collects the segments of a reach and records the reach at its last segment.
  private void record(int season, int segment, float[][] worst, float fraction) {
    int reach = river.reach(segment);
    float scale = river.perDischarge(season, segment);
    float[] perFlow = river.perFlow(season, segment);
    if (parts == null || river.isWhole(reach)) {
      recorder.record(season, reach, worst, fraction * scale, perFlow);
      return;
    }
    ReachParts.Part<float[][]> part = parts.at(season, reach);
    if (part == null) {
      float[][] own = vector();
      for (int m = 0; m < members; m++) {
        lanes.scale(worst[m], fraction, own[m]);
      }
      part = new ReachParts.Part<>(own, own);
      parts.put(season, reach, part);
    } else {
      for (int m = 0; m < members; m++) {
        float[] so = part.worst()[m];
        if (m == river.oxygen()) {
          lanes.lower(worst[m], fraction, so, so);
        } else {
          lanes.higher(worst[m], fraction, so, so);
        }
      }
    }
    if (parts.isLast(season, segment)) {
      recorder.record(season, reach, part.worst(), scale, perFlow);
      parts.put(season, reach, null);
    }
  }

  @Override
  public double[] toDouble(float[][] load) {
    double[] found = new double[Size.of(Double.BYTES, members, draws)];
    for (int m = 0; m < members; m++) {
      for (int d = 0; d < draws; d++) {
        found[m * draws + d] = load[m][d];
      }
    }
    return found;
  }

  @Override
  public void fromDouble(double[] load, float[][] to) {
    for (int m = 0; m < members; m++) {
      for (int d = 0; d < to[m].length; d++) {
        to[m][d] = (float) load[m * draws + StrictMath.min(d, draws - 1)];
      }
    }
  }

  @Override
  public void recordLake(
      int season, int place, int node, double[] concentration, double[] massAtEnd) {
    fromDouble(concentration, out);
    recorder.record(season, place, out, 1, null);
    if (river.perLeaving(season, node) <= 0) {
      for (int at : river.nodePlaces(node)) {
        recorder.record(season, at, out, 1, null);
      }
    }
  }

  @Override
  public void tally(MassLine line, double[] load, double factor) {
    if (balance != null) {
      balance.add(line, load, factor);
    }
  }

  @Override
  public boolean tallies() {
    return balance != null;
  }

  @Override
  public void finish() {
    if (balance != null) {
      balance.moveTo(river.result().mass);
    }
  }
}
