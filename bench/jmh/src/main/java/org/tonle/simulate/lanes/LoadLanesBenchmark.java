package org.tonle.simulate.lanes;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one reach costs: loads, decay, mean and chance, percentiles, each over 1,024 draws.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LoadLanesBenchmark {
  private static final int DRAWS = 1024;
  private static final double[] SHARES = {0.05, 0.5, 0.95};

  /// `vector` needs the module: `-jvmArgsAppend @vector.args`.
  @Param({"vector", "plain"})
  public String form = "vector";

  private LoadLanes lanes;
  private Percentiles percentiles;
  private final float[] head = new float[DRAWS];
  private final float[] time = new float[DRAWS];
  private final float[] per = new float[DRAWS];
  private final float[] tail = new float[DRAWS];
  private final float[][] vectors = new float[8][DRAWS];
  private final float[] load = {1, 2, 3, 4, 5, 6, 7, 8};
  private final int[] vector = {0, 1, 2, 3, 4, 5, 6, 7};
  private final float[] found = new float[SHARES.length];
  private final Losses losses = new Losses(1);
  private final Moments moments = new Moments();

  @Setup
  public void prepare() {
    boolean isVector = form.equals("vector");
    lanes = isVector ? new VectorLoadLanes() : new PlainLoadLanes();
    percentiles = new Percentiles(isVector ? new VectorLanes() : new PlainLanes(), DRAWS, SHARES);
    SplittableRandom random = new SplittableRandom(1);
    for (int d = 0; d < DRAWS; d++) {
      head[d] = (float) StrictMath.exp(random.nextGaussian() * 0.4);
      time[d] = 0.5f + random.nextFloat();
      per[d] = 0.5f + random.nextFloat();
      for (float[] v : vectors) {
        v[d] = 0.5f + random.nextFloat();
      }
    }
    losses.clear(time);
    losses.still = 0.3f;
  }

  @Benchmark
  public float[] addOneLoad() {
    lanes.addLoads(tail, true, 0, 1, load, vector, vectors);
    return tail;
  }

  @Benchmark
  public float[] addEightLoads() {
    lanes.addLoads(tail, true, 0, 8, load, vector, vectors);
    return tail;
  }

  @Benchmark
  public float[] decay() {
    lanes.decay(head, 1, losses, false, tail);
    return tail;
  }

  @Benchmark
  public float meanAndCount() {
    lanes.meanAndCount(head, 2, per, DRAWS, 2, moments);
    return moments.mean + moments.count;
  }

  @Benchmark
  public float[] threePercentiles() {
    percentiles.of(head, 1.08f, 0.45f, found);
    return found;
  }
}
