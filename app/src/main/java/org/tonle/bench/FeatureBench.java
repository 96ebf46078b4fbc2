package org.tonle.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.tonle.bench.job.EngineRun;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.job.RiverChemistry;
import org.tonle.bench.job.WholeRivers;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.Rivers;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatLoads;

/// Bench of features: their cost over the plain what-if (G6), namely sources that vary
/// individually, a linked group, the lowest oxygen within reaches, a year with a lake that stores.
public final class FeatureBench {
  /// Sources with a vector of their own.
  private static final int INDIVIDUALS = 10_000;

  private static final double INDIVIDUAL_CV = 0.3;
  private static final int BY_SOURCE = 10;
  private static final int LINKED = 3;
  private static final int SEASONS = 4;

  /// Steps into which a season is cut for lakes, as in a study.
  private static final int LAKE_STEPS = 32;

  /// Factor on travel times of reaches in which oxygen turns: a day where others have an hour.
  private static final double SLOWER = 24;

  private static final double LIMIT_G_PER_M3 = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Rivers rivers;
  private final JobRecipe recipe;
  private final KernelBench.Way way;
  private final Watch watch;
  private final Measurements figures = new Measurements();

  public FeatureBench(Rivers rivers, JobRecipe recipe, KernelBench.Way way, Watch watch) {
    this.rivers = rivers;
    this.recipe = recipe;
    this.way = way;
    this.watch = watch;
  }

  public Measurements run() {
    Measurements.startHeap();
    Job job = recipe.on(rivers);
    try (ForkJoinPool pool = new ForkJoinPool(way.threads())) {
      EngineRun base = EngineRun.of(job, way.wanted(), way.isVector());
      Timing<EngineRun> plain = Timing.of(way.repetitions(), watch, () -> base.run(pool));
      figures
          .put("job", way.name())
          .put("reaches", job.reaches())
          .put("draws", job.draws())
          .put("constituents", job.constituents())
          .put("seasons", job.seasons())
          .put("threads", way.threads())
          .put("percentiles", way.hasPercentiles() ? "P5 P50 P95" : "-")
          .putTime(plain, job.elements());
      double check = base.sums().check();
      individual(job, base, plain, pool);
      check += linked(job, pool);
      check += year(job, pool);
      return figures
          .put("kernel", way.isVector() ? "vector" : "plain")
          .putHeap()
          .put("max_open", job.course().course().maxOpen())
          .put("check", check);
    }
  }

  /// The same rivers, with additional sources that vary individually.
  private void individual(Job job, EngineRun base, Timing<?> plain, ForkJoinPool pool) {
    watch.doing("bench.individuals");
    long start = System.nanoTime();
    FloatLoads loads = individuals(job);
    double drawn_ms = (System.nanoTime() - start) * 1e-6;
    EngineRun varied = base.with(loads, true);
    Timing<EngineRun> timing = Timing.of(way.repetitions(), watch, () -> varied.run(pool));
    figures
        .put("individual_milliseconds", timing.shortest_ms())
        .put("individual_more_milliseconds", timing.shortest_ms() - plain.shortest_ms())
        .put("individual_drawing_milliseconds", drawn_ms);
  }

  /// Loads that vary with a vector of their own, for sources at even distances.
  private FloatLoads individuals(Job job) {
    FloatLoads old = job.loads();
    int[] vector = old.vector().clone();
    int count = StrictMath.min(INDIVIDUALS, vector.length);
    float[][] vectors = Arrays.copyOf(old.vectors()[0], old.vectors()[0].length + count);
    for (int i = 0; i < count; i++) {
      int row = (int) ((long) i * vector.length / count);
      float[] shared = vectors[vector[row]];
      float[] own = new float[shared.length];
      Chance chance = new Chance(recipe.seed(), BY_SOURCE + 16 * (1 + i));
      for (int d = 0; d < job.draws(); d++) {
        own[d] = (float) (shared[d] * chance.lognormal(d, INDIVIDUAL_CV));
      }
      vector[row] = old.vectors()[0].length + i;
      vectors[vector[row]] = own;
    }
    float[][][] ofSeason = new float[job.seasons()][][];
    Arrays.fill(ofSeason, vectors);
    return new FloatLoads(old.start(), old.member(), vector, old.load_g_per_s(), ofSeason);
  }

