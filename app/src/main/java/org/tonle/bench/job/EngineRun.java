package org.tonle.bench.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.draws.FloatLoads;

/// Run of a job by the engine: one bare river for each season and constituent.
public final class EngineRun {
  private final List<BareRiver> rivers;
  private final Keep wanted;

  private EngineRun(List<BareRiver> rivers, Keep wanted) {
    this.rivers = rivers;
    this.wanted = wanted;
  }

  public static EngineRun of(Job job, Keep wanted, boolean isVector) {
    List<BareRiver> rivers = new ArrayList<>();
    for (int s = 0; s < job.seasons(); s++) {
      float[] travelTime_s = job.travelTime_s(s);
      float[] perDischarge_s_per_m3 = job.perDischarge_s_per_m3(s);
      float[] timeFactor = job.timeFactor(s);
      float[] perFlow = job.perFlow(s);
      for (int c = 0; c < job.constituents(); c++) {
        rivers.add(
            new BareRiver(
                job.course().course(),
                job.draws(),
                new BareRiver.Channels(
                    job.course().reachOfArc(),
                    job.course().fraction(),
                    travelTime_s,
                    perDischarge_s_per_m3),
                (float) job.rate_per_s()[c],
                timeFactor,
                perFlow,
                job.loads(),
                Thresholds.same(job.limit_g_per_m3()),
                wanted,
                BareRiver.result(job.reaches(), job.draws(), wanted),
                isVector));
      }
    }
    return new EngineRun(rivers, wanted);
  }

  public List<BareRiver> rivers() {
    return rivers;
  }

  /// The same rivers with other loads, filling the same results or copies of them.
  public EngineRun with(FloatLoads loads, boolean isApart) {
    List<BareRiver> changed = new ArrayList<>();
    for (BareRiver r : rivers) {
      changed.add(
          new BareRiver(
              r.course(),
              r.draws(),
              r.channels(),
              r.rate_per_s(),
              r.timeFactor(),
              r.perFlowFactor(),
              loads,
              r.thresholds(),
              r.wanted(),
              isApart ? r.result().copy() : r.result(),
              r.isVector()));
    }
    return new EngineRun(changed, wanted);
  }

  /// Runs all rivers, each as a task, like a study's groups.
  public EngineRun run(ForkJoinPool pool) {
    each(pool, rivers, BareRiver::run);
    return this;
  }

  /// Applies an action to all items in a pool, each as a task.
  public static <T> void each(ForkJoinPool pool, List<T> all, Consumer<T> work) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (T one : all) {
      tasks.add(
          () -> {
            work.accept(one);
            return true;
          });
    }
    try {
      for (Future<Boolean> future : pool.invokeAll(tasks)) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A constituent failed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    }
  }

  /// Whether another run gave the same bits.
  public boolean isSame(EngineRun other) {
    for (int i = 0; i < rivers.size(); i++) {
      GroupResult a = rivers.get(i).result();
      GroupResult b = other.rivers.get(i).result();
      boolean isSame = Arrays.equals(a.met, b.met);
      for (int k = 0; k < a.statistic.length; k++) {
        isSame &= Arrays.equals(a.statistic[k], b.statistic[k]);
      }
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  /// Sums over reaches of means, of draws above the limit and of percentiles.
  public Sums sums() {
    Sums sums = new Sums();
    for (BareRiver river : rivers) {
      GroupResult result = river.result();
      for (int r = 0; r < result.met.length; r++) {
        sums.mean += result.statistic[0][r];
        sums.above += river.draws() - result.met[r];
        for (int p = 0; p < wanted.percentileShare().size(); p++) {
          sums.percentile[p] += result.statistic[2 + p][r];
        }
      }
    }
    return sums;
  }

  /// Bytes of the results of all rivers.
  public double resultBytes() {
    double bytes = 0;
    for (BareRiver river : rivers) {
      bytes += 4.0 * river.result().met.length;
      for (float[] statistic : river.result().statistic) {
        bytes += 4.0 * statistic.length;
      }
    }
    return bytes;
  }

  /// Sums on which two kernels must agree; added in the order of the reaches, whatever the threads.
  public static final class Sums {
    public double mean;
    public long above;
    public final double[] percentile = new double[3];

    /// Checksum of all sums.
    public double check() {
      double sum = mean + above;
      for (double p : percentile) {
        sum += p;
      }
      return sum;
    }
  }
}
