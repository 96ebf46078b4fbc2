package org.tonle.bench.job;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tonle.bench.river.Rivers;
import org.tonle.bench.river.SideArms;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.order.Course;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.step.DrawVectors;

/// Rivers as a study has them, a whole [Network]: nodes at the heads of reaches and at outlets,
/// side arms as separate reaches, and optionally one lake that stores water from season to season.
///
/// Reaches are numbered along the job's course, and so are the nodes at their heads; side arms and
/// outlets follow.
///
/// @param job job whose loads, discharges and draws the rivers have
/// @param ownWater_m3_per_s that joins at the head of each of the job's reaches, at mean discharge
/// @param stillVector number of a vector of draws that does not vary
public record WholeRivers(
    Job job,
    Network network,
    Course course,
    FloatVectors vectors,
    float[] ownWater_m3_per_s,
    int stillVector) {
  private static final double YEAR_S = 365 * 86_400.0;

  /// Volume of the lake over a mean year's water, least and most (estimates).
  private static final double LEAST_YEARS = 0.2;

  private static final double MOST_YEARS = 0.4;
  private static final double DEPTH_M = 5;

  public static WholeRivers of(Rivers rivers, Job job, double slower, boolean hasLake) {
    return new Builder(rivers, job, slower, hasLake).build();
  }

  private static final class Builder {
    private final Job job;
    private final double slower;
    private final int main;
    private final int reaches;
    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final double[] share;
    private final int[] reachOf;
    private final int[] lakeNode;
    private final float[] own;

    Builder(Rivers rivers, Job job, double slower, boolean hasLake) {
      this.job = job;
      this.slower = slower;
      int[] order = rivers.order().order();
      int[] place = new int[order.length];
      for (int p = 0; p < order.length; p++) {
        place[order[p]] = p;
      }
      SideArms side = rivers.side();
      main = order.length;
      reaches = main + side.count();
      from = new int[reaches];
      to = new int[reaches];
      share = new double[reaches];
      reachOf = new int[reaches];
      int outlets = 0;
      for (int p = 0; p < main; p++) {
        int down = rivers.down()[order[p]];
        from[p] = p;
        to[p] = down < 0 ? main + outlets++ : place[down];
        share[p] = 1;
        reachOf[p] = p;
      }
      for (int k = 0; k < side.count(); k++) {
        int arm = main + k;
        from[arm] = place[side.from()[k]];
        to[arm] = place[side.to()[k]];
        share[arm] = side.fraction()[k];
        share[from[arm]] -= side.fraction()[k];
        reachOf[arm] = from[arm];
      }
      nodes = main + outlets;
      own = own();
      lakeNode = hasLake ? new int[] {middle()} : new int[0];
    }

    WholeRivers build() {
      int[] nodeLake = new int[nodes];
      Arrays.fill(nodeLake, -1);
      for (int l = 0; l < lakeNode.length; l++) {
        nodeLake[lakeNode[l]] = l;
      }
      List<SeasonNetwork> seasons =
          IntStream.range(0, job.seasons()).mapToObj(this::season).toList();
      double[] whole = new double[reaches];
      Arrays.fill(whole, 1);
      Network network =
          new Network(
              nodes,
              reaches,
              IntStream.range(0, reaches).toArray(),
              from,
              to,
              whole,
              lakeNode,
              nodeLake,
              IntStream.range(0, nodes).mapToObj(n -> new int[] {n}).toArray(int[][]::new),
              seasons,
              1);
      float[][] drawn = job.loads().vectors()[0];
      return new WholeRivers(
          job, network, CourseBuilder.of(network), vectors(drawn), own, drawn.length);
    }

    /// Water that joins at each reach: its discharge less that of the reaches above.
    private float[] own() {
      double[] water = new double[nodes];
      for (int p = 0; p < main; p++) {
        water[p] = 1 / job.perDischarge_s_per_m3()[p];
      }
      for (int r = 0; r < reaches; r++) {
        if (to[r] < main) {
          water[to[r]] -= share[r] / job.perDischarge_s_per_m3()[reachOf[r]];
        }
      }
      float[] found = new float[main];
      for (int p = 0; p < main; p++) {
        found[p] = (float) StrictMath.max(0, water[p]);
      }
      return found;
    }

    /// The head of the reach whose discharge is nearest to half of the largest.
    private int middle() {
      float least = 1;
      for (float per : job.perDischarge_s_per_m3()) {
        least = Math.min(least, per);
      }
      int found = 0;
      for (int p = 0; p < main; p++) {
        float off = Math.abs(job.perDischarge_s_per_m3()[p] - 2 * least);
        found = off < Math.abs(job.perDischarge_s_per_m3()[found] - 2 * least) ? p : found;
      }
      return found;
    }

    private SeasonNetwork season(int s) {
      double[] discharge = new double[reaches];
      double[] time = new double[reaches];
      float[] perDischarge = job.perDischarge_s_per_m3(s);
      float[] travelTime = job.travelTime_s(s);
      double[] leaving = new double[nodes];
      double[] outShare = new double[nodes];
      for (int r = 0; r < reaches; r++) {
        discharge[r] = share[r] / perDischarge[reachOf[r]];
        time[r] = slower * travelTime[reachOf[r]];
        leaving[from[r]] += discharge[r];
      }
      for (int r = 0; r < reaches; r++) {
        if (to[r] >= main) {
          leaving[to[r]] += discharge[r];
          outShare[to[r]] = 1;
        }
      }
      boolean[] wet = new boolean[nodes];
      Arrays.fill(wet, true);
      double[] one = new double[reaches];
      Arrays.fill(one, 1);
      SeasonNetwork.ReachState[] state = new SeasonNetwork.ReachState[reaches];
      Arrays.fill(state, SeasonNetwork.ReachState.FORWARD);
      int[] start = new int[nodes + 1];
      double start_m3 = volume_m3(s);
      double end_m3 = volume_m3(s + 1);
      return new SeasonNetwork(
          YEAR_S / job.seasons(),
          new SeasonNetwork.Flow(
              IntStream.range(0, nodes).toArray(),
              from,
              to,
              start,
              outlets(start),
              new boolean[lakeNode.length],
              state,
              share,
              new double[nodes],
              new double[nodes],
              outShare),
          new SeasonNetwork.NodeWater(leaving, wet, new int[nodes], new double[] {1}),
          new SeasonNetwork.ReachWater(discharge, time, one, one),
          new SeasonNetwork.LakeWater(
              perLake(start_m3), perLake(end_m3), perLake((start_m3 + end_m3) / 2 / DEPTH_M)));
    }

    /// Segments by their upper node; `start` is filled.
    private int[] outlets(int[] start) {
      for (int r = 0; r < reaches; r++) {
        start[from[r] + 1]++;
      }
      for (int n = 0; n < nodes; n++) {
        start[n + 1] += start[n];
      }
      int[] next = start.clone();
      int[] found = new int[reaches];
      for (int r = 0; r < reaches; r++) {
        found[next[from[r]]++] = r;
      }
      return found;
    }

    /// Volume of the lake at the start of a season: most at the start of the year, least half a
    /// year later.
    private double volume_m3(int season) {
      if (lakeNode.length == 0) {
        return 0;
      }
      double phase = 2.0 * (season % job.seasons()) / job.seasons();
      double low = phase <= 1 ? phase : 2 - phase;
      double years = MOST_YEARS + (LEAST_YEARS - MOST_YEARS) * low;
      return years * YEAR_S / job.perDischarge_s_per_m3()[lakeNode[0]];
    }

    private double[] perLake(double x) {
      double[] found = new double[lakeNode.length];
      Arrays.fill(found, x);
      return found;
    }

    /// The job's vectors and one that does not vary.
    private FloatVectors vectors(float[][] drawn) {
      int draws = job.draws();
      double[][] multiplier = new double[drawn.length + 1][draws];
      for (int v = 0; v < drawn.length; v++) {
        for (int d = 0; d < draws; d++) {
          multiplier[v][d] = drawn[v][d];
        }
      }
      Arrays.fill(multiplier[drawn.length], 1);
      double[][][] flow = new double[job.seasons()][1][];
      double[][][] time = new double[job.seasons()][1][draws];
      for (int s = 0; s < job.seasons(); s++) {
        flow[s][0] = job.flowFactor()[s];
        float[] factor = job.timeFactor(s);
        for (int d = 0; d < draws; d++) {
          time[s][0][d] = factor[d];
        }
      }
      return new FloatVectors(new DrawVectors(draws, multiplier, flow, flow, time));
    }
  }
}
