package org.tonle.simulate.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tonle.network.order.BareCourse;
import org.tonle.network.order.StrahlerOrder;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.draws.FloatLoads;
import org.tonle.simulate.lanes.Lanes;

/// Rivers of odd shapes and figures: a chain and a star of 100,000 reaches, one reach, one draw, no
/// load, no time, denormal loads. Nothing recurses, nothing is NaN.
class DegenerateRiversTest {
  private static final float RATE = 1e-5f;

  /// @param load of every reach
  private static GroupResult run(int[] down, int draws, float time_s, float load) {
    int n = down.length;
    int[] none = {};
    BareCourse bare =
        BareCourse.of(StrahlerOrder.ofForest(down).order(), down, none, none, new float[0]);
    float[] ones = new float[Lanes.length(draws)];
    Arrays.fill(ones, 1);
    float[] times = new float[n];
    Arrays.fill(times, time_s);
    float[] perDischarge = new float[n];
    Arrays.fill(perDischarge, 1);
    float[] loads = new float[n];
    Arrays.fill(loads, load);
    FloatLoads entries =
        new FloatLoads(
            new int[0], new int[0], new int[n], new float[][] {loads}, new float[][][] {{ones}});
    GroupResult result = BareRiver.result(n, draws, Keep.BANDS);
    new BareRiver(
            bare.course(),
            draws,
            new BareRiver.Channels(bare.reachOfArc(), bare.fraction(), times, perDischarge),
            RATE,
            ones,
            null,
            entries,
            Thresholds.same(1),
            Keep.BANDS,
            result,
            Lanes.isVectorAtHand())
        .run();
    for (float[] statistic : result.statistic) {
      for (float value : statistic) {
        assertTrue(Float.isFinite(value), "A figure is " + value);
      }
    }
    return result;
  }

  // Upstream first: reach i of the chain holds Σ_{k<=i} e^{-rate · time · (i - k)}. Alike in every
  // reach, e^{-0.001} errs alike in every reach: 6e-8 over the thousand reaches a load lasts.
  @Test
  void aChainOfAHundredThousand() {
    int n = 100_000;
    int[] down = new int[n];
    Arrays.setAll(down, i -> i + 1 < n ? i + 1 : -1);
    GroupResult found = run(down, 17, 100, 1);
    double left = StrictMath.exp(-100.0 * RATE);
    double load = 0;
    for (int i = 0; i < n; i++) {
      load = load * left + 1;
      assertEquals(load, found.statistic[0][i], 1e-4 * load, "reach " + i);
      assertEquals(load, found.statistic[3][i], 1e-4 * load, "reach " + i);
    }
  }

  // The outlet holds its own load and what 99,999 heads deliver.
  @Test
  void aHundredThousandTributariesIntoOne() {
    int n = 100_000;
    int[] down = new int[n];
    down[0] = -1;
    GroupResult found = run(down, 16, 1000, 0.5f);
    double expected = 0.5 + (n - 1) * 0.5 * StrictMath.exp(-1000.0 * RATE);
    assertEquals(expected, found.statistic[0][n - 1], 2e-3 * expected);
  }

  @Test
  void oneReachOneDraw() {
    assertEquals(2, run(new int[] {-1}, 1, 0, 2).statistic[0][0]);
  }

  @Test
  void nothingAndNearlyNothing() {
    int[] down = {1, 2, -1};
    assertEquals(0, run(down, 33, 86_400, 0).statistic[0][2]);
    assertTrue(run(down, 33, 86_400, Float.MIN_VALUE).statistic[0][2] >= 0);
    assertEquals(1e30, run(down, 33, 1e9f, 1e30f).statistic[0][2], 1e25);
  }
}
