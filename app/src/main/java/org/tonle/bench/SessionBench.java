package org.tonle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.tonle.law.ResultTables;
import org.tonle.model.Names;
import org.tonle.model.Reaction;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Progress;
import org.tonle.run.Pull;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;
import org.tonle.simulate.draws.FloatKernel;

/// Bench of a session on a whole study: seeded levers are pulled, and applying, kernels, judging
/// and comparison of each are timed (SPEED G18, G19).
public final class SessionBench {
  private static final int WARM_UP = 60;
  private static final int COMPARED = 4;
  private static final int GLOBAL = 9;
  private static final int MOST_TRIES = 50;

  private final Study study;
  private final Options options;
  private final int levers;
  private final long seed;
  private final Watch watch;
  private final ForkJoinPool pool;
  private int refused;
  private int full;

  private SessionBench(
      Study study, Options options, int levers, long seed, Watch watch, ForkJoinPool pool) {
    this.study = study;
    this.options = options;
    this.levers = levers;
    this.seed = seed;
    this.watch = watch;
    this.pool = pool;
  }

  public static Measurements run(Study study, Options options, int levers, long seed, Watch watch) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      return new SessionBench(study, options, levers, seed, watch, pool).run();
    }
  }

  private Measurements run() {
    Measurements.startHeap();
    double before = Measurements.heldBytes();
    long start = System.nanoTime();
    watch.doing("bench.holding", study.id());
    Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
    Session session = Session.on(Baseline.of(instance, options, pool), pool);
    double prepare_ms = (System.nanoTime() - start) * 1e-6;
    double held = Measurements.heldBytes() - before;
    List<Session> more = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      more.add(Session.on(session.baseline(), pool));
    }
    double further = (Measurements.heldBytes() - before - held) / more.size();
    RandomLevers warm = new RandomLevers(study, seed + 1_000_003);
    for (int i = 0; i < WARM_UP; i++) {
      pull(session, warm);
    }
    refused = 0;
    full = 0;
    double[] lever_ms = new double[levers];
    RandomLevers chance = new RandomLevers(study, seed);
    boolean isSame = true;
    for (int i = 0; i < levers; i++) {
      watch.doing("bench.pulling", i + 1, levers);
      Timed timed = pull(session, chance);
      lever_ms[i] = timed.ms;
      full += timed.pull.how().isFull() ? 1 : 0;
      if (i % StrictMath.max(1, levers / COMPARED) == 0) {
        isSame &= isSame(timed.pull);
      }
    }
    double[] global_ms = global(session);
    Arrays.sort(lever_ms);
    Arrays.sort(global_ms);
    return new Measurements()
        .put("job", "session")
        .put("study", study.id())
        .put("reaches", study.waterways().reaches().size())
        .put("seasons", study.waterways().seasons().size())
        .put("draws", options.draws())
        .put("constituents", study.chemistry().constituents().size())
        .put("levers", levers)
        .put("milliseconds", prepare_ms)
        .put("ns_per_element", 0.0)
        .put("lever_ms_median", lever_ms[levers / 2])
        .put("lever_ms_p95", lever_ms[(int) (0.95 * (levers - 1))])
        .put("lever_ms_most", lever_ms[levers - 1])
        .put("global_ms_median", global_ms[global_ms.length / 2])
        .put("full_share", full / (double) levers)
        .put("refused", refused)
        .put("same_bits", isSame)
        .put("memory_mb", held / 1e6)
        .put("further_session_mb", further / 1e6)
        .put("kernel", FloatKernel.isVectorAtHand() ? "vector" : "plain")
        .putHeap()
        .put("failures", isSame ? 0 : 1);
  }

  private record Timed(Pull pull, double ms) {}

  /// One lever that the study's checks accept.
  private Timed pull(Session session, RandomLevers chance) {
    for (int i = 0; i < MOST_TRIES; i++) {
      List<Change> changes = chance.next();
      long start = System.nanoTime();
      Answer answer = session.pull(changes);
      if (answer instanceof Pull pull) {
        int changed = pull.changed().size();
        double ms = (System.nanoTime() - start) * 1e-6;
        return new Timed(pull, changed < 0 ? 0 : ms);
      }
      refused++;
    }
    throw new IllegalStateException("No lever was accepted.");
  }

  /// Levers of the whole study: another year, a low flow, a rate.
  private double[] global(Session session) {
    double[] ms = new double[GLOBAL];
    List<Season> seasons = study.waterways().seasons();
    List<Reaction> reactions = study.chemistry().reactions();
    for (int i = 0; i < GLOBAL; i++) {
      watch.doing("bench.pulling", i + 1, GLOBAL);
      Scenario base = new Scenario("global", Names.of("global"), List.of());
      Scenario scenario =
          switch (i % 3) {
            case 0 -> base.in(study.settings().year() + 5 + i);
            case 1 ->
                base.with(
                    List.of(
                        new Change.SetDischarge(
                            seasons.get(i / 3 % seasons.size()).id(), "", 0.8)));
            default ->
                base.with(
                    List.of(
                        new Change.ScaleRate(reactions.get(i / 3 % reactions.size()).id(), 1.2)));
          };
      long start = System.nanoTime();
      Answer answer = session.pull(scenario, Cancel.NEVER);
      if (answer instanceof Answer.Refused refusal) {
        throw new IllegalStateException("Refused: " + refusal.problems());
      }
      ms[i] = (System.nanoTime() - start) * 1e-6;
    }
    return ms;
  }

  /// Whether the result of a pull equals a full run of the changed study, bit for bit.
  private boolean isSame(Pull pull) {
    Result full =
        Runner.run(Instance.of(pull.applied()), options, Progress.NONE).result().orElseThrow();
    return ResultTables.difference(pull.result(), full).isEmpty();
  }
}
