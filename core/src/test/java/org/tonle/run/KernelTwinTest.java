package org.tonle.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.law.RandomStudy;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.PlacedEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.Touched;
import org.tonle.simulate.central.DoubleKernel;
import org.tonle.simulate.central.PlainKernel;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.KeptDeliveries;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;

/// LAW: the fast kernels equal the textbook one on random networks with every feature: in double to
/// 1e-12 of the constituent's largest figure, in float to 1e-5; vectors and plain loops bit for
/// bit.
class KernelTwinTest {
  private static final double[][] NO_MORE = {};
  private static final int STEPS = RandomStudy.LAKE_STEPS;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void fastEqualsPlain(long seed) {
    compare(seed);
  }

  @Test
  @Tag("slow")
  void andOnManyMoreNetworks() {
    for (long seed = 100; seed < 200; seed++) {
      compare(seed);
    }
  }

  private static void compare(long seed) {
    Twins twins = new Twins(new RandomStudy(seed).study(), 37);
    FloatVectors narrow = new FloatVectors(twins.drawn);
    for (int g = 0; g < twins.groups.size(); g++) {
      String where = "seed " + seed + ", group " + g;
      GroupResult central = twins.run(new PlainKernel(twins.network, twins.central, STEPS, 1), g);
      Kernel exact = new DoubleKernel(twins.network, twins.course, twins.central, STEPS);
      near(central, twins.run(exact, g), 1e-12, where + " central");
      GroupResult plain = twins.run(new PlainKernel(twins.network, twins.drawn, STEPS, 16), g);
      GroupResult loops = twins.run(kernel(twins, narrow, false), g);
      near(plain, loops, 1e-5, where + " draws");
      GroupResult vector = twins.run(kernel(twins, narrow, true), g);
      for (int k = 0; k < loops.statistic.length; k++) {
        assertArrayEquals(loops.statistic[k], vector.statistic[k], where);
      }
      for (MassLine line : MassLine.values()) {
        assertArrayEquals(loops.mass[line.ordinal()], vector.mass[line.ordinal()], where);
      }
    }
  }

