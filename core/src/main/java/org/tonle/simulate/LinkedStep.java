package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Kinetics;
import org.tonle.network.Network;

/// A linked group, draw by draw in double between float vectors.
final class LinkedStep implements FloatStep {
  private final ReachStep step;
  private final int members;
  private final int draws;
  private final double[] from;
  private final double[] spread;
  private final double[] to;
  private final double[] low;
  private final float[][] worst;

  LinkedStep(Network network, Kinetics kinetics, FloatVectors vectors) {
    step = new ReachStep(network, kinetics, vectors.exact());
    members = kinetics.memberCount();
    draws = vectors.draws();
    from = new double[members * draws];
    spread = new double[members * draws];
    to = new double[members * draws];
    low = new double[members * draws];
    worst = new float[members][vectors.length()];
  }

  @Override
  public float[][] run(
      int season,
      int segment,
      float[][] head,
      float @Nullable [][] along,
      boolean isForced,
      float[][] tail) {
    for (int m = 0; m < members; m++) {
      for (int d = 0; d < draws; d++) {
        from[m * draws + d] = head[m][d];
        spread[m * draws + d] = along == null ? 0 : along[m][d];
      }
    }
    step.run(season, segment, from, spread, isForced, 0, draws, to, low);
    for (int m = 0; m < members; m++) {
      for (int d = 0; d < tail[m].length; d++) {
        int at = m * draws + StrictMath.min(d, draws - 1);
        tail[m][d] = (float) to[at];
        worst[m][d] = (float) low[at];
      }
    }
    return worst;
  }
}
