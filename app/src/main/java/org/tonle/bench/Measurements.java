package org.tonle.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measurements of a benchmark, in the order in which they were put in.
public final class Measurements {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /// Resets the peak of the heap.
  public static void startHeap() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
  }

  public Measurements put(String key, String value) {
    values.put(key, value);
    return this;
  }

  public Measurements put(String key, boolean value) {
    values.put(key, value);
    return this;
  }

  public Measurements put(String key, long value) {
    values.put(key, value);
    return this;
  }

  public Measurements put(String key, double value) {
    values.put(key, value);
    return this;
  }

  /// Figures of one kind, each under a name of its own.
  public Measurements put(String key, Map<String, Object> figures) {
    values.put(key, Collections.unmodifiableMap(figures));
    return this;
  }

  Measurements putTime(Timing<?> timing, double elements) {
    put("milliseconds", timing.shortest_ms());
    put("milliseconds_median", timing.median_ms());
    put("milliseconds_processor", timing.processor_ms());
    put("repetitions", timing.repetitions());
    return put("ns_per_element", timing.shortest_ms() * 1e6 / elements);
  }

  /// The highest use of each part of the heap since `startHeap`, added up: an upper bound, garbage
  /// included.
  Measurements putHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return put("peak_heap_mb", bytes / 1e6);
  }

  /// Bytes held after garbage collection.
  public static double heldBytes() {
    System.gc();
    Runtime java = Runtime.getRuntime();
    return (double) java.totalMemory() - java.freeMemory();
  }

  /// Whether a condition that must hold failed.
  public boolean isFailed() {
    return values.getOrDefault("failures", 0L) instanceof Long count && count > 0;
  }

  /// Texts, whole numbers (`Long`), decimal numbers (`Double`), and maps of such.
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }
}
