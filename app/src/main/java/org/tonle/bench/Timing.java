package org.tonle.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/// Timing of a task: after a warm-up, the shortest and the median time of several repetitions.
///
/// @param shortest_ms the time that other work on the machine disturbs least
/// @param last result of the last repetition
/// @param processor_ms least time of all threads together, which a busy machine affects less
record Timing<T>(
    double shortest_ms, double median_ms, double processor_ms, int repetitions, T last) {
  private static final double MS = 1e-6;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// A job longer than this is warm after its first repetition [ms].
  private static final double LONG_MS = 2_000;

  static <T> Timing<T> of(int repetitions, Watch watch, Supplier<T> job) {
    double[] time_ms = new double[repetitions];
    double processor_ms = Double.MAX_VALUE;
    long begin = System.nanoTime();
    T last = job.get();
    double first_ms = (System.nanoTime() - begin) * MS;
    for (int warm = 1; first_ms < LONG_MS && warm < repetitions; warm++) {
      last = job.get();
    }
    for (int i = 0; i < repetitions; i++) {
      watch.doing("bench.repeating", i + 1, repetitions);
      long processor = processorTime_ns();
      long start = System.nanoTime();
      last = job.get();
      time_ms[i] = (System.nanoTime() - start) * MS;
      processor_ms = StrictMath.min(processor_ms, (processorTime_ns() - processor) * MS);
    }
    Arrays.sort(time_ms);
    return new Timing<>(time_ms[0], time_ms[repetitions / 2], processor_ms, repetitions, last);
  }

  /// Time of all threads that compute; Java's own, such as its compiler, are not included.
  private static long processorTime_ns() {
    long sum = 0;
    for (long time : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
      sum += StrictMath.max(0, time);
    }
    return sum;
  }
}
