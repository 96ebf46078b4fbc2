package org.tonle.bench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tonle.plan.siting.TrunkNetwork;

/// Siting towns, made to plan on: a dense plain of towns of lognormal size, with sewers between all
/// that lie near each other.
final class SitingTowns {
  /// Side of the plain for one town: with 60 towns 70 km, four or five neighbours each.
  private static final double SIDE_km = 9;

  private static final double REACH_km = 11;

  /// Length of a sewer over the straight line, as in the planner's options.
  private static final double WINDING = 1.3;

  private static final double PEOPLE = 20_000;
  private static final double SPREAD = 0.9;
  private static final double WASTEWATER_m3_per_d = 0.12;

  /// The regional curve of plants with running and renewal over 30 years at 6 %.
  private static final double PLANT_USD = 232_000;

  private static final double EXPONENT = 0.526;

  /// A trench and, by its flow, the pipe: dear enough that plants of one to a dozen towns are best.
  private static final double TRENCH_USD_per_km = 400_000;

  private static final double PIPE_USD_per_km_m3_per_d = 60;

  private SitingTowns() {}

  static TrunkNetwork of(int towns, long seed) {
    var random = new SplittableRandom(seed);
    double side_km = SIDE_km * StrictMath.sqrt(towns);
    double[] x = new double[towns];
    double[] y = new double[towns];
    double[] own = new double[towns];
    for (int i = 0; i < towns; i++) {
      x[i] = random.nextDouble(side_km);
      y[i] = random.nextDouble(side_km);
      double people = PEOPLE * StrictMath.exp(SPREAD * PlanRivers.normal(random));
      own[i] = people * WASTEWATER_m3_per_d;
    }
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    List<Double> length = new ArrayList<>();
    for (int i = 0; i < towns; i++) {
      for (int j = 0; j < towns; j++) {
        double km = StrictMath.hypot(x[i] - x[j], y[i] - y[j]);
        if (i != j && km <= REACH_km) {
          from.add(i);
          to.add(j);
          length.add(WINDING * km);
        }
      }
    }
    return new TrunkNetwork(
        own,
        from.stream().mapToInt(i -> i).toArray(),
        to.stream().mapToInt(i -> i).toArray(),
        length.stream().mapToDouble(d -> d).toArray(),
        q -> PLANT_USD * StrictMath.pow(q, EXPONENT),
        q -> TRENCH_USD_per_km + PIPE_USD_per_km_m3_per_d * q);
  }
}
