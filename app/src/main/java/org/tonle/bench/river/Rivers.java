package org.tonle.bench.river;

import java.util.Arrays;
import org.tonle.network.order.StrahlerOrder;

/// Rivers of a benchmark as flat arrays, with one reach per node.
///
/// @param down reach below each reach, -1 at an outlet
/// @param side second arcs of bifurcations
/// @param length_km of each reach
/// @param discharge_m3_per_s of each reach, > 0
public record Rivers(int[] down, SideArms side, float[] length_km, float[] discharge_m3_per_s) {
  private static final double SLOWEST_M_PER_S = 0.05;
  private static final double FASTEST_M_PER_S = 3;

  public int count() {
    return down.length;
  }

  public boolean isForest() {
    return side.count() == 0;
  }

  /// Upper reach of every arc: main arcs first, then side arms.
  public int[] from() {
    int[] from = Arrays.copyOf(side.from(), count() + side.count());
    System.arraycopy(from, 0, from, count(), side.count());
    for (int r = 0; r < count(); r++) {
      from[r] = down[r] < 0 ? -1 : r;
    }
    return from;
  }

  /// Lower reach of every arc.
  public int[] to() {
    int[] to = Arrays.copyOf(down, count() + side.count());
    System.arraycopy(side.to(), 0, to, count(), side.count());
    return to;
  }

  public StrahlerOrder order() {
    return isForest()
        ? StrahlerOrder.ofForest(down)
        : StrahlerOrder.of(down, side.from(), side.to());
  }

  /// Travel time through each reach at u = 0.4 m/s · (Q / m³/s)^0.1, at least 0.05 and at most 3
  /// m/s (exponent after Leopold and Maddock 1953; the factor is an estimate).
  public float[] travelTime_s() {
    float[] time = new float[count()];
    for (int r = 0; r < time.length; r++) {
      double u = 0.4 * StrictMath.pow(discharge_m3_per_s[r], 0.1);
      double speed = StrictMath.clamp(u, SLOWEST_M_PER_S, FASTEST_M_PER_S);
      time[r] = (float) (length_km[r] * 1000 / speed);
    }
    return time;
  }

  /// Discharge of each reach if every reach adds its own water.
  ///
  /// @param local_m3_per_s water that joins at the head of each reach
  static float[] gathered(int[] order, int[] down, SideArms side, float[] local_m3_per_s) {
    double[] q = new double[down.length];
    int[] firstArm = side.firstOf(down.length);
    for (int r : order) {
      q[r] += local_m3_per_s[r];
      double rest = 1;
      for (int arm = firstArm[r]; arm < firstArm[r + 1]; arm++) {
        q[side.to()[arm]] += q[r] * side.fraction()[arm];
        rest -= side.fraction()[arm];
      }
      if (down[r] >= 0) {
        q[down[r]] += q[r] * rest;
      }
    }
    float[] discharge = new float[q.length];
    for (int r = 0; r < q.length; r++) {
      discharge[r] = (float) q[r];
    }
    return discharge;
  }
}
