package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.NodePlaces;
import org.tonle.simulate.ReachParts;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;
import org.tonle.simulate.lanes.PlainLanes;
import org.tonle.simulate.lanes.PlainLoadLanes;
import org.tonle.simulate.lanes.VectorLanes;
import org.tonle.simulate.lanes.VectorLoadLanes;

/// Group of linked constituents of a network in float, shared by all threads.
record FloatGroup(
    Network network,
    Course course,
    Kinetics kinetics,
    FloatVectors vectors,
    FloatLoads atNodes,
    FloatLoads along,
    NodePlaces places,
    ReachParts<float[][]> parts,
    YearSums years,
    Keep wanted,
    GroupResult result,
    boolean isVector)
    implements FloatRiver {

  /// The same group for one thread.
  FloatGroup ofWorker() {
    return new FloatGroup(
        network,
        course,
        kinetics,
        vectors.ofWorker(),
        atNodes,
        along,
        places,
        parts,
        years,
        wanted,
        result,
        isVector);
  }

  @Override
  public Thresholds thresholds() {
    return years.thresholds();
  }

  @Override
  public int members() {
    return kinetics.memberCount();
  }

  @Override
  public int oxygen() {
    return kinetics.oxygen();
  }

  @Override
  public int draws() {
    return vectors.draws();
  }

  @Override
  public int[] nodePlaces(int node) {
    return places.of(node);
  }

  @Override
  public @Nullable FloatReading reading(int place, int member) {
    int constituent = kinetics.constituents()[member];
    return vectors.reading(constituent, places.isLake(place, network.nodeLake()));
  }

  private SeasonNetwork inSeason(int season) {
    return network.seasons().get(season);
  }

  private int flowClass(int season, int segment) {
    SeasonNetwork inSeason = inSeason(season);
    return inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
  }

  @Override
  public float perLeaving(int season, int node) {
    double leaving = inSeason(season).nodes().leaving_m3_per_s()[node];
    return leaving > 0 ? (float) (1 / leaving) : 0;
  }

  @Override
  public float @Nullable [] perNodeFlow(int season, int node) {
    return vectors.perFlowFactor(season, inSeason(season).nodes().flowClass()[node]);
  }

  @Override
  public float fraction(int season, int segment) {
    return (float) inSeason(season).flow().fraction()[segment];
  }

  @Override
  public float perDischarge(int season, int segment) {
    return (float)
        (1 / inSeason(season).reaches().discharge_m3_per_s()[network.segmentReach()[segment]]);
  }

  @Override
  public float @Nullable [] perFlow(int season, int segment) {
    return vectors.perFlowFactor(season, flowClass(season, segment));
  }

  @Override
  public void losses(int season, int segment, Losses losses) {
    int reach = network.segmentReach()[segment];
    int at = season * network.reachCount() + reach;
    double time_s =
        inSeason(season).reaches().travelTime_s()[reach] * network.lengthShare()[segment];
    int flowClass = flowClass(season, segment);
    losses.clear(vectors.timeFactor(season, flowClass));
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      float[] drawn =
          vectors.rate(
              kinetics.reaches().vector()[r][reach],
              season,
              flowClass,
              kinetics.reaches().flowExponent()[r][at]);
      losses.add((float) (kinetics.reaches().rate_per_s()[r][at] * time_s), drawn);
    }
  }

  @Override
  public int reach(int segment) {
    return network.segmentReach()[segment];
  }

  @Override
  public boolean isRecorded(int segment) {
    return true;
  }

  @Override
  public boolean isWhole(int reach) {
    return parts.isWhole(reach);
  }

  @Override
  public Lanes arithmetic() {
    return isVector ? new VectorLanes() : new PlainLanes();
  }

  @Override
  public LoadLanes lanes() {
    return isVector ? new VectorLoadLanes() : new PlainLoadLanes();
  }

  @Override
  public FloatStep step(LoadLanes lanes) {
    return kinetics.memberCount() == 1 && kinetics.oxygen() < 0
        ? new FirstOrderStep(this, kinetics.reactionCount(), lanes)
        : new LinkedStep(network, kinetics, vectors, arithmetic(), lanes);
  }
}
