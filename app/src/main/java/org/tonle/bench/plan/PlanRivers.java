package org.tonle.bench.plan;

import java.util.SplittableRandom;

/// Rivers of made choices: a tree of sites, and how much of a site's load passes each limit.
final class PlanRivers {
  private static final double LEAST_SHARE = 0.01;

  final int[] downstream;
  final double[] distance;

  /// Load of each site, in thousand people.
  final double[] people;

  /// Sites at whose places the limits are judged.
  final int[] judged;

  PlanRivers(PlanRecipe recipe, SplittableRandom random) {
    int sites = recipe.sites();
    downstream = new int[sites];
    distance = new double[sites];
    people = new double[sites];
    int mouth = 0;
    for (int s = 0; s < sites; s++) {
      if (s - mouth >= recipe.largest() || (s > mouth && random.nextInt(25) == 0)) {
        mouth = s;
      }
      downstream[s] = s == mouth ? -1 : mouth + random.nextInt(StrictMath.max(1, s - mouth));
      distance[s] = random.nextDouble(0.05, 0.5);
      people[s] = StrictMath.exp(0.9 * normal(random)) * 20;
    }
    judged = new int[recipe.limits()];
    for (int r = 0; r < judged.length; r++) {
      judged[r] = (int) ((long) r * sites / judged.length);
    }
  }

  /// A figure of normal spread: twelve uniform ones added.
  static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /// Distance that the load of a site travels to a place, or −1 if it does not pass.
  double travelled(int site, int place) {
    double sum = 0;
    for (int s = site; s >= 0; s = downstream[s]) {
      if (s == place) {
        return StrictMath.exp(-sum) < LEAST_SHARE ? -1 : sum;
      }
      sum += distance[s];
    }
    return -1;
  }
}
