package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;

/// Parts of reaches that are cut into segments and not yet complete: their head and worst point so
/// far.
public final class ReachParts<V> {
  private final Network network;
  private final boolean[] isCut;
  private final @Nullable Object[] part;

  public ReachParts(Network network) {
    this.network = network;
    isCut = new boolean[network.reachCount()];
    int[] reach = network.segmentReach();
    boolean isAny = false;
    for (int g = 1; g < reach.length; g++) {
      isCut[reach[g]] |= reach[g] == reach[g - 1];
      isAny |= isCut[reach[g]];
    }
    part = new Object[isAny ? network.seasonCount() * network.reachCount() : 0];
  }

  /// Part of a reach so far.
  ///
  /// @param head vector at the end where the water enters, a copy
  /// @param worst worst so far, a copy
  public record Part<V>(V head, V worst) {}

  public boolean isWhole(int reach) {
    return !isCut[reach];
  }

  @SuppressWarnings("unchecked") // the array holds parts of this kind only
  public @Nullable Part<V> at(int season, int reach) {
    return (Part<V>) part[season * network.reachCount() + reach];
  }

  public void put(int season, int reach, @Nullable Part<V> of) {
    part[season * network.reachCount() + reach] = of;
  }

  /// Share of the reach that water has passed before the segment, in the season's direction.
  public double before(int season, int segment) {
    int step = isBackward(season, segment) ? 1 : -1;
    double share = 0;
    for (int at = segment + step; isSameReach(at, segment); at += step) {
      share += network.lengthShare()[at];
    }
    return share;
  }

  /// Whether the segment is the last of its reach in the season's direction.
  public boolean isLast(int season, int segment) {
    return !isSameReach(segment + (isBackward(season, segment) ? -1 : 1), segment);
  }

  private boolean isBackward(int season, int segment) {
    return network.seasons().get(season).flow().up()[segment] == network.segmentTo()[segment];
  }

  private boolean isSameReach(int other, int segment) {
    return other >= 0
        && other < network.segmentCount()
        && network.segmentReach()[other] == network.segmentReach()[segment];
  }
}
