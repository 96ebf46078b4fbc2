package org.tonle.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.RandomReactions;
import org.tonle.bench.job.RandomWhole;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Network;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.PlacedEntries;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.Touched;
import org.tonle.simulate.central.DoubleKernel;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.KeptDeliveries;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Gradient;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Torture test of one random whole network ([RandomWhole]), on which all kernels must agree: to
/// the bit among float kernels, to float precision with double, the reverse sweep with double.
final class WholeTorture {
  private static final int[] DRAWS = {1, 2, 15, 16, 17, 40};
  private static final int MOST_REACHES = 90;
  private static final int LAKE_STEPS = 4;
  private static final int TARGETS = 4;

  /// Share of the constituent's largest value, for the reverse sweep.
  private static final double EXACT = 1e-9;

  /// Judge that receives the comparisons.
  interface Judge {
    void require(boolean holds);

    /// Compares two values, as a share of `largest`.
    void near(double found, double expected, double largest, double allowed);
  }

  private final Judge judge;
  private final Chance chance;
  private final Network network;
  private final Course course;
  private final DrawVectors draws;
  private final FloatVectors vectors;
  private final Kinetics kinetics;
  private final LoadEntries entries;
  private final LoadEntries changed;
  private final Places places;
  private final Thresholds thresholds;

  WholeTorture(Chance chance, long seed, Judge judge) {
    this.judge = judge;
    this.chance = chance;
    int reaches = 1 + (int) (MOST_REACHES * StrictMath.pow(chance.uniform(0), 2));
    Rivers rivers = RiverForest.grow(reaches, chance.uniform(1) / 3, seed);
    network = RandomWhole.of(chance, rivers, 1 + chance.below(2, 4), 1 + chance.below(3, 3));
    course = CourseBuilder.of(network);
    RandomReactions random = new RandomReactions(new Chance(seed, 11), network);
    draws = random.draws(DRAWS[chance.below(4, DRAWS.length)]);
    vectors = new FloatVectors(draws);
    kinetics = random.kinetics();
    entries = random.entries(kinetics.memberCount());
    changed = random.changed(entries);
    places = new Places(network.reachCount(), network.lakeCount(), new int[] {0});
    int count = places.count() * kinetics.memberCount();
    int[] start = new int[count + 1];
    Arrays.setAll(start, i -> i);
    double[] limit = new double[count];
    Arrays.fill(limit, 2);
    thresholds =
        new Thresholds(start, new double[][] {limit}, new boolean[count], Thresholds.NO_YEAR);
  }

  /// Reaches × draws × members × seasons that were compared.
  long run() {
    GroupResult loops = run(false, Grain.USUAL, 1, Keep.ALL);
    same(loops, run(true, Grain.USUAL, 1, Keep.ALL));
    same(loops, run(true, new Grain(3, 2, 1), 2, Keep.ALL));
    GroupResult bare = run(true, Grain.USUAL, 2, Keep.BANDS);
    judge.require(Arrays.equals(loops.statistic[0], bare.statistic[0]));
    judge.require(Arrays.equals(loops.met, bare.met));
    finite(loops);
    exact(loops);
    change();
    reverse();
    return (long) network.reachCount()
        * draws.draws()
        * kinetics.memberCount()
        * network.seasonCount();
  }

  private FloatKernel kernel(boolean isVector, Grain grain) {
    boolean isBoth = isVector && FloatKernel.isVectorAtHand();
    return new FloatKernel(network, course, vectors, LAKE_STEPS, isBoth, grain);
  }

