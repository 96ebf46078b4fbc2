package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LinkedLanes;
import org.tonle.simulate.lanes.LoadLanes;

/// Step of a linked group through a segment, by [LinkedLanes].
final class LinkedStep implements FloatStep {
  private final Network network;
  private final FloatVectors vectors;
  private final LoadLanes lanes;
  private final LinkedLanes linked;
  private final Kinetics kinetics;
  private final float[][] rates;
  private final float[] @Nullable [] none;
  private final float[][] begin;
  private final float[][] out;
  private final float[][] worst;

  LinkedStep(
      Network network, Kinetics kinetics, FloatVectors vectors, Lanes arithmetic, LoadLanes lanes) {
    this.network = network;
    this.vectors = vectors;
    this.lanes = lanes;
    linked = new LinkedLanes(arithmetic, network, kinetics, vectors.draws());
    this.kinetics = kinetics;
    rates = new float[kinetics.reactionCount()][];
    int members = kinetics.memberCount();
    none = new float[members][];
    begin = new float[members][vectors.length()];
    out = new float[members][vectors.length()];
    worst = new float[members][vectors.length()];
  }

  @Override
  public float[][] run(
      int season,
      int segment,
      float[][] head,
      float fraction,
      float @Nullable [] @Nullable [] along,
      boolean isForced,
      boolean adds,
      float[][] tail) {
    SeasonNetwork inSeason = network.seasons().get(season);
    int flowClass = inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
    setRates(season, segment, flowClass);
    for (int m = 0; m < begin.length; m++) {
      lanes.scale(head[m], fraction, begin[m]);
    }
    linked.run(
        season,
        segment,
        rates,
        vectors.orOnes(vectors.flowFactor(season, flowClass)),
        vectors.orOnes(vectors.timeFactor(season, flowClass)),
        begin,
        along == null ? none : along,
        isForced,
        out,
        worst);
    for (int m = 0; m < begin.length; m++) {
      lanes.addOrSet(out[m], adds, tail[m]);
    }
    return worst;
  }

  private void setRates(int season, int segment, int flowClass) {
    int reach = network.segmentReach()[segment];
    for (int r = 0; r < rates.length; r++) {
      rates[r] =
          vectors.orOnes(
              vectors.rate(
                  kinetics.reaches().vector()[r][reach],
                  season,
                  flowClass,
                  kinetics.reaches().flowExponent()[r][season * network.reachCount() + reach]));
    }
  }
}
