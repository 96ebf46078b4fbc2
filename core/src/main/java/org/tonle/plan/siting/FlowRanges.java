package org.tonle.plan.siting;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Flow ranges of towns: where the flow that leaves each town is cut into ranges, in each of which
/// a chord stands for a concave cost (docs/theory/plan.md, Eq. 31). The first range is a town's own
/// wastewater, a point.
final class FlowRanges {
  private final double[][] ends_m3_per_d;

  private FlowRanges(double[][] ends_m3_per_d) {
    this.ends_m3_per_d = ends_m3_per_d;
  }

  /// Ranges from the own wastewater of each town to all that may meet there.
  ///
  /// @param step factor between ends; infinite for one range
  static FlowRanges of(TrunkNetwork network, double step) {
    double[] most = network.most_m3_per_d();
    double[][] ends = new double[most.length][];
    for (int i = 0; i < most.length; i++) {
      double own = network.own_m3_per_d()[i];
      double whole = StrictMath.log(most[i] / own) / StrictMath.log(step);
      int count = most[i] > own ? (int) StrictMath.max(1, StrictMath.ceil(whole)) : 0;
      ends[i] = new double[count + 1];
      for (int k = 0; k <= count; k++) {
        double share = count == 0 ? 0 : (double) k / count;
        ends[i][k] = own * StrictMath.pow(most[i] / own, share);
      }
      ends[i][count] = StrictMath.max(own, most[i]);
    }
    return new FlowRanges(ends);
  }

  double[] ends_m3_per_d(int town) {
    return ends_m3_per_d[town];
  }

  /// Cuts ranges at flows, where the chords then are exact; answers whether any was cut.
  ///
  /// @param same share by which a flow may lie off an end
  boolean refine(double[] flow_m3_per_d, double same) {
    boolean isFiner = false;
    for (int i = 0; i < ends_m3_per_d.length; i++) {
      double flow = flow_m3_per_d[i];
      if (Arrays.stream(ends_m3_per_d[i]).noneMatch(e -> StrictMath.abs(e - flow) < same * flow)) {
        ends_m3_per_d[i] =
            DoubleStream.concat(Arrays.stream(ends_m3_per_d[i]), DoubleStream.of(flow))
                .sorted()
                .toArray();
        isFiner = true;
      }
    }
    return isFiner;
  }
}
