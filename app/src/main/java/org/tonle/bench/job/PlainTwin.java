package org.tonle.bench.job;

import java.util.Arrays;
import org.tonle.network.order.Course;
import org.tonle.simulate.draws.FloatLoads;

/// Plain twin of the kernel: one constituent of a job the textbook way: double, draw by draw,
/// percentiles by sorting.
public final class PlainTwin {
  private final Job job;
  private final Course.Season way;

  /// Mean, then P5, P50, P95, of every reach; and the draws above the limit.
  public final double[][] statistic;

  private final double[][] gathered;

  public PlainTwin(Job job) {
    this.job = job;
    way = job.course().course().seasons().getFirst();
    statistic = new double[4][job.reaches()];
    gathered = new double[way.slotCount()][job.draws()];
  }

  public void run(int constituent) {
    double[] load = new double[job.draws()];
    double[] shown = new double[job.draws()];
    float[] time = job.timeFactor(0);
    float[] per = job.perFlow(0);
    for (int i = 0; i < job.reaches(); i++) {
      Arrays.fill(load, 0);
      if (way.slot()[i] >= 0) {
        System.arraycopy(gathered[way.slot()[i]], 0, load, 0, load.length);
      }
      own(i, load);
      for (int d = 0; d < load.length; d++) {
        shown[d] = load[d] * job.perDischarge_s_per_m3()[i] * per[d];
      }
      record(i, shown);
      double x = job.rate_per_s()[constituent] * job.travelTime_s()[i];
      for (int d = 0; d < load.length; d++) {
        load[d] *= StrictMath.exp(-x * time[d]);
      }
      deliver(i, load);
    }
  }

  private void own(int reach, double[] load) {
    FloatLoads loads = job.loads();
    boolean isOneEach = loads.start().length == 0;
    int from = isOneEach ? reach : loads.start()[reach];
    int to = isOneEach ? reach + 1 : loads.start()[reach + 1];
    for (int row = from; row < to; row++) {
      float[] vector = loads.vectors()[0][loads.vector()[row]];
      for (int d = 0; d < load.length; d++) {
        load[d] += (double) loads.load_g_per_s()[0][row] * vector[d];
      }
    }
  }

  private void deliver(int reach, double[] load) {
    float[] fraction = job.course().fraction();
    for (int a = way.firstArc(reach); a < way.firstArc(reach + 1); a++) {
      if (way.target()[a] < 0) {
        continue;
      }
      double[] to = gathered[way.target()[a]];
      double share = fraction.length == 0 ? 1 : fraction[a];
      for (int d = 0; d < load.length; d++) {
        to[d] = (way.opens()[a] ? 0 : to[d]) + load[d] * share;
      }
    }
  }

  private void record(int reach, double[] shown) {
    statistic[0][reach] = Arrays.stream(shown).sum() / shown.length;
    double[] sorted = shown.clone();
    Arrays.sort(sorted);
    double[] share = {0.05, 0.5, 0.95};
    for (int p = 0; p < share.length; p++) {
      double at = (sorted.length - 1) * share[p];
      int below = (int) at;
      int above = StrictMath.min(below + 1, sorted.length - 1);
      statistic[1 + p][reach] = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
  }
}
