package org.tonle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.reverse.BareAdjoint;

/// Bench of apportionment: time to trace concentrations back to all loads, compared with one
/// forward run: one concentration (G9), or those of the largest rivers, all constituents.
public final class ApportionBench {
  /// Places that one sweep serves: their vectors stay in a processor's second-level cache.
  private static final int TOGETHER = 16;

  private ApportionBench() {}

  /// @param receptors number of reaches, those with the most discharge
  public static Measurements run(Job job, KernelBench.Way way, int receptors, Watch watch) {
    Measurements.startHeap();
    EngineRun engine = EngineRun.of(job, way.wanted(), way.isVector());
    List<Sweep> sweeps = sweeps(engine, largest(job, receptors));
    try (ForkJoinPool pool = new ForkJoinPool(way.threads())) {
      watch.doing("bench.forward");
      Timing<EngineRun> forward = Timing.of(way.repetitions(), watch, () -> engine.run(pool));
      watch.doing("bench.backward");
      Timing<Long> back = Timing.of(way.repetitions(), watch, () -> reached(pool, sweeps));
      double check = 0;
      double apart = 0;
      for (Sweep sweep : sweeps) {
        check += Arrays.stream(sweep.sum).sum();
        apart = StrictMath.max(apart, sweep.apart());
      }
      return new Measurements()
          .put("job", way.name())
          .put("reaches", job.reaches())
          .put("draws", job.draws())
          .put("constituents", job.constituents())
          .put("receptors", receptors)
          .put("threads", way.threads())
          .put("upstream_reaches", back.last())
          .putTime(back, (double) back.last() * job.draws())
          .put("kernel", way.isVector() ? "vector" : "plain")
          .putHeap()
          .put("max_open", job.course().course().maxOpen())
          .put("check", check)
          .put("forward_milliseconds", forward.shortest_ms())
          .put("percent_of_forward", 100 * back.shortest_ms() / forward.shortest_ms())
          .put("percent_of_forward_processor", 100 * back.processor_ms() / forward.processor_ms())
          .put("forward_apart", apart);
    }
  }

  private static long reached(ForkJoinPool pool, List<Sweep> sweeps) {
    AtomicLong reached = new AtomicLong();
    EngineRun.each(pool, sweeps, sweep -> reached.addAndGet(sweep.run()));
    return reached.get();
  }

  private static List<Sweep> sweeps(EngineRun engine, int[] receptors) {
    List<Sweep> sweeps = new ArrayList<>();
    for (BareRiver river : engine.rivers()) {
      for (int from = 0; from < receptors.length; from += TOGETHER) {
        int to = StrictMath.min(receptors.length, from + TOGETHER);
        sweeps.add(new Sweep(river, Arrays.copyOfRange(receptors, from, to)));
      }
    }
    return sweeps;
  }

  /// Places with the most discharge, from the mouths up.
  private static int[] largest(Job job, int receptors) {
    float[] perDischarge = job.perDischarge_s_per_m3();
    return IntStream.range(0, job.reaches())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(r -> perDischarge[r]).thenComparing(r -> r))
        .limit(receptors)
        .sorted(Comparator.reverseOrder())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Sweep for some places of one constituent, with the contributions of all loads there.
  private static final class Sweep {
    private final BareRiver river;
    private final int[] receptors;
    private final double[] sum;

    Sweep(BareRiver river, int[] receptors) {
      this.river = river;
      this.receptors = receptors;
      sum = new double[receptors.length];
    }

    long run() {
      float[][] contribution = new float[receptors.length][river.loads().vector().length];
      long reached = new BareAdjoint(river, receptors.length).run(receptors, contribution);
      for (int k = 0; k < receptors.length; k++) {
        sum[k] = 0;
        for (float c : contribution[k]) {
          sum[k] += c;
        }
      }
      return reached;
    }

    /// Largest difference from the means of the forward run, relative.
    double apart() {
      double most = 0;
      for (int k = 0; k < receptors.length; k++) {
        double mean = river.result().statistic[0][receptors[k]];
        most = StrictMath.max(most, StrictMath.abs(sum[k] - mean) / mean);
      }
      return most;
    }
  }
}
