package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.lanes.LoadLanes;

/// The lines of the mass balance that follow from the way of the water, of every draw.
final class FloatBalance {
  private final Network network;
  private final FloatTally tally;

  FloatBalance(Network network, LoadLanes lanes, int members, int draws) {
    this.network = network;
    tally = new FloatTally(lanes, members, draws);
  }

  /// A load that leaves a node.
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

  /// What a segment removes of `head` times `fraction` and of `along`.
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
