package org.tonle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.river.Chance;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.draws.FloatLoads;

/// Bench of a lever: time from a change of one reach's loads to all results it touches (G7).
final class LeverBench {
  /// Reaches that are changed one after the other, at random.
  private static final int LEVERS = 64;

  private static final int WARM_UPS = 3;
  private static final int STREAM = 9;

  private final Job job;
  private final EngineRun base;
  private final ForkJoinPool pool;
  private final List<BareRiver.Baseline> kept = new ArrayList<>();

  LeverBench(Job job, EngineRun base, ForkJoinPool pool) {
    this.job = job;
    this.base = base;
    this.pool = pool;
  }

  void run(Measurements figures, Watch watch) {
    watch.doing("bench.changing");
    for (BareRiver river : base.rivers()) {
      kept.add(river.keep());
    }
    EngineRun before = base.with(job.loads(), true);
    Chance chance = new Chance(job.reaches(), STREAM);
    double[] time_ms = new double[LEVERS];
    boolean isSame = true;
    for (int round = 0; round <= WARM_UPS; round++) {
      for (int i = 0; i < LEVERS; i++) {
        int reach = chance.below(i, job.reaches());
        FloatLoads loads = halved(reach);
        long start = System.nanoTime();
        pull(base.with(loads, false), reach);
        time_ms[i] = (System.nanoTime() - start) * 1e-6;
        if (round == 0 && i == 0) {
          EngineRun full = base.with(loads, true);
          isSame = full.run(pool).isSame(base);
        }
        pull(base, reach);
      }
    }
    isSame &= base.isSame(before);
    Arrays.sort(time_ms);
    figures
        .put("lever_milliseconds_median", time_ms[LEVERS / 2])
        .put("lever_milliseconds_mean", Arrays.stream(time_ms).average().orElse(0))
        .put("lever_milliseconds_longest", time_ms[LEVERS - 1])
        .put("lever_same_bits", isSame ? "yes" : "no");
  }

  /// Recomputes from a changed reach to all results it touches, of all constituents.
  private void pull(EngineRun changed, int reach) {
    boolean[] isChanged = new boolean[job.reaches()];
    isChanged[reach] = true;
    BareRiver.Change change = kept.getFirst().plan(isChanged);
    List<Integer> all = IntStream.range(0, kept.size()).boxed().toList();
    EngineRun.each(pool, all, i -> kept.get(i).change(changed.rivers().get(i), change));
  }

  private FloatLoads halved(int reach) {
    FloatLoads loads = job.loads();
    float[] load = loads.load_g_per_s()[0].clone();
    int[] start = loads.start();
    int from = start.length == 0 ? reach : start[reach];
    int to = start.length == 0 ? reach + 1 : start[reach + 1];
    for (int row = from; row < to; row++) {
      load[row] /= 2;
    }
    return new FloatLoads(
        start, loads.member(), loads.vector(), new float[][] {load}, loads.vectors());
  }
}