  private GroupResult run(boolean isVector, Grain grain, int threads, Keep wanted) {
    GroupResult[] found = new GroupResult[1];
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      EngineRun.each(
          pool,
          List.of(kernel(isVector, grain)),
          kernel -> found[0] = kernel.run(kinetics, entries, places, thresholds, wanted));
    }
    return found[0];
  }

  private void same(GroupResult a, GroupResult b) {
    boolean isSame = Arrays.equals(a.met, b.met);
    for (int k = 0; k < a.statistic.length; k++) {
      isSame &= Arrays.equals(a.statistic[k], b.statistic[k]);
    }
    judge.require(isSame);
  }

  private void untouched(GroupResult full, GroupResult before, Touched touched) {
    boolean isSame = true;
    for (int p = 0; p < places.count(); p++) {
      for (int s = 0; touched.slot()[p] < 0 && s < network.seasonCount(); s++) {
        for (int m = 0; m < kinetics.memberCount(); m++) {
          int at = full.at(s, p, m);
          isSame &= full.statistic[0][at] == before.statistic[0][at];
        }
      }
    }
    judge.require(isSame);
  }

  private void finite(GroupResult result) {
    boolean isFinite = true;
    for (float[] statistic : result.statistic) {
      for (float x : statistic) {
        isFinite &= Float.isFinite(x);
      }
    }
    judge.require(isFinite);
  }

  /// Compares with the means of the double kernel.
  private void exact(GroupResult found) {
    GroupResult exact =
        new DoubleKernel(network, course, draws, LAKE_STEPS)
            .run(kinetics, entries, places, thresholds);
    double largest = largest(exact.statistic[0]);
    for (int i = 0; i < exact.statistic[0].length; i++) {
      judge.near(found.statistic[0][i], exact.statistic[0][i], largest, TortureBench.ALLOWED);
    }
  }

  private static double largest(float[] x) {
    double largest = 1e-30;
    for (float value : x) {
      largest = StrictMath.max(largest, StrictMath.abs(value));
    }
    return largest;
  }

  private void change() {
    FloatKernel kernel = kernel(true, new Grain(2, 1, 3));
    boolean[][] isKept = KeptDeliveries.arcs(course, 3);
    EntryPatch patch = PlacedEntries.of(entries, network).patch(changed);
    Touched touched = Touched.of(network, course, places, isKept, false, patch);
    FloatKernel.Baseline baseline =
        kernel.keep(kinetics, entries, places, thresholds, Keep.BANDS, isKept);
    GroupResult found = baseline.change(patch, new double[0][], touched, () -> {});
    GroupResult full = kernel.run(kinetics, changed, places, thresholds, Keep.BANDS);
    Thresholds some = thresholds.only(touched.places(), kinetics.memberCount());
    same(full.only(touched.places(), touched.slot(), thresholds, some), found);
    untouched(full, baseline.result(), touched);
  }

  /// Compares the contributions of all loads to some concentrations of one draw with the forward
  /// run of that draw.
  private void reverse() {
    int d = chance.below(5, draws.draws());
    GroupResult forward =
        new DoubleKernel(network, course, draws.only(d), LAKE_STEPS)
            .run(kinetics, entries, places, thresholds);
    Adjoint adjoint = new Adjoint(network, kinetics, entries, LAKE_STEPS);
    adjoint.draw(draws, d);
    double largest = 1e-30;
    for (double x : forward.head) {
      largest = StrictMath.max(largest, StrictMath.abs(x));
    }
    for (int i = 0; i < TARGETS; i++) {
      int reach = chance.below(100 + 3L * i, network.reachCount());
      int season = chance.below(101 + 3L * i, network.seasonCount());
      int member = chance.below(102 + 3L * i, kinetics.memberCount());
      Target target = new Target(Target.Kind.REACH, reach, Target.Point.HEAD, season, member);
      Gradient gradient = adjoint.gradient(target);
      double sum = gradient.natural_g_per_m3();
      for (int s = 0; s < network.seasonCount(); s++) {
        for (int e = 0; e < entries.count(); e++) {
          double perLoad = gradient.perLoad_s_per_m3()[s * entries.count() + e];
          sum += perLoad * adjoint.load_g_per_s(s, e);
        }
      }
      judge.near(sum, forward.head[forward.at(season, reach, member)], largest, EXACT);
    }
  }
}
