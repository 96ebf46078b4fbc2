package org.tonle.simulate.reverse;

import org.tonle.convert.Text;
import org.tonle.network.order.Course;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.draws.FloatLoads;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Losses;
import org.tonle.simulate.lanes.Moments;

/// Adjoint of a [BareRiver]: a reverse sweep that gives the contribution of every load to the mean
/// concentrations at the heads of some reaches, over all draws at once, as float vectors along the
/// reversed course.
///
/// λ(d) of a reach is the concentration at a requested place per load entering the reach: at the
/// place itself central over drawn discharge, divided by discharge; upstream Σ fraction · e^{-x(d)}
/// · λ of the reaches below (the transpose of Eq. 2 in docs/theory/engine.md). A vector is held in
/// the slot in which the forward sweep gathers the reach's load, so that no more slots are open
/// than there. Places requested together share the survival through each reach, which is most of
/// the work; the bits are the same.
public final class BareAdjoint {
  /// Most places that may be requested together.
  public static final int MOST_PLACES = Long.SIZE;

  private final BareRiver river;
  private final Course.Season way;
  private final LoadLanes lanes;
  private final Losses losses = new Losses(1);
  private final Moments moments = new Moments();
  private final float[][][] held;
  private final long[] holds;
  private final float[][] head;
  private final float[] ones;
  private final float[] left;

  /// @param places most places requested together
  public BareAdjoint(BareRiver river, int places) {
    if (places < 1 || places > MOST_PLACES) {
      throw new IllegalArgumentException(
          Text.format("places (%d) must be 1 to %d.", places, MOST_PLACES));
    }
    this.river = river;
    way = river.course().seasons().getFirst();
    lanes = river.lanes();
    int width = Lanes.length(river.draws());
    held = new float[way.slotCount()][places][width];
    holds = new long[way.slotCount()];
    head = new float[places][width];
    ones = new float[width];
    java.util.Arrays.fill(ones, 1);
    left = new float[width];
  }

  /// Fills `contribution[place]` [g/m³], one value per row of the river's loads; rows that do not
  /// reach the place are 0.
  ///
  /// @param reaches requested places, along the course, each lower than the one before
  /// @return total number of reaches upstream of the places, each place itself included
  public long run(int[] reaches, float[][] contribution) {
    for (int k = 0; k < reaches.length; k++) {
      java.util.Arrays.fill(contribution[k], 0);
    }
    java.util.Arrays.fill(holds, 0);
    long reached = 0;
    int next = 0;
    for (int i = reaches[0]; i >= 0; i--) {
      int slot = way.slot()[i];
      float[][] at = slot < 0 ? head : held[slot];
      long upstream = gather(i, at);
      if (next < reaches.length && reaches[next] == i) {
        begin(i, at[next]);
        upstream |= 1L << next++;
      }
      if (slot >= 0) {
        holds[slot] = upstream;
      }
      reached += Long.bitCount(upstream);
      share(i, at, upstream, contribution);
    }
    return reached;
  }

  private void begin(int i, float[] to) {
    float[] per = river.perFlowFactor();
    float perDischarge = river.channels().perDischarge_s_per_m3()[i];
    if (per == null) {
      java.util.Arrays.fill(to, perDischarge);
    } else {
      lanes.scale(per, perDischarge, to);
    }
  }

  /// λ of a reach from those below; returns the places to which any of them leads, as bits.
  private long gather(int i, float[][] to) {
    long upstream = 0;
    for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
      int target = way.target()[a];
      long below = target < 0 ? 0 : holds[target];
      if (below != 0) {
        river.losses(0, a, losses);
        carry(held[target], below, river.fraction(0, a), upstream, to);
        upstream |= below;
      }
    }
    return upstream;
  }

  private void carry(float[][] from, long places, float fraction, long adds, float[][] to) {
    boolean isShared = Long.bitCount(places) > 1;
    if (isShared) {
      lanes.decay(ones, fraction, losses, false, left);
    }
    for (long rest = places; rest != 0; rest &= rest - 1) {
      int k = Long.numberOfTrailingZeros(rest);
      boolean isAdded = (adds >>> k & 1) != 0;
      if (isShared) {
        lanes.multiply(from[k], left, isAdded, to[k]);
      } else {
        lanes.decay(from[k], fraction, losses, isAdded, to[k]);
      }
    }
  }

  private void share(int i, float[][] lambda, long places, float[][] contribution) {
    FloatLoads loads = river.loads();
    for (int row = loads.first(i); places != 0 && row < loads.first(i + 1); row++) {
      float[] drawn = loads.vectors()[0][loads.vector()[row]];
      float load = loads.load_g_per_s()[0][row];
      for (long rest = places; rest != 0; rest &= rest - 1) {
        int k = Long.numberOfTrailingZeros(rest);
        lanes.meanOfProduct(lambda[k], load, drawn, river.draws(), moments);
        contribution[k][row] = moments.mean;
      }
    }
  }
}
