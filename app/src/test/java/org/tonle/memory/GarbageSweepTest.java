package org.tonle.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageSweepTest {
  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(p -> p.getType() == MemoryType.HEAP && p.isUsageThresholdSupported())
        .toList();
  }

  @Test
  void watchesWhileItIsOpen() {
    assertTrue(!pools().isEmpty());
    try (var _ = new GarbageSweep(3e9)) {
      for (MemoryPoolMXBean pool : pools()) {
        long most = pool.getUsage().getMax();
        long wanted = most > 0 ? Math.min(most, 3_000_000_000L) : 3_000_000_000L;
        assertEquals(wanted, pool.getUsageThreshold(), pool.getName());
      }
    }
    pools().forEach(p -> assertEquals(0, p.getUsageThreshold(), p.getName()));
  }
}
