package org.tonle.plan.siting;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Search for cheap sewer trees: changes where one town sends its wastewater, or turns a tree so
/// that its water leaves by another town, and keeps what costs less; now and then what costs a
/// little more, so as not to end in the first dip.
final class SewerSearch {
  /// Steps for each town.
  private static final int STEPS = 2500;

  /// Temperature at the start and end, as shares of the mean cost of a town.
  private static final double HOT = 0.2;

  private static final double COLD = 1e-4;

  private final TrunkNetwork network;
  private final SplittableRandom random;
  private final int[][] out;

  /// Sewer the other way; −1 where there is none.
  private final int[] back;

  SewerSearch(TrunkNetwork network, long seed) {
    this.network = network;
    random = new SplittableRandom(seed);
    out = network.sewersOut();
    back = new int[network.from().length];
    Arrays.fill(back, -1);
    for (int a = 0; a < back.length; a++) {
      for (int b : out[network.to()[a]]) {
        back[a] = network.to()[b] == network.from()[a] ? b : back[a];
      }
    }
  }

  /// The cheapest trees found from a start.
  SewerTree from(SewerTree start) {
    int[] now = start.next().clone();
    double cost = start.cost_usd(network);
    int[] best = now.clone();
    double least = cost;
    double town_usd = cost / now.length;
    int steps = STEPS * now.length;
    for (int s = 0; s < steps; s++) {
      double heat = HOT * StrictMath.pow(COLD / HOT, (double) s / steps) * town_usd;
      int[] other = changed(now);
      double others = new SewerTree(other).cost_usd(network);
      if (others < cost || random.nextDouble() < StrictMath.exp((cost - others) / heat)) {
        now = other;
        cost = others;
        if (cost < least) {
          least = cost;
          best = now.clone();
        }
      }
    }
    return new SewerTree(best);
  }

  private int[] changed(int[] now) {
    int[] next = now.clone();
    int town = random.nextInt(next.length);
    int to = random.nextInt(out[town].length + 1) - 1;
    if (random.nextInt(3) == 0) {
      turn(next, town);
    }
    next[town] = to < 0 ? -1 : out[town][to];
    return next;
  }

  /// Turns the sewers from a town to its plant, so that all of them lead to the town.
  private void turn(int[] next, int town) {
    int sewer = next[town];
    while (sewer >= 0 && back[sewer] >= 0) {
      int below = network.to()[sewer];
      int further = next[below];
      next[below] = back[sewer];
      sewer = further;
    }
  }
}
