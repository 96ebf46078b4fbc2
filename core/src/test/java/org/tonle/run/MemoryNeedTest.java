package org.tonle.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  // 102e6 reaches and seasons: 7 · 56 B of figures, 14 limits · 8 B, 500 B of water; 850,000
  // sources · (1,024 · 12 B + 7 · 500 B).
  @Test
  void allRiversOfTheEarthDoNotTurnOver() {
    MemoryNeed globe = new MemoryNeed(8_500_000, 12, 7, 1024, 14, 0, 850_000);
    assertEquals(102e6 * (392 + 112 + 500) + 850_000.0 * (12_288 + 3500), globe.size_byte());
    long most = Long.MAX_VALUE;
    assertTrue(new MemoryNeed(most, most, most, most, most, most, most).size_byte() > 1e50);
  }
}
