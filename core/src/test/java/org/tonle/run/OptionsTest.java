package org.tonle.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.simulate.Keep;

/// What could never run is refused where it is written, not deep in a run.
class OptionsTest {
  @Test
  void runsNeedAThreadAndNoFewerDrawsThanNone() {
    assertEquals("threads (0) must be at least 1.", refused(() -> new Options(10, 1, 0)));
    assertEquals("draws (-1) must be at least 0.", refused(() -> Options.of(-1, 1)));
    assertEquals(0, Options.of(0, 1).draws());
  }

  @Test
  void percentilesAreShares() {
    assertEquals(
        "percentileShare (95.0) must be 0 to 1.",
        refused(() -> new Keep(List.of(0.5, 95.0), false, false)));
    assertEquals(
        "percentileShare (NaN) must be 0 to 1.",
        refused(() -> new Keep(List.of(Double.NaN), false, false)));
    assertEquals("keptPlace (-1) must be at least 0.", refused(() -> Keep.draws(List.of(3, -1))));
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