  /// What else is asked for decides how much is done at once, never a figure.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsWantedChangesNoFigure(long seed) {
    Twins twins = new Twins(new RandomStudy(seed).study(), 37);
    FloatVectors narrow = new FloatVectors(twins.drawn);
    FloatKernel kernel = new FloatKernel(twins.network, twins.course, narrow, STEPS, true);
    List<Integer> all = IntStream.range(0, twins.layout.places.count()).boxed().toList();
    Keep kept = new Keep(List.of(), false, false, all);
    for (int g = 0; g < twins.groups.size(); g++) {
      GroupResult full = run(kernel, twins, g, Keep.ALL);
      for (Keep less : List.of(Keep.CHANCES, kept)) {
        GroupResult found = run(kernel, twins, g, less);
        assertArrayEquals(full.met, found.met, "seed " + seed);
        for (int i = 0; i < full.statistic[0].length; i++) {
          double mean = full.statistic[0][i];
          double near = 1e-6 * StrictMath.abs(mean);
          assertEquals(mean, found.statistic[0][i], near, "seed " + seed + " at " + i);
        }
      }
      GroupResult bands = run(kernel, twins, g, Keep.BANDS);
      assertArrayEquals(full.statistic[0], bands.statistic[0], "seed " + seed);
      assertArrayEquals(full.statistic[2], bands.statistic[2], "seed " + seed);
      assertArrayEquals(full.statistic[6], bands.statistic[4], "seed " + seed);
      assertArrayEquals(full.met, bands.met, "seed " + seed);
      draws(twins, full, run(kernel, twins, g, kept), g);
    }
  }

  private static GroupResult run(FloatKernel kernel, Twins twins, int g, Keep wanted) {
    return kernel.run(
        twins.groups.get(g),
        twins.entries.get(g),
        twins.layout.places,
        twins.layout.thresholds(g, 0),
        wanted);
  }

  /// The mean of the draws that were kept is the mean.
  private static void draws(Twins twins, GroupResult full, GroupResult kept, int g) {
    for (int p = 0; p < twins.layout.places.count(); p++) {
      for (int m = 0; m < twins.groups.get(g).memberCount(); m++) {
        double sum = 0;
        for (float x : kept.draws(0, p, m)) {
          sum += x;
        }
        double mean = full.statistic[0][full.at(0, p, m)];
        assertEquals(mean, sum / 37, 1e-5 * mean, "place " + p);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aChangeEqualsAFullRun(long seed) {
    change(seed);
  }

  @Test
  @Tag("slow")
  void andSoDoManyMoreChanges() {
    for (long seed = 100; seed < 200; seed++) {
      change(seed);
    }
  }

  /// Some loads are changed: what is recomputed, and what was kept, must come out as in a full run,
  /// in parts of any size; the same in the central run.
  private static void change(long seed) {
    Twins twins = new Twins(new RandomStudy(seed).study(), 21);
    FloatVectors narrow = new FloatVectors(twins.drawn);
    Random chance = new Random(seed);
    for (Grain grain : List.of(Grain.USUAL, new Grain(3, 2, 1), new Grain(2, 1, 3))) {
      FloatKernel kernel = new FloatKernel(twins.network, twins.course, narrow, STEPS, true, grain);
      for (int g = 0; g < twins.groups.size(); g++) {
        String where = "seed " + seed + ", group " + g + ", " + grain;
        LoadEntries entries = twins.entries.get(g);
        LoadEntries changed =
            Twins.scaled(entries, chance.nextInt(StrictMath.max(1, entries.count())), 1.7);
        Kinetics kinetics = twins.groups.get(g);
        Places places = twins.layout.places;
        Thresholds limits = twins.layout.thresholds(g, 0);
        boolean[][] isKept = KeptDeliveries.arcs(twins.course, grain.leastKept_count());
        EntryPatch patch = PlacedEntries.of(entries, twins.network).patch(changed);
        Touched touched = Touched.of(twins.network, twins.course, places, isKept, false, patch);
        FloatKernel.Baseline baseline =
            kernel.keep(kinetics, entries, places, limits, Keep.ALL, isKept);
        GroupResult found = baseline.change(patch, NO_MORE, touched, () -> {});
        GroupResult full = kernel.run(kinetics, changed, places, limits);
        same(full, found, baseline.result(), touched, limits, kinetics.memberCount(), where);
        DoubleKernel exact = new DoubleKernel(twins.network, twins.course, twins.central, STEPS);
        DoubleKernel.Baseline central =
            exact.keep(kinetics, entries, places, limits, Keep.ALL, isKept);
        same(
            exact.run(kinetics, changed, places, limits),
            central.change(patch, NO_MORE, touched, () -> {}),
            central.result(),
            touched,
            limits,
            kinetics.memberCount(),
            where + " central");
      }
    }
  }

  /// What a change found, or where it found nothing what stood before, is what a full run says.
  private static void same(
      GroupResult full,
      GroupResult found,
      GroupResult before,
      Touched touched,
      Thresholds limits,
      int members,
      String where) {
    Thresholds some = limits.only(touched.places(), members);
    GroupResult wanted = full.only(touched.places(), touched.slot(), limits, some);
    for (int k = 0; k < full.statistic.length; k++) {
      assertArrayEquals(wanted.statistic[k], found.statistic[k], where);
    }
    assertArrayEquals(wanted.met, found.met, where);
    assertArrayEquals(wanted.worst, found.worst, where);
    assertArrayEquals(wanted.head, found.head, where);
    assertArrayEquals(wanted.end, found.end, where);
    int[] others =
        IntStream.range(0, touched.slot().length).filter(p -> touched.slot()[p] < 0).toArray();
    Thresholds rest = limits.only(others, members);
    int[] slot = new int[touched.slot().length];
    for (int i = 0; i < others.length; i++) {
      slot[others[i]] = i;
    }
    GroupResult after = full.only(others, slot, limits, rest);
    GroupResult old = before.only(others, slot, limits, rest);
    for (int k = 0; k < full.statistic.length; k++) {
      assertArrayEquals(after.statistic[k], old.statistic[k], where + " untouched");
    }
    assertArrayEquals(after.met, old.met, where + " untouched");
    assertArrayEquals(after.worst, old.worst, where + " untouched");
  }

  private static Kernel kernel(Twins twins, FloatVectors narrow, boolean isVector) {
    return new FloatKernel(twins.network, twins.course, narrow, STEPS, isVector);
  }

  private static void near(GroupResult a, GroupResult b, double tolerance, String where) {
    near(a.worst, b.worst, tolerance, where + " worst point");
    for (int k = 0; k < a.statistic.length; k++) {
      double coarse = StrictMath.max(tolerance, 1e-7);
      near(wide(a.statistic[k]), wide(b.statistic[k]), coarse, where + " statistic " + k);
    }
    double[] throughA = through(a.mass);
    for (MassLine line : MassLine.values()) {
      double[] x = a.mass[line.ordinal()];
      double[] y = b.mass[line.ordinal()];
      for (int i = 0; i < x.length; i++) {
        assertEquals(x[i], y[i], tolerance * throughA[i], where + " " + line);
      }
    }
  }

  private static double[] wide(float[] x) {
    double[] found = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      found[i] = x[i];
    }
    return found;
  }

  private static double[] through(double[][] mass) {
    double[] sum = new double[mass[0].length];
    for (double[] line : mass) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += StrictMath.abs(line[i]);
      }
    }
    return sum;
  }

  private static void near(double[] a, double[] b, double tolerance, String where) {
    double largest = 1e-30;
    for (double x : a) {
      largest = StrictMath.max(largest, StrictMath.abs(x));
    }
    for (int i = 0; i < a.length; i++) {
      assertEquals(a[i], b[i], tolerance * largest, where + " at " + i);
    }
  }
}
