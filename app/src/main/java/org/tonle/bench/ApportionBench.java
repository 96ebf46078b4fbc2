package org.tonle.bench;

import java.util.concurrent.ForkJoinPool;
import org.tonle.simulate.BareRiver;
import org.tonle.simulate.reverse.BareAdjoint;

/// How fast a concentration is traced back to all loads, beside one forward run (G9).
public final class ApportionBench {
  private ApportionBench() {}

  public static Figures run(Job job, KernelBench.Way way, Watch watch) {
    Figures.startHeap();
    EngineRun engine = EngineRun.of(job, way.wanted(), way.isVector());
    BareRiver river = engine.rivers().getFirst();
    int receptor = largest(job);
    float[] contribution = new float[job.loads().vector().length];
    BareAdjoint adjoint = new BareAdjoint(river);
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      watch.doing("bench.forward");
      Timing<EngineRun> forward = Timing.of(way.repetitions(), watch, () -> engine.run(pool));
      watch.doing("bench.backward");
      Timing<Integer> back =
          Timing.of(way.repetitions(), watch, () -> adjoint.run(receptor, contribution));
      double sum = 0;
      for (float c : contribution) {
        sum += c;
      }
      double mean = river.result().statistic[0][receptor];
      return new Figures()
          .put("job", way.name())
          .put("reaches", job.reaches())
          .put("draws", job.draws())
          .put("upstream_reaches", back.last())
          .putTime(back, (double) job.reaches() * job.draws())
          .put("kernel", way.isVector() ? "vector" : "plain")
          .putHeap()
          .put("max_open", job.course().course().maxOpen())
          .put("check", sum)
          .put("forward_milliseconds", forward.shortest_ms())
          .put("percent_of_forward", 100 * back.shortest_ms() / forward.shortest_ms())
          .put("percent_of_forward_processor", 100 * back.processor_ms() / forward.processor_ms())
          .put("forward_apart", StrictMath.abs(sum - mean) / mean);
    }
  }

  /// The reach with most discharge.
  private static int largest(Job job) {
    int found = 0;
    for (int r = 0; r < job.reaches(); r++) {
      found = job.perDischarge_s_per_m3()[r] < job.perDischarge_s_per_m3()[found] ? r : found;
    }
    return found;
  }
}
