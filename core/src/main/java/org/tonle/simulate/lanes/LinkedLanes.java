package org.tonle.simulate.lanes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;

/// Lanes for linked reactions: [org.tonle.simulate.step.ReachStep] in float for all draws at once.
/// They carry the members of a group through one segment.
///
/// Loads in g/s (count/s), one vector per member. One instance per thread; nothing is allocated per
/// reach.
public final class LinkedLanes {
  private final Network network;
  private final Kinetics kinetics;
  private final Reactions form;
  private final int n;
  private final LinkedSolution32 solution;
  private final @Nullable TurningOxygen lowest;
  private final float[][] turnover;
  private final float[] aired;
  private final float[] @Nullable [] given;
  private final boolean[] isAny;

  public LinkedLanes(Lanes lanes, Network network, Kinetics kinetics, int draws) {
    this.network = network;
    this.kinetics = kinetics;
    form = lanes.reactions();
    n = kinetics.memberCount();
    int length = Lanes.length(draws);
    solution = new LinkedSolution32(form, kinetics, length);
    lowest = kinetics.oxygen() < 0 ? null : new TurningOxygen(form, kinetics, length);
    turnover = new float[kinetics.reactionCount()][length];
    aired = new float[length];
    given = new float[n][];
    isAny = new boolean[n];
    Arrays.fill(isAny, true);
  }

  /// @param rates drawn over central rate of each reaction
  /// @param flowFactor drawn over central discharge
  /// @param timeFactor drawn over central travel time
  /// @param head load of each member at the segment's upper end
  /// @param along load spread along it, null for members without
  /// @param isForced whether saturation, bed and light act
  /// @param tail load at its lower end, filled
  /// @param worst worst concentration times discharge, filled if not null
  public void run(
      int season,
      int segment,
      float[][] rates,
      float[] flowFactor,
      float[] timeFactor,
      float[][] head,
      float[] @Nullable [] along,
      boolean isForced,
      float[][] tail,
      float @Nullable [][] worst) {
    SeasonNetwork flow = network.seasons().get(season);
    int reach = network.segmentReach()[segment];
    int at = season * network.reachCount() + reach;
    double time_s = flow.reaches().travelTime_s()[reach] * network.lengthShare()[segment];
    for (int r = 0; r < turnover.length; r++) {
      double moved = kinetics.reaches().rate_per_s()[r][at] * time_s;
      form.turnover((float) moved, rates[r], timeFactor, turnover[r]);
    }
    for (int m = 0; m < n; m++) {
      given[m] = along[m];
    }
    if (isForced && kinetics.oxygen() >= 0) {
      air(at, flow.reaches().discharge_m3_per_s()[reach], time_s, flowFactor, timeFactor);
    }
    solution.set(turnover);
    solution.at(head, given, isAny, tail);
    if (worst != null) {
      worst(head, tail, worst);
    }
  }

  /// Adds the oxygen from air, bed and light over the travel time to the load spread along.
  private void air(
      int at, double discharge, double time_s, float[] flowFactor, float[] timeFactor) {
    int oxygen = kinetics.oxygen();
    float made = (float) (kinetics.reaches().source_g_per_m3_s()[at] * time_s * discharge);
    float full = (float) (kinetics.reaches().saturation_g_per_m3()[at] * discharge);
    float[] spread = given[oxygen];
    form.mix(made, timeFactor, 0, timeFactor, flowFactor, aired);
    for (int r = 0; r < turnover.length; r++) {
      if (kinetics.aerates()[r]) {
        form.addProduct(full, turnover[r], flowFactor, aired);
      }
    }
    if (spread != null) {
      form.add(spread, aired);
    }
    given[oxygen] = aired;
  }

  private void worst(float[][] head, float[][] tail, float[][] worst) {
    for (int m = 0; m < n; m++) {
      if (m != kinetics.oxygen()) {
        form.larger(head[m], tail[m], worst[m]);
      }
    }
    if (lowest != null) {
      lowest.find(solution, turnover, given, head, tail, worst[kinetics.oxygen()]);
    }
  }
}
