package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;

/// Carries the loads of all draws in float vectors, one per member of the group.
final class FloatCarrier implements Carrier<float[][]> {
  private final FloatGroup group;
  private final Network network;
  private final LoadLanes lanes;
  private final FloatStep step;
  private final FloatRecorder recorder;
  private final FloatTally tally;
  private final int members;
  private final int draws;
  private final float[][] head;
  private final float[][] along;
  private final float[][] out;

  FloatCarrier(FloatGroup group) {
    this.group = group;
    network = group.network();
    lanes = group.lanes();
    members = group.kinetics().memberCount();
    draws = group.vectors().draws();
    step = group.step();
    recorder = new FloatRecorder(group);
    tally = new FloatTally(lanes, members, draws);
    head = vector();
    along = vector();
    out = vector();
  }

  @Override
  public float[][] vector() {
    return new float[members][group.vectors().length()];
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
      lanes.add(from[m], to[m]);
    }
  }

  @Override
  public void addOwn(int season, int node, float[][] load) {
    group.atNodes().add(lanes, season, node, load);
  }

  @Override
  public void pass(int season, int node, float[][] load) {
    SeasonNetwork flow = network.seasons().get(season);
    float seconds = (float) flow.duration_s();
    double leaving = flow.leaving_m3_per_s()[node];
    if (leaving <= 0) {
      tally.add(MassLine.NOT_DELIVERED, load, seconds);
      return;
    }
    tally.add(MassLine.OUT, load, (float) flow.outShare()[node] * seconds);
    tally.add(MassLine.ABSTRACTION, load, (float) flow.abstractionShare()[node] * seconds);
    tally.add(MassLine.LOSS, load, (float) flow.lossShare()[node] * seconds);
    double created = flow.created(node);
    if (StrictMath.abs(created) > 1e-12) {
      tally.add(MassLine.CREATED, load, (float) created * seconds);
    }
    for (int place : group.nodePlaces().of(node)) {
      recorder.record(season, place, load, (float) (1 / leaving), perFlow(season, node));
    }
  }

  private float @Nullable [] perFlow(int season, int node) {
    return group.vectors().perFlowFactor(season, network.seasons().get(season).flowClass()[node]);
  }

  @Override
  public void carry(
      int season, int segment, float[][] load, How how, boolean adds, float[][] tail) {
    SeasonNetwork flow = network.seasons().get(season);
    float[][] begin = begin((float) flow.fraction()[segment], load);
    float @Nullable [][] spread = spread(season, segment, how);
    float[][] worst = step.run(season, segment, begin, spread, how.isForced(), out);
    if (how == How.RECORDED) {
      float seconds = (float) flow.duration_s();
      tally.addLost(MassLine.REMOVED, begin, out, seconds);
      if (spread != null) {
        tally.add(MassLine.REMOVED, spread, seconds);
      }
      record(season, segment, worst);
    }
    if (adds) {
      add(out, tail);
    } else {
      copy(out, tail);
    }
  }

  private float[][] begin(float fraction, float[][] load) {
    if (fraction == 1) {
      return load;
    }
    for (int m = 0; m < members; m++) {
      lanes.scale(load[m], fraction, head[m]);
    }
    return head;
  }

  private float @Nullable [][] spread(int season, int segment, How how) {
    if (!how.isForced() || group.along().isEmpty(segment)) {
      return null;
    }
    clear(along);
    group.along().add(lanes, season, segment, along);
    return along;
  }

  /// Collects the segments of a reach and records it with its last one.
  private void record(int season, int segment, float[][] worst) {
    int reach = network.segmentReach()[segment];
    SeasonNetwork flow = network.seasons().get(season);
    float perDischarge = (float) (1 / flow.discharge_m3_per_s()[reach]);
    float[] perFlow = perFlow(season, flow.up()[segment]);
    ReachParts<float[][]> parts = group.parts();
    if (parts.isWhole(reach)) {
      recorder.record(season, reach, worst, perDischarge, perFlow);
      return;
    }
    ReachParts.Part<float[][]> part = parts.at(season, reach);
    if (part == null) {
      float[][] own = vector();
      copy(worst, own);
      part = new ReachParts.Part<>(own, own);
      parts.put(season, reach, part);
    } else {
      for (int m = 0; m < members; m++) {
        if (m == group.kinetics().oxygen()) {
          lanes.lower(part.worst()[m], worst[m], part.worst()[m]);
        } else {
          lanes.higher(part.worst()[m], worst[m], part.worst()[m]);
        }
      }
    }
    if (parts.isLast(season, segment)) {
      recorder.record(season, reach, part.worst(), perDischarge, perFlow);
      parts.put(season, reach, null);
    }
  }

  @Override
  public double[] toDouble(float[][] load) {
    double[] found = new double[members * draws];
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
  public void recordLake(int season, int lake, double[] concentration) {
    fromDouble(concentration, out);
    recorder.record(season, network.reachCount() + lake, out, 1, null);
  }

  @Override
  public void tally(MassLine line, double[] load, double factor) {
    tally.add(line, load, factor);
  }

  @Override
  public void finish() {
    tally.moveTo(group.result().mass);
  }
}
