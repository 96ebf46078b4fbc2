package org.tonle.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/// Garbage sweep: while it is open, garbage is collected whenever the old generation has outgrown
/// what the work needs. Java's parallel collector would otherwise leave the vectors of finished
/// parts there until it is full, which may be a quarter of the machine's memory.
public final class GarbageSweep implements AutoCloseable {
  /// Below this a heap is small enough to be left to Java.
  private static final long LEAST_BYTE = 1L << 30;

  /// Growth since a collection at which the next one is worth its seconds.
  private static final double GROWTH = 1.5;

  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(p -> p.getType() == MemoryType.HEAP && p.isUsageThresholdSupported())
          .toList();
  private final NotificationEmitter emitter = emitter(ManagementFactory.getMemoryMXBean());
  private final NotificationListener listener =
      (told, handback) -> {
        if (told.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
          sweep();
        }
      };
  private final double need_byte;

  /// @param need_byte what the work needs at most
  public GarbageSweep(double need_byte) {
    this.need_byte = need_byte;
    sweep();
    emitter.addNotificationListener(listener, null, null);
  }

  private static NotificationEmitter emitter(MemoryMXBean memory) {
    return (NotificationEmitter) memory;
  }

  private void sweep() {
    System.gc();
    for (MemoryPoolMXBean pool : pools) {
      double next_byte = Math.max(need_byte, GROWTH * pool.getUsage().getUsed());
      pool.setUsageThreshold(limit((long) Math.max(LEAST_BYTE, next_byte), pool));
    }
  }

  /// A threshold may not exceed what a pool holds.
  private static long limit(long byteCount, MemoryPoolMXBean pool) {
    long most = pool.getUsage().getMax();
    return most > 0 ? Math.min(byteCount, most) : byteCount;
  }

  @Override
  public void close() {
    try {
      emitter.removeNotificationListener(listener);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException(e);
    }
    pools.forEach(p -> p.setUsageThreshold(0));
    System.gc();
  }
}
