package org.tonle.bench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Oxygen river, made to plan on: a tree of reaches with sites, whose organic load takes oxygen
/// that comes back from the air (Streeter and Phelps 1925). Loads and deficits are masses per
/// second, so that all is linear in the loads.
final class OxygenRiver {
  private static final double BACK_per_d = 0.6;
  private static final double SPREAD = 0.4;

  /// Sites above a reach that a load of which less than this share is left no longer counts for.
  private static final double LEAST_SHARE = 1e-4;

  final int reaches;

  /// Reach below each; −1 at the mouth. Reaches above have higher numbers.
  final int[] below;

  final double[] time_d;
  final double[] discharge_m3_per_s;
  final double[] decay_per_d;
  final double[] reaeration_per_d;

  /// Reach at whose head each site discharges, and its load [g/s].
  final int[] reachOfSite;

  final double[] load_g_per_s;

  /// What one g/s of a site leaves at the head of a reach.
  ///
  /// @param load organic load, as a share
  /// @param deficit of oxygen, as a share
  record Part(int site, double load, double deficit) {}

  /// Parts of every site at the head of each reach.
  final List<List<Part>> parts = new ArrayList<>();

  OxygenRiver(int reaches, int sites, long seed) {
    this.reaches = reaches;
    var random = new SplittableRandom(seed);
    below = new int[reaches];
    time_d = new double[reaches];
    discharge_m3_per_s = new double[reaches];
    decay_per_d = new double[reaches];
    reaeration_per_d = new double[reaches];
    double[] own = new double[reaches];
    for (int r = 0; r < reaches; r++) {
      below[r] = r == 0 ? -1 : random.nextInt(StrictMath.max(0, r - 12), r);
      time_d[r] = random.nextDouble(0.1, 1.2);
      own[r] = random.nextDouble(0.3, 1.5);
      decay_per_d[r] = random.nextDouble(0.2, 0.45);
      reaeration_per_d[r] = BACK_per_d * random.nextDouble(0.7, 1.8);
      parts.add(new ArrayList<>());
    }
    for (int r = reaches - 1; r >= 0; r--) {
      discharge_m3_per_s[r] += own[r];
      if (below[r] >= 0) {
        discharge_m3_per_s[below[r]] += discharge_m3_per_s[r];
      }
    }
    reachOfSite = new int[sites];
    load_g_per_s = new double[sites];
    for (int s = 0; s < sites; s++) {
      reachOfSite[s] = (int) ((long) s * reaches / sites);
      // Larger towns lie where more water is, so that works can mend all that is broken.
      double size = StrictMath.exp(SPREAD * PlanRivers.normal(random));
      load_g_per_s[s] = 6 * size * StrictMath.pow(discharge_m3_per_s[reachOfSite[s]], 0.8);
      follow(s);
    }
  }

  private void follow(int site) {
    double load = 1;
    double deficit = 0;
    for (int r = reachOfSite[site]; r >= 0; r = below[r]) {
      parts.get(r).add(new Part(site, load, deficit));
      double next = deficit(r, load, deficit, 1);
      load *= StrictMath.exp(-decay_per_d[r] * time_d[r]);
      deficit = next;
      if (load + deficit < LEAST_SHARE) {
        return;
      }
    }
  }

  /// Deficit at a share of a reach's time, of what is at its head.
  double deficit(int reach, double load, double deficit, double share) {
    double t = share * time_d[reach];
    double decay = decay_per_d[reach];
    double back = reaeration_per_d[reach];
    double kept = StrictMath.exp(-back * t);
    return deficit * kept + load * decay / (back - decay) * (StrictMath.exp(-decay * t) - kept);
  }

  /// Sum of what a choice leaves at the head of a reach.
  ///
  /// @param left share that each site leaves of its load
  /// @return load and deficit [g/s]
  double[] head(int reach, double[] left) {
    double load = 0;
    double deficit = 0;
    for (Part part : parts.get(reach)) {
      double own = load_g_per_s[part.site] * left[part.site];
      load += own * part.load;
      deficit += own * part.deficit;
    }
    return new double[] {load, deficit};
  }

  /// Share of a reach's time at which the deficit is largest: where it turns, else at an end.
  double worst(int reach, double[] left) {
    double[] head = head(reach, left);
    double decay = decay_per_d[reach];
    double back = reaeration_per_d[reach];
    double turn = back / decay * (1 - head[1] * (back - decay) / (head[0] * decay));
    double share = turn > 0 ? StrictMath.log(turn) / (back - decay) / time_d[reach] : 0;
    return Double.isFinite(share) ? StrictMath.min(1, StrictMath.max(0, share)) : 0;
  }

  /// Deficit [g/m³] at a point of a reach.
  double deficit_g_per_m3(int reach, double share, double[] left) {
    double[] head = head(reach, left);
    return deficit(reach, head[0], head[1], share) / discharge_m3_per_s[reach];
  }
}
