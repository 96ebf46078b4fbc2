package org.tonle.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.job.PlainTwin;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;
import org.tonle.bench.river.SideArms;
import org.tonle.law.SessionLaw;
import org.tonle.law.Variety;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatLoads;
import org.tonle.simulate.reverse.BareAdjoint;

/// Bench of torture tests. On random and degenerate rivers, bare and as whole networks with every
/// feature, all kernels must agree (G17): vectors and plain loops, one thread and several, in full
/// and by change, to the bit; forward and reverse, and the textbook in double, within float
/// precision. On random studies, sessions must equal full runs to the bit ([SessionLaw]).
public final class TortureBench {
  private static final int[] DRAWS = {1, 2, 15, 16, 17, 100, 333, 1024};
  private static final int MOST_REACHES = 4_000;
  static final double ALLOWED = 1e-5;

  /// Concentrations below this count as zero [g/m³]: denormal loads, and the remainder after strong
  /// decay.
  private static final double NOTHING = 1e-30;

  /// What is tortured.
  public enum On {
    rivers,
    studies,
    /// Rivers and studies.
    all,
    /// Mistakes in tables ([InputBench]).
    input
  }

  private final long seed;
  private final On on;
  private final Variety variety = new Variety();
  private String difference = "";
  private final WholeTorture.Judge whole =
      new WholeTorture.Judge() {
        @Override
        public void require(boolean holds) {
          TortureBench.this.require(holds);
        }

        @Override
        public void near(double found, double expected, double largest, double allowed) {
          double apart = StrictMath.abs(found - expected) / largest;
          farthest = StrictMath.max(farthest, apart);
          TortureBench.this.require(apart <= allowed);
        }
      };
  private double farthest;
  private int failures;
  private long checked;
  private int leastFailed = -1;

  private TortureBench(On on, long seed) {
    this.on = on;
    this.seed = seed;
  }

  /// @param on not `input`, which [InputBench] tortures
  public static Measurements run(On on, int rounds, long seed, Watch watch) {
    TortureBench bench = new TortureBench(on, seed);
    long start = System.nanoTime();
    Measurements.startHeap();
    for (int round = 0; round < rounds; round++) {
      watch.doing("bench.torturing", round + 1, rounds);
      int before = bench.failures;
      if (on != On.studies) {
        bench.round(round);
      }
      if (on != On.rivers) {
        bench.session(round);
      }
      if (bench.failures > before && bench.leastFailed < 0) {
        bench.leastFailed = round;
      }
    }
    return bench.measurements(rounds, (System.nanoTime() - start) * 1e-6);
  }

  private Measurements measurements(int rounds, double ms) {
    Measurements found =
        new Measurements()
            .put("job", "torture")
            .put("on", on.name())
            .put("rounds", rounds)
            .put("milliseconds", ms)
            .put("ns_per_element", ms * 1e6 / StrictMath.max(1, checked))
            .put("kernel", FloatKernel.isVectorAtHand() ? "vector" : "plain")
            .putHeap()
            .put("max_open", 0)
            .put("check", checked)
            .put("farthest_apart", farthest)
            .put("failures", failures)
            .put("first_failed_round", leastFailed);
    if (on != On.rivers) {
      found
          .put("studies", variety.studies())
          .put("scenarios", variety.scenarios())
          .put("first_difference", difference);
      Map<String, Object> met = new LinkedHashMap<>();
      for (Variety.Feature feature : Variety.Feature.values()) {
        met.put(feature.id(), variety.count(feature));
      }
      found.put("met", met);
    }
    return found;
  }

