package org.tonle.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tonle.bench.river.Rivers;
import org.tonle.plan.tree.RiverTree;

/// Tree recipe: sources with options on generated rivers, and a standard on every reach; the recipe
/// is in docs/theory/planning.md.
///
/// Towns of lognormal size lie at random reaches. A dearer option leaves less of what it is made
/// for. The limit of a constituent is a concentration that three in ten of the reaches that bear
/// any keep, so that seven break it; where no works would do, the best that can be had with 2 % to
/// spare.
record TreeRecipe(int sources, int options, int constituents, long seed) {
  private static final double[] DECAY_PER_DAY = {0.3, 0.8, 0.05};
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double ROOM = 1.02;

  /// Share of the reaches that keep their standard before any works.
  private static final double KEEPS_NOW = 0.3;

  RiverTree on(Rivers rivers) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] reach = new int[sources];
    double[][] cost = new double[sources][options];
    double[][][] load = new double[sources][options][constituents];
    for (int s = 0; s < sources; s++) {
      reach[s] = random.nextInt(rivers.count());
      double size = StrictMath.exp(random.nextGaussian());
      for (int o = 0; o < options; o++) {
        double dear = (0.3 + o) * random.nextDouble(0.7, 1.4);
        cost[s][o] = o == 0 ? 0 : dear * StrictMath.pow(size, 0.7);
        for (int k = 0; k < constituents; k++) {
          double passing = o == 0 ? 1 : random.nextDouble(0.4, 0.8);
          load[s][o][k] = passing * (o == 0 ? size : load[s][o - 1][k]);
        }
      }
    }
    double[][] kept = new double[constituents][];
    double[][] cap = new double[constituents][];
    for (int k = 0; k < constituents; k++) {
      kept[k] = kept(rivers, DECAY_PER_DAY[k % DECAY_PER_DAY.length]);
      cap[k] = caps(rivers, kept[k], reach, load, k);
    }
    return new RiverTree(rivers.down(), kept, cap, reach, cost, load);
  }

  private static double[] kept(Rivers rivers, double rate_per_d) {
    float[] time_s = rivers.travelTime_s();
    double[] kept = new double[time_s.length];
    for (int r = 0; r < kept.length; r++) {
      kept[r] = StrictMath.exp(-rate_per_d * time_s[r] / SECONDS_PER_DAY);
    }
    return kept;
  }

  private double[] caps(Rivers rivers, double[] kept, int[] reach, double[][][] load, int k) {
    double[] now = carried(rivers, kept, reach, load, k, 0);
    double[] best = carried(rivers, kept, reach, load, k, options - 1);
    float[] discharge = rivers.discharge_m3_per_s();
    double[] concentration = new double[now.length];
    int loaded = 0;
    for (int r = 0; r < now.length; r++) {
      if (now[r] > 0) {
        concentration[loaded++] = now[r] / discharge[r];
      }
    }
    Arrays.sort(concentration, 0, loaded);
    double limit = concentration[(int) (loaded * KEEPS_NOW)];
    double[] caps = new double[now.length];
    for (int r = 0; r < caps.length; r++) {
      caps[r] = StrictMath.max(limit * discharge[r], ROOM * best[r]);
    }
    return caps;
  }

  /// The load at the head of every reach if all sources take one option.
  private static double[] carried(
      Rivers rivers, double[] kept, int[] reach, double[][][] load, int k, int option) {
    double[] carried = new double[rivers.count()];
    for (int s = 0; s < reach.length; s++) {
      carried[reach[s]] += load[s][option][k];
    }
    for (int r : rivers.order().order()) {
      if (rivers.down()[r] >= 0) {
        carried[rivers.down()[r]] += carried[r] * kept[r];
      }
    }
    return carried;
  }
}
