package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;

/// FEATURE UNDER TEST: a first-order constituent decays along reaches, C e^{-kτ} with τ = L / u.
class A01_OneReachDecays {
  private final Answer answer =
      River.of(
              """
              A -> B   10 km  0.5 m/s  2 m3/s
              B -> C    5 km  0.5 m/s  2 m3/s
              """)
          .firstOrder("TN")
          .reaction("decay", "TN", Reaction.Kind.DECAY, 0.35)
          .boundary("A", 2, "TN", 10)
          .run();

  // A to B takes 10 000 m / 0.5 m/s = 20 000 s = 0.23148 d; exp(-0.35/d * 0.23148 d) = 0.92218
  @Test
  void concentrationFallsByTheSurvivalOfTheReach() {
    assertEquals(10, answer.head("A-B", "TN"), 1e-12);
    assertEquals(9.2218, answer.end("A-B", "TN"), 5e-5);
    assertEquals(10 * StrictMath.exp(-0.35 * 20_000 / 86_400), answer.end("A-B", "TN"), 1e-12);
  }

  // B to C takes another 0.11574 d, from A 0.34722 d in all: exp(-0.35 * 0.34722) = 0.88557
  @Test
  void theNextReachGoesOnFromThere() {
    assertEquals(answer.end("A-B", "TN"), answer.head("B-C", "TN"), 1e-12);
    assertEquals(8.8557, answer.end("B-C", "TN"), 5e-5);
  }

  @Test
  void theWorstPointIsTheHead() {
    assertEquals(10, answer.worst("A-B", "TN"), 1e-12);
  }

  @Test
  void travelTimeIsLengthOverVelocity() {
    assertEquals(20_000.0 / 86_400, answer.hydraulics("A-B").travelTime_d(), 1e-15);
  }
}
