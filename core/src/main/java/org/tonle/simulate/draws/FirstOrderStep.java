package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;
import org.tonle.simulate.lanes.Passage;

/// Step of one constituent that decays, settles or is taken up: tail = head · e^{-x} + along ·
/// φ1(x) (docs/theory/engine.md, Eqs. 1–2).
public final class FirstOrderStep implements FloatStep {
  private final FloatRiver river;
  private final LoadLanes lanes;
  private final int reactions;
  private final Losses losses;
  private final float[][] worst;

  public FirstOrderStep(FloatRiver river, int reactions, LoadLanes lanes) {
    this.river = river;
    this.lanes = lanes;
    this.reactions = reactions;
    losses = new Losses(reactions);
    worst = new float[1][Lanes.length(river.draws())];
  }

  @Override
  public int reactions() {
    return reactions;
  }

  @Override
  public boolean isPrepared(int season, int segment, Passage passage) {
    river.losses(season, segment, passage.losses);
    return passage.losses.isByTime();
  }

  @Override
  public float @Nullable [][] run(
      int season,
      int segment,
      float[][] head,
      float fraction,
      float @Nullable [] @Nullable [] along,
      boolean isForced,
      boolean adds,
      float[][] tail) {
    river.losses(season, segment, losses);
    float[] spread = along == null ? null : along[0];
    if (spread == null) {
      lanes.decay(head[0], fraction, losses, adds, tail[0]);
      return null;
    }
    lanes.decayAlong(head[0], fraction, spread, losses, worst[0]);
    lanes.addOrSet(worst[0], adds, tail[0]);
    lanes.higher(head[0], fraction, worst[0], worst[0]);
    return worst;
  }
}