  /// Three of first order, three linked, three linked with oxygen.
  private double linked(Job job, ForkJoinPool pool) {
    watch.doing("bench.linked");
    WholeRivers whole = WholeRivers.of(rivers, job, 1, false);
    Study three = study(whole, LINKED);
    Study members = new Study(whole, List.of(RiverChemistry.linked(whole, false)));
    Study oxygen = new Study(whole, List.of(RiverChemistry.linked(whole, true)));
    WholeRivers slow = WholeRivers.of(rivers, job, SLOWER, false);
    Study slowMembers = new Study(slow, List.of(RiverChemistry.linked(slow, false)));
    Study slowOxygen = new Study(slow, List.of(RiverChemistry.linked(slow, true)));
    double first = timed(three, pool);
    double linked = timed(members, pool);
    double worst = timed(oxygen, pool);
    double slowLinked = timed(slowMembers, pool);
    double slowWorst = timed(slowOxygen, pool);
    figures
        .put("first_order_milliseconds", first)
        .put("linked_milliseconds", linked)
        .put("linked_over_first_order", linked / first)
        .put("lowest_oxygen_milliseconds", worst)
        .put("lowest_oxygen_over_linked", worst / linked)
        .put("slow_lowest_oxygen_milliseconds", slowWorst)
        .put("slow_lowest_oxygen_over_linked", slowWorst / slowLinked)
        .put("allocated_bytes_per_reach", allocated(slowOxygen, pool) / job.reaches());
    return three.check() + members.check() + oxygen.check() + slowOxygen.check();
  }

  /// Four seasons with a lake that stores, compared with four without.
  private double year(Job job, ForkJoinPool pool) {
    watch.doing("bench.year");
    JobRecipe seasons =
        new JobRecipe(
            recipe.draws(), recipe.constituents(), SEASONS, recipe.sources(), recipe.seed());
    Study one = study(WholeRivers.of(rivers, job, 1, false), recipe.constituents());
    Study four = study(WholeRivers.of(rivers, seasons.on(rivers), 1, true), recipe.constituents());
    double season = timed(one, pool);
    double year = timed(four, pool);
    figures
        .put("season_milliseconds", season)
        .put("lake_year_milliseconds", year)
        .put("lake_year_over_season", year / season);
    return one.check() + four.check();
  }

  private Study study(WholeRivers whole, int constituents) {
    return new Study(
        whole,
        IntStream.range(0, constituents)
            .mapToObj(c -> RiverChemistry.firstOrder(whole, JobRecipe.rate_per_s(c)))
            .toList());
  }

  private double timed(Study study, ForkJoinPool pool) {
    return Timing.of(way.repetitions(), watch, () -> study.run(pool)).shortest_ms();
  }

  private static double allocated(Study study, ForkJoinPool pool) {
    long before = THREADS.getTotalThreadAllocatedBytes();
    study.run(pool);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  /// Study of whole rivers and their reactions, ready to run.
  private final class Study {
    private final List<RiverChemistry> groups;
    private final FloatKernel kernel;
    private final Places places;
    private final GroupResult[] results;

    Study(WholeRivers whole, List<RiverChemistry> groups) {
      this.groups = groups;
      kernel =
          new FloatKernel(
              whole.network(), whole.course(), whole.vectors(), LAKE_STEPS, way.isVector());
      places = new Places(whole.network().reachCount(), whole.network().lakeCount(), new int[0]);
      results = new GroupResult[groups.size()];
    }

    Study run(ForkJoinPool pool) {
      List<Integer> all = IntStream.range(0, groups.size()).boxed().toList();
      EngineRun.each(
          pool,
          all,
          g ->
              results[g] =
                  kernel.run(
                      groups.get(g).kinetics(),
                      groups.get(g).entries(),
                      places,
                      Thresholds.same(LIMIT_G_PER_M3),
                      way.wanted()));
      return this;
    }

    double check() {
      double sum = 0;
      for (GroupResult result : results) {
        for (float mean : result.statistic[0]) {
          sum += mean;
        }
      }
      return sum;
    }
  }
}
