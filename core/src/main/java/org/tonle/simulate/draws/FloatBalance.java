package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.lanes.LoadLanes;

/// Balance lines that depend on the way of the water, for every draw.
final class FloatBalance {
  private final Network network;
  private final FloatTally tally;

  FloatBalance(Network network, LoadLanes lanes, int members, int draws) {
    this.network = network;
    tally = new FloatTally(lanes, members, draws);
  }

  /// Counts a load that leaves a node.
  void pass(int season, int node, float[][] load) {
    SeasonNetwork inSeason = network.seasons().get(season);
    SeasonNetwork.Flow flow = inSeason.flow();
    float seconds = (float) inSeason.duration_s();
    if (inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
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
  }

  /// Counts the part of `head` times `fraction` and of `along` that a segment removes.
  void carried(
      int season,
      float[][] head,
      float fraction,
      float @Nullable [] @Nullable [] along,
      float[][] tail) {
    float seconds = (float) network.seasons().get(season).duration_s();
    tally.addLost(MassLine.REMOVED, head, fraction, tail, seconds);
    if (along != null) {
      tally.add(MassLine.REMOVED, along, seconds);
    }
  }

  void add(MassLine line, double[] load, double factor) {
    tally.add(line, load, factor);
  }

  void moveTo(double[][] lines) {
    tally.moveTo(lines);
  }
}
