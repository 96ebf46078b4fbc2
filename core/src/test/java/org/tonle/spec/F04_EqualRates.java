package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.model.Reaction;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: equal and nearly equal rates are no special case. Rules out: kd = ka giving
/// NaN.
class F04_EqualRates {
  private static final double SATURATION = OxygenSaturation.mg_per_l(20, 0, 0);

  // kd = ka = 0.5 /d, L0 = 8, D0 = 1, 2 d: D = (0.5 * 8 * 2 + 1) e^{-1} = 3.310915. A gap ε in ka
  // moves it by about ε dD/dka, under 6 ε, and never by more.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-15, 1e-12, 1e-9, 1e-7, 1e-5, -1e-15, -1e-9, -1e-5})
  void oxygenSag(double gap) {
    Answer answer =
        River.of("A -> B  10 km  2 d  1 m3/s")
            .linked("BOD", "DO")
            .decay("oxidation", "BOD", 0.5, "DO", -1)
            .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.5 + gap)
            .boundary("A", 1, "BOD", 8, "DO", SATURATION - 1)
            .run();
    double expected = 9 * StrictMath.exp(-1);
    double deficit = SATURATION - answer.end("A-B", "DO");
    assertEquals(expected, deficit, 1e-12 + 6 * StrictMath.abs(gap));
  }

  // Four links at one rate k = 0.4 /d over 5 d (x = 2): the n-th is x^n / n! e^{-x} of the first:
  // 10 e^{-2} = 1.353353, times 2, 2, 4/3.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-14, 1e-8})
  void aChainOfEqualRates(double gap) {
    Answer answer =
        River.of("A -> B  10 km  5 d  1 m3/s")
            .linked("C1", "C2", "C3", "C4")
            .decay("first", "C1", 0.4, "C2", 1)
            .decay("second", "C2", 0.4 + gap, "C3", 1)
            .decay("third", "C3", 0.4 - gap, "C4", 1)
            .decay("fourth", "C4", 0.4, "", 0)
            .boundary("A", 1, "C1", 10)
            .run();
    double first = 10 * StrictMath.exp(-2);
    double tolerance = 1e-12 + 50 * gap;
    assertEquals(first, answer.end("A-B", "C1"), tolerance);
    assertEquals(2 * first, answer.end("A-B", "C2"), tolerance);
    assertEquals(2 * first, answer.end("A-B", "C3"), tolerance);
    assertEquals(4 * first / 3, answer.end("A-B", "C4"), tolerance);
  }

  // No reaction at all: every rate is 0, equal too.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-20})
  void nothingHappensAtRateZero(double rate) {
    Answer answer =
        River.of("A -> B  10 km  2 d  1 m3/s")
            .linked("BOD", "DO")
            .decay("oxidation", "BOD", rate, "DO", -1)
            .boundary("A", 1, "BOD", 8, "DO", 6)
            .run();
    assertEquals(8, answer.end("A-B", "BOD"), 1e-12);
    assertEquals(6, answer.end("A-B", "DO"), 1e-12);
  }
}
