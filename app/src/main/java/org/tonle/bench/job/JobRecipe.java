package org.tonle.bench.job;

import java.util.Arrays;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.Rivers;
import org.tonle.bench.river.SideArms;
import org.tonle.network.order.BareCourse;
import org.tonle.simulate.draws.FloatLoads;

/// Recipe of a job: it puts loads on rivers and draws the uncertain inputs; described in
/// docs/benchmarks.md.
///
/// @param draws random samples
/// @param constituents first-order constituents
/// @param seasons seasons of the year
/// @param sources loads of each reach, 1 to 8
/// @param seed of all random numbers
public record JobRecipe(int draws, int constituents, int seasons, int sources, long seed) {
  /// Classes of sources, such as towns or fields.
  public static final int CLASSES = 8;

  private static final int UNITS = 25;
  private static final double STUDY_CV = 0.2;
  private static final double UNIT_CV = 0.3;
  private static final double FLOW_CV = 0.25;
  private static final double LIMIT_G_PER_M3 = 10;
  private static final double DAY_S = 86_400;

  private static final int LOADS = 5;
  private static final int BY_STUDY = 6;
  private static final int BY_UNIT = 7;
  private static final int FLOWS = 8;

  public Job on(Rivers rivers) {
    int[] order = rivers.order().order();
    SideArms side = rivers.side();
    BareCourse course =
        BareCourse.of(order, rivers.down(), side.from(), side.to(), side.fraction());
    float[] time = rivers.travelTime_s();
    float[] alongTime_s = new float[order.length];
    float[] alongPer_s_per_m3 = new float[order.length];
    for (int p = 0; p < order.length; p++) {
      alongTime_s[p] = time[order[p]];
      alongPer_s_per_m3[p] = 1 / rivers.discharge_m3_per_s()[order[p]];
    }
    return new Job(
        course,
        draws,
        alongTime_s,
        alongPer_s_per_m3,
        loads(order),
        flows(),
        wetness(),
        rates(),
        LIMIT_G_PER_M3);
  }

  private FloatLoads loads(int[] order) {
    Chance chance = new Chance(seed, LOADS);
    float[] load = new float[order.length * sources];
    int[] vector = new int[load.length];
    int row = 0;
    for (int p = 0; p < order.length; p++) {
      long number = 16L * order[p];
      int unit = (int) ((long) p * UNITS / order.length);
      int first = chance.below(number, CLASSES);
      for (int k = 0; k < sources; k++) {
        load[row] = (float) (chance.exponential(number + 1 + k) / sources);
        vector[row++] = unit * CLASSES + (first + k) % CLASSES;
      }
    }
    int[] start = new int[sources == 1 ? 0 : order.length + 1];
    Arrays.setAll(start, r -> r * sources);
    float[][] all = multipliers();
    float[][] loadOfSeason = new float[seasons][];
    float[][][] vectorsOfSeason = new float[seasons][][];
    Arrays.fill(loadOfSeason, load);
    Arrays.fill(vectorsOfSeason, all);
    return new FloatLoads(start, new int[0], vector, loadOfSeason, vectorsOfSeason);
  }

  /// A factor of the class for the whole study times one of the class in its unit.
  private float[][] multipliers() {
    float[][] found = new float[UNITS * CLASSES][Job.width(draws)];
    for (int v = 0; v < found.length; v++) {
      Chance study = new Chance(seed, BY_STUDY + 16 * (1 + v % CLASSES));
      Chance unit = new Chance(seed, BY_UNIT + 16 * (1 + v));
      for (int d = 0; d < draws; d++) {
        found[v][d] = (float) (study.lognormal(d, STUDY_CV) * unit.lognormal(d, UNIT_CV));
      }
    }
    return found;
  }

  private double[][] flows() {
    double[][] found = new double[seasons][draws];
    for (int s = 0; s < seasons; s++) {
      Chance chance = new Chance(seed, FLOWS + 16 * (1 + s));
      for (int d = 0; d < draws; d++) {
        found[s][d] = chance.lognormal(d, FLOW_CV);
      }
    }
    return found;
  }

  /// From 0.4 of the mean discharge in the driest to 1.6 in the wettest season.
  private double[] wetness() {
    double[] found = new double[seasons];
    for (int s = 0; s < seasons; s++) {
      found[s] = seasons == 1 ? 1 : 0.4 + 1.2 * s / (seasons - 1);
    }
    return found;
  }

  private double[] rates() {
    double[] found = new double[constituents];
    Arrays.setAll(found, JobRecipe::rate_per_s);
    return found;
  }

  /// Loss of a constituent: 0.2, 0.3, 0.4 … per day.
  public static double rate_per_s(int constituent) {
    return (0.2 + 0.1 * constituent) / DAY_S;
  }
}
