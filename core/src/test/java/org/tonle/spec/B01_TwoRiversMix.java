package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: rivers that meet mix in proportion to discharge; oxygen mixes as oxygen.
class B01_TwoRiversMix {
  private static River river() {
    return River.of(
        """
        A -> B   10 km  0.5 m/s   2 m3/s  20 C
        D -> B    2 km  0.2 m/s   6 m3/s  30 C
        B -> C    5 km  0.5 m/s   8 m3/s  25 C
        """);
  }

  // (2 * 10 + 6 * 2) / 8 = 4 mg/L
  @Test
  void theMixIsWeightedByDischarge() {
    Answer answer =
        river().conservative("Cl").boundary("A", 2, "Cl", 10).boundary("D", 6, "Cl", 2).run();
    assertEquals(4, answer.head("B-C", "Cl"), 1e-12);
  }

  // Both rivers are saturated: 9.0924 mg/L at 20 °C and 7.5588 mg/L at 30 °C. The mix holds
  // (2 * 9.0924 + 6 * 7.5588) / 8 = 7.9422 mg/L although water of 25 °C saturates at 8.2635.
  @Test
  void oxygenMixesAsOxygenNotAsDeficit() {
    double cool = OxygenSaturation.mg_per_l(20, 0, 0);
    double warm = OxygenSaturation.mg_per_l(30, 0, 0);
    Answer answer =
        river()
            .linked("DO")
            .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.5)
            .boundary("A", 2, "DO", cool)
            .boundary("D", 6, "DO", warm)
            .run();
    assertEquals(cool, answer.end("A-B", "DO"), 1e-12);
    assertEquals(warm, answer.end("D-B", "DO"), 1e-12);
    assertEquals((2 * cool + 6 * warm) / 8, answer.head("B-C", "DO"), 1e-12);
    assertEquals(7.9422, answer.head("B-C", "DO"), 5e-4);
  }
}
