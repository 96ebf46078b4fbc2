package org.tonle.simulate.reverse;

import org.tonle.network.Course;
import org.tonle.simulate.BareRiver;
import org.tonle.simulate.FloatLoads;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;
import org.tonle.simulate.lanes.Moments;

/// The reverse sweep through [BareRiver]: what every load adds to the mean concentration at the
/// head of one reach, over all draws at once, as float vectors along the course turned round.
///
/// λ(d) of a reach is the concentration at the place asked for per load entering the reach: there
/// central over drawn discharge by discharge, upstream Σ fraction · e^{-x(d)} · λ of the reaches
/// below (the transpose of Eq. 2 in docs/theory/engine.md). A vector is held in the slot that the
/// forward sweep gathers the reach's load in, so that no more are open than there.
public final class BareAdjoint {
  private final BareRiver river;
  private final Course.Season way;
  private final LoadLanes lanes;
  private final Losses losses = new Losses(1);
  private final Moments moments = new Moments();
  private final float[][] held;
  private final int[] holder;
  private final float[] head;

  public BareAdjoint(BareRiver river) {
    this.river = river;
    way = river.course().seasons().getFirst();
    lanes = river.lanes();
    int width = Lanes.length(river.draws());
    held = new float[way.slotCount()][width];
    holder = new int[way.slotCount()];
    head = new float[width];
  }

  /// Fills `contribution` [g/m³], one figure per row of the river's loads; rows that do not reach
  /// the place are 0.
  ///
  /// @param reach place asked for, along the course
  /// @return reaches upstream of it, itself included
  public int run(int reach, float[] contribution) {
    java.util.Arrays.fill(contribution, 0);
    java.util.Arrays.fill(holder, -1);
    int reached = 0;
    for (int i = reach; i >= 0; i--) {
      float[] at = way.slot()[i] < 0 ? head : held[way.slot()[i]];
      boolean isUpstream = i == reach ? begin(i, at) : gather(i, at);
      int slot = way.slot()[i];
      if (slot >= 0) {
        holder[slot] = isUpstream ? i : -1;
      }
      if (isUpstream) {
        reached++;
        share(i, at, contribution);
      }
    }
    return reached;
  }

  private boolean begin(int i, float[] to) {
    float[] per = river.perFlowFactor();
    float perDischarge = river.perDischarge_s_per_m3()[i];
    if (per == null) {
      java.util.Arrays.fill(to, perDischarge);
    } else {
      lanes.scale(per, perDischarge, to);
    }
    return true;
  }

  /// λ of a reach from those below; false where none of them leads to the place.
  private boolean gather(int i, float[] to) {
    boolean adds = false;
    for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
      int target = way.target()[a];
      if (target >= 0 && holder[target] >= 0) {
        river.losses(0, a, losses);
        lanes.decay(held[target], river.fraction(0, a), losses, adds, to);
        adds = true;
      }
    }
    return adds;
  }

  private void share(int i, float[] lambda, float[] contribution) {
    FloatLoads loads = river.loads();
    for (int row = loads.first(i); row < loads.first(i + 1); row++) {
      float[] drawn = loads.vectors()[0][loads.vector()[row]];
      float load = loads.load_g_per_s()[0][row];
      lanes.meanAndCount(lambda, load, drawn, river.draws(), 0, moments);
      contribution[row] = moments.mean;
    }
  }
}