  /// One random study; that of round r under a seed is that of round 0 under the seed + r.
  private void session(int round) {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Optional<String> found = new SessionLaw(pool, variety).check(seed + round);
      require(found.isEmpty());
      if (difference.isEmpty()) {
        difference = found.orElse("");
      }
    }
  }

  private void round(int round) {
    Chance chance = new Chance(seed, 1000 + round);
    Job job = job(chance, round);
    EngineRun plain = EngineRun.of(job, Keep.BANDS, false);
    one(() -> plain);
    require(isFinite(plain));
    if (FloatKernel.isVectorAtHand()) {
      EngineRun vector = EngineRun.of(job, Keep.BANDS, true);
      one(() -> vector);
      require(vector.isSame(plain));
    }
    EngineRun several = EngineRun.of(job, Keep.BANDS, FloatKernel.isVectorAtHand());
    try (ForkJoinPool pool = new ForkJoinPool(3)) {
      require(several.run(pool).isSame(plain));
    }
    twin(job, plain);
    reverse(job, plain, chance);
    change(job, plain, chance);
    checked += (long) job.elements();
    checked += new WholeTorture(new Chance(seed, 100_000 + round), seed + round, whole).run();
  }

  private static void one(Supplier<EngineRun> run) {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      run.get().run(pool);
    }
  }

  private void require(boolean holds) {
    failures += holds ? 0 : 1;
  }

  private static boolean isFinite(EngineRun run) {
    for (BareRiver river : run.rivers()) {
      for (float[] statistic : river.result().statistic) {
        for (float value : statistic) {
          if (!Float.isFinite(value) || value < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private Job job(Chance chance, int round) {
    int reaches = 1 + (int) (MOST_REACHES * StrictMath.pow(chance.uniform(0), 3));
    double forks = round % 3 == 0 ? 0 : chance.uniform(1) / 2;
    Rivers rivers =
        switch (round % 8) {
          case 6 -> chain(reaches);
          case 7 -> star(reaches);
          default -> RiverForest.grow(reaches, forks, seed + round);
        };
    int draws = DRAWS[chance.below(2, DRAWS.length)];
    int constituents = 1 + chance.below(3, 3);
    int sources = 1 + chance.below(4, JobRecipe.CLASSES);
    Job job = new JobRecipe(draws, constituents, 1, sources, seed + round).on(rivers);
    degrade(job, chance);
    return job;
  }

  private static Rivers chain(int reaches) {
    int[] down = new int[reaches];
    java.util.Arrays.setAll(down, r -> r == reaches - 1 ? -1 : r + 1);
    return alike(down);
  }

  private static Rivers star(int reaches) {
    int[] down = new int[reaches];
    java.util.Arrays.setAll(down, r -> r == 0 ? -1 : 0);
    return alike(down);
  }

  private static Rivers alike(int[] down) {
    float[] one = new float[down.length];
    java.util.Arrays.fill(one, 1);
    return new Rivers(down, SideArms.NONE, one, one.clone());
  }

  /// Gives reaches no length or years of travel time, and sources loads of zero, near zero, or far
  /// too large.
  private static void degrade(Job job, Chance chance) {
    float[] load = job.loads().load_g_per_s()[0];
    for (int i = 0; i < load.length; i++) {
      int what = chance.below(1_000 + 2L * i, 100);
      load[i] = what < 10 ? 0 : what == 10 ? Float.MIN_VALUE : what == 11 ? 1e20f : load[i];
    }
    for (int r = 0; r < job.reaches(); r++) {
      int what = chance.below(1_001 + 2L * r, 100);
      float time = job.travelTime_s()[r];
      job.travelTime_s()[r] = what < 5 ? 0 : what == 5 ? 1e9f : what == 6 ? 1e-30f : time;
    }
  }

  private void twin(Job job, EngineRun run) {
    PlainTwin twin = new PlainTwin(job);
    for (int c = 0; c < job.constituents(); c++) {
      twin.run(c);
      GroupResult result = run.rivers().get(c).result();
      for (int r = 0; r < job.reaches(); r++) {
        apart(result.statistic[0][r], twin.statistic[0][r]);
        for (int p = 0; p < 3; p++) {
          apart(result.statistic[2 + p][r], twin.statistic[1 + p][r]);
        }
      }
    }
  }

  private void apart(double found, double expected) {
    if (StrictMath.abs(expected) < NOTHING && StrictMath.abs(found) < NOTHING) {
      return;
    }
    double apart = StrictMath.abs(found - expected) / StrictMath.abs(expected);
    farthest = StrictMath.max(farthest, apart);
    require(apart <= ALLOWED);
  }

  private void reverse(Job job, EngineRun run, Chance chance) {
    BareRiver river = run.rivers().getFirst();
    float[][] contribution = new float[1][job.loads().vector().length];
    int place = chance.below(5, job.reaches());
    new BareAdjoint(river, 1).run(new int[] {place}, contribution);
    double sum = 0;
    for (float c : contribution[0]) {
      sum += c;
    }
    apart(sum, river.result().statistic[0][place]);
  }

  private void change(Job job, EngineRun run, Chance chance) {
    int place = chance.below(6, job.reaches());
    FloatLoads old = job.loads();
    float[] load = old.load_g_per_s()[0].clone();
    int from = old.start().length == 0 ? place : old.start()[place];
    load[from] = load[from] / 3 + 1;
    FloatLoads loads =
        new FloatLoads(
            old.start(), old.member(), old.vector(), new float[][] {load}, old.vectors());
    boolean[] isChanged = new boolean[job.reaches()];
    isChanged[place] = true;
    List<BareRiver.Baseline> kept = run.rivers().stream().map(BareRiver::keep).toList();
    EngineRun full = run.with(loads, true);
    EngineRun partly = run.with(loads, true);
    one(() -> full);
    for (int i = 0; i < kept.size(); i++) {
      kept.get(i).change(partly.rivers().get(i), kept.get(i).plan(isChanged));
    }
    require(partly.isSame(full));
  }
}
