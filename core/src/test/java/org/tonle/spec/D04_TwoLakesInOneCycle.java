package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: two lakes that feed one another, alternately over the year or at once.
class D04_TwoLakesInOneCycle {
  // X (constant 1 km³) and Y (constant 0.5 km³) exchange: wet, 100 m³/s of 10 mg/L enter X, flow to
  // Y and out; dry, 60 m³/s of 4 mg/L enter Y, flow to X and out. Decay 0.01 /d in the lakes.
  @Test
  void lakesThatFeedOneAnotherByTurns() {
    Answer answer =
        River.of(
                """
                A -> X  1 km  0 d  100|-60 m3/s
                X -> Y  1 km  0 d  100|-60 m3/s
                Y -> B  1 km  0 d  100|-60 m3/s
                """)
            .season("wet", 150)
            .season("dry", 215)
            .firstOrder("P")
            .reaction("decay", "P", Reaction.Kind.DECAY, 0.01)
            .boundary("A", new double[] {100, 0}, "P", 10)
            .boundary("B", new double[] {0, 60}, "P", 4)
            .lake("X", 500, 1, 1)
            .lake("Y", 200, 0.5, 0.5)
            .run();
    double[] expected = yearAfterYear();
    // What leaves a lake carries its season's mean, so within a season the lower lake gets a steady
    // inflow; the sum below does the same in closed form.
    for (int i = 0; i < 4; i++) {
      String lake = i % 2 == 0 ? "X" : "Y";
      assertEquals(expected[i], answer.lake(lake, i / 2, "P"), 1e-9 * expected[i], lake + i / 2);
    }
    assertEquals(0, answer.balance("P").error(), 1e-9);
  }

  /// Mean concentrations X wet, Y wet, X dry, Y dry after 60 years, when the start no longer
  /// matters.
  private static double[] yearAfterYear() {
    double[] c = {0, 0};
    double[] means = new double[4];
    for (int year = 0; year < 60; year++) {
      c = season(c, 0, 150, 100, 10, means);
      c = season(c, 1, 215, 60, 4, means);
    }
    return means;
  }

  /// First the lake that the inflow enters (`upper`), then the other with its mean.
  private static double[] season(
      double[] start, int upper, double days, double q, double in, double[] means) {
    double[] volume_m3 = {1e9, 0.5e9};
    double[] end = new double[2];
    double inflow = in;
    for (int lake : new int[] {upper, 1 - upper}) {
      double q_per_d = q * 86_400 / volume_m3[lake];
      double rate = q_per_d + 0.01;
      double steady = q_per_d * inflow / rate;
      double gone = StrictMath.exp(-rate * days);
      end[lake] = steady + (start[lake] - steady) * gone;
      double mean = steady + (start[lake] - steady) * (1 - gone) / (rate * days);
      means[2 * upper + lake] = mean;
      inflow = mean;
    }
    return end;
  }

  // 100 m³/s of 10 mg/L enter X; X sends 150 m³/s to Y, which returns 50 and lets out 100.
  // With k V = 20 m³/s in X and 10 m³/s in Y:
  // X: 1000 + 50 y = 170 x; Y: 150 x = 160 y; x = 1000 / (170 - 46.875) = 8.121827, y = 7.614213
  @Test
  void waterThatCirculatesWithinASeason() {
    Answer answer =
        River.of(
                """
                A -> X  1 km  0 d  100 m3/s
                X -> Y  1 km  0 d  150 m3/s
                Y -> X  1 km  0 d   50 m3/s
                Y -> B  1 km  0 d  100 m3/s
                """)
            .firstOrder("P")
            .reaction("decay", "P", Reaction.Kind.DECAY, 0.864)
            .boundary("A", 100, "P", 10)
            .lake("X", 1, 0.002)
            .lake("Y", 1, 0.001)
            .run();
    assertEquals(8.121827, answer.lake("X", 0, "P"), 1e-6);
    assertEquals(7.614213, answer.lake("Y", 0, "P"), 1e-6);
    assertEquals(0, answer.balance("P").error(), 1e-9);
    assertEquals(761.4213 * 365.25 * 0.0864, answer.balance("P", MassLine.OUT), 1e-2);
  }
}
