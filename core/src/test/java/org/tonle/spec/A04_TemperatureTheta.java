package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;

/// FEATURE UNDER TEST: rates at the water's own temperature, k(T) = k20 θ^(T-20). Rules out:
/// temperature fixed at a European value.
class A04_TemperatureTheta {
  private final Answer answer =
      River.of(
              """
              A -> B   10 km  1 d  2 m3/s  20|29 C
              """)
          .season("cool", 120)
          .season("hot", 245.25)
          .firstOrder("BOD")
          .reaction("oxidation", "BOD", Reaction.Kind.DECAY, 0.23, 1.047, "", 0)
          .boundary("A", 2, "BOD", 10)
          .run();

  // 20 °C: exp(-0.23) = 0.794534
  @Test
  void at20TheRateIsAsGiven() {
    assertEquals(7.94534, answer.end("A-B", 0, "BOD"), 5e-6);
  }

  // 29 °C: 1.047^9 = 1.511890; 0.23 * 1.511890 = 0.347735; exp(-0.347735) = 0.706286
  @Test
  void inWarmWaterItIsFaster() {
    assertEquals(7.06286, answer.end("A-B", 1, "BOD"), 5e-6);
    double k = 0.23 * StrictMath.pow(1.047, 9);
    assertEquals(10 * StrictMath.exp(-k), answer.end("A-B", 1, "BOD"), 1e-12);
  }

  @Test
  void theTemperatureIsReported() {
    assertEquals(29, answer.hydraulics("A-B", 1).temperature_c(), 0);
  }
}
