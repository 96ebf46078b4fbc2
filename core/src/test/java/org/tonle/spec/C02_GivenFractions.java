package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: if a study gives the shares of a split, load follows them and not the
/// discharge; load created by shares that sum to more than 1 is the balance's line *created*.
class C02_GivenFractions {
  private static final double T_PER_G_PER_S = 365.25 * 0.0864;

  private static Answer split(String first, String second) {
    return River.of(
            """
            A -> B  1 km  1 d  8 m3/s
            B -> C  1 km  1 d  4 m3/s  %s share
            B -> D  1 km  1 d  4 m3/s  %s share
            """
                .formatted(first, second))
        .conservative("Cl")
        .boundary("A", 8, "Cl", 10)
        .run();
  }

  // 80 g/s: 70 % = 56 g/s in 4 m³/s = 14 mg/L; 30 % = 24 g/s = 6 mg/L
  @Test
  void loadFollowsTheShares() {
    Answer answer = split("0.7", "0.3");
    assertEquals(14, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(6, answer.head("B-D", "Cl"), 1e-12);
    assertEquals(0, answer.balance("Cl", MassLine.CREATED), 1e-9);
  }

  // 70 % and 50 %: 56 and 40 g/s leave where 80 came, 16 g/s are created
  @Test
  void sharesBeyondOneAreALineOfTheBalance() {
    Answer answer = split("0.7", "0.5");
    assertEquals(10, answer.head("B-D", "Cl"), 1e-12);
    assertEquals(16 * T_PER_G_PER_S, answer.balance("Cl", MassLine.CREATED), 1e-9);
    assertEquals(96 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
    assertEquals(0, answer.balance("Cl").error(), 1e-12);
  }

  // 70 % and 20 %: 8 g/s vanish, which is -8 g/s created
  @Test
  void sharesBelowOneAreToo() {
    Answer answer = split("0.7", "0.2");
    assertEquals(-8 * T_PER_G_PER_S, answer.balance("Cl", MassLine.CREATED), 1e-9);
    assertEquals(0, answer.balance("Cl").error(), 1e-12);
  }
}
