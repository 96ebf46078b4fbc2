package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Kinetics;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;

/// One constituent that decays, settles or is taken up: tail = head · e^{-x} + along · φ1(x), with
/// x(d) = τ(d) · Σ k_r(d) (docs/theory/engine.md).
///
/// Reactions that do not vary are summed first; where nothing varies the exponential is one number.
final class FirstOrderStep implements FloatStep {
  private final Network network;
  private final Kinetics kinetics;
  private final FloatVectors draws;
  private final LoadLanes lanes;
  private final float[] loss;
  private final float[][] vector;
  private final float[][] worst;

  FirstOrderStep(Network network, Kinetics kinetics, FloatVectors draws, LoadLanes lanes) {
    this.network = network;
    this.kinetics = kinetics;
    this.draws = draws;
    this.lanes = lanes;
    loss = new float[kinetics.reactionCount()];
    vector = new float[kinetics.reactionCount()][];
    worst = new float[1][draws.length()];
  }

  @Override
  public float[][] run(
      int season,
      int segment,
      float[][] head,
      float @Nullable [][] along,
      boolean isForced,
      float[][] tail) {
    SeasonNetwork flow = network.seasons().get(season);
    int reach = network.segmentReach()[segment];
    double time_s = flow.travelTime_s()[reach] * network.lengthShare()[segment];
    float[] time = draws.timeFactor(season, flow.flowClass()[flow.up()[segment]]);
    double still = 0;
    int varying = 0;
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      float[] of = draws.multiplier(kinetics.rateVector()[r][reach]);
      double x = kinetics.rate_per_s()[r][season * network.reachCount() + reach] * time_s;
      if (of != null && x != 0) {
        loss[varying] = (float) x;
        vector[varying++] = of;
      } else {
        still += x;
      }
    }
    if (varying == 0 && (time == null || still == 0)) {
      lanes.scale(head[0], (float) Exp.exp(-still), tail[0]);
      if (along != null) {
        lanes.addScaled(along[0], (float) Exp.phi1(still), tail[0]);
      }
    } else if (along == null) {
      lanes.decay(head[0], (float) still, varying, loss, vector, time, tail[0]);
    } else {
      lanes.decayAlong(head[0], along[0], (float) still, varying, loss, vector, time, tail[0]);
    }
    if (along == null) {
      return head;
    }
    lanes.higher(head[0], tail[0], worst[0]);
    return worst;
  }
}
