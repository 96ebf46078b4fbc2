package org.tonle.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// All rivers of the earth, 8.5 million reaches, in 12 months with 7 linked constituents.
class SizeTest {
  private static final int REACHES = 8_500_000;

  @Test
  void whatFitsIsTheProduct() {
    assertEquals(714_000_000, Size.of(Double.BYTES, 12, REACHES, 7));
    assertEquals(0, Size.of(Double.BYTES, 12, 0, 7));
    assertEquals(1, Size.of(Double.BYTES));
  }

  // 12 · 8.5e6 · 49 = 4.998e9 values; as an int the product would be 703 032 704, of a sound look.
  @Test
  void whatDoesNotFitIsRefusedWithTheMemoryItWouldTake() {
    assertEquals(
        "The study is too large: one array of 12 × 8500000 × 7 × 7 values would take 40.0 GB.",
        refused(12, REACHES, 7, 7));
    assertEquals(
        "The study is too large: one array of 2147483647 × 2147483647 × 4 values would take"
            + " 147573952452.2 GB.",
        refused(Integer.MAX_VALUE, Integer.MAX_VALUE, 4));
    assertEquals("A size cannot be negative: -1.", refused(-1, 2));
  }

  private static String refused(int... factors) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Size.of(Double.BYTES, factors))
            .getMessage());
  }
}
