package org.tonle.bench.river;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// FEATURE UNDER TEST: generated rivers are what their recipe says.
class RiverForestTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1000, 50_001})
  void everyReachButTheOutletLeadsOn(int reaches) {
    Rivers rivers = RiverForest.grow(reaches, 0.02, 3);
    assertEquals(reaches, rivers.count());
    assertEquals(1, Arrays.stream(rivers.down()).filter(d -> d < 0).count());
    assertEquals(reaches, rivers.order().order().length);
    int[] branches = new int[reaches];
    Arrays.stream(rivers.down()).filter(d -> d >= 0).forEach(d -> branches[d]++);
    // binary: heads and confluences, and one reach with one branch where the number is even
    assertEquals(reaches % 2 == 0 ? 1 : 0, Arrays.stream(branches).filter(b -> b == 1).count());
    assertTrue(Arrays.stream(branches).allMatch(b -> b <= 2));
  }

  @Test
  void twoInAHundredFork() {
    Rivers rivers = RiverForest.grow(200_000, 0.02, 1);
    assertEquals(2, Arrays.stream(rivers.down()).filter(d -> d < 0).count());
    // 4,000 with a standard deviation of 63
    assertEquals(4000, rivers.side().count(), 300);
    for (int a = 0; a < rivers.side().count(); a++) {
      int at = rivers.down()[rivers.side().from()[a]];
      int steps = 1;
      while (at >= 0 && at != rivers.side().to()[a]) {
        at = rivers.down()[at];
        steps++;
      }
      assertTrue(at >= 0 && steps >= 2 && steps <= 8, "arm " + a);
    }
  }

  @Test
  void waterIsKept() {
    Rivers rivers = RiverForest.grow(20_001, 0.1, 5);
    int outlet = 0;
    while (rivers.down()[outlet] >= 0) {
      outlet++;
    }
    // each reach adds 0.1 m³/s on average, with a standard deviation of 0.029
    assertEquals(2000, rivers.discharge_m3_per_s()[outlet], 25);
    for (float q : rivers.discharge_m3_per_s()) {
      assertTrue(q >= 0.05f);
    }
    // 2.1 km on average, with a standard deviation of 2
    double sum = 0;
    for (float length : rivers.length_km()) {
      sum += length;
    }
    assertEquals(2.1, sum / rivers.count(), 0.08);
  }

  @Test
  void theSeedDecides() {
    Rivers one = RiverForest.grow(5000, 0.02, 1);
    assertArrayEquals(one.down(), RiverForest.grow(5000, 0.02, 1).down());
    assertTrue(!Arrays.equals(one.down(), RiverForest.grow(5000, 0.02, 2).down()));
  }

  @Test
  void travelTimeFollowsDischarge() {
    // 1 km at 1 m³/s: 0.4 m/s, 2500 s; at 1e9 m³/s no faster than 3 m/s
    Rivers rivers =
        new Rivers(new int[] {-1, -1}, SideArms.NONE, new float[] {1, 1}, new float[] {1, 1e9f});
    assertEquals(2500, rivers.travelTime_s()[0], 0.01);
    assertEquals(1000 / 3.0, rivers.travelTime_s()[1], 0.01);
  }
}
