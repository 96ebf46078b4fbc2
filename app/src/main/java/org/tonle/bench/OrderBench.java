package org.tonle.bench;

import org.tonle.bench.river.Rivers;
import org.tonle.network.order.Partition;
import org.tonle.network.order.StrahlerOrder;

/// Bench of orders: time to order rivers for the sweep, and to partition them for workers (G13,
/// G14).
public final class OrderBench {
  private OrderBench() {}

  public static Measurements run(Rivers rivers, int workers, int repetitions, Watch watch) {
    Measurements.startHeap();
    int count = rivers.count();
    int[] from = rivers.isForest() ? new int[0] : rivers.from();
    int[] to = rivers.isForest() ? new int[0] : rivers.to();
    watch.doing("bench.ordering");
    Timing<StrahlerOrder> ordering = Timing.of(repetitions, watch, rivers::order);
    StrahlerOrder order = ordering.last();
    Measurements figures =
        new Measurements()
            .put("job", "order")
            .put("reaches", count)
            .put("side_arms", rivers.side().count())
            .putTime(ordering, count)
            .put("kernel", "plain")
            .putHeap()
            .put("max_open", order.maxOpen())
            .put("strahler", order.highest())
            .put("check", check(order.order()));
    watch.doing("bench.cutting");
    Timing<Partition> cutting =
        Timing.of(
            repetitions,
            watch,
            () ->
                rivers.isForest()
                    ? Partition.ofForest(order.order(), rivers.down(), workers)
                    : Partition.of(order.order(), from, to, workers));
    Partition partition = cutting.last();
    return figures
        .put("workers", workers)
        .put("partition_milliseconds", cutting.shortest_ms())
        .put("pieces", partition.begin().length)
        .put("cut_reaches", partition.cut())
        .put("cut_percent", 100.0 * partition.cut() / count)
        .put("rest_percent", 100.0 * partition.rest() / count)
        .put("busiest_percent", 100.0 * partition.busiest() / count);
  }

  /// Checksum that changes with any exchange of two reaches.
  private static long check(int[] order) {
    long sum = 0;
    for (int p = 0; p < order.length; p++) {
      sum += (p + 1L) * (order[p] + 1L) % 1_000_003;
    }
    return sum;
  }
}
