package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// FEATURE UNDER TEST: stated effluents are water. They are in the stated discharges already, or
/// join them; no mixture is stronger than its strongest part (docs/theory/transport.md, Eq. 5).
class B04_EffluentsAreWater {
  /// A works of 0.5 m³/s with 5 mg/L on a river.
  private static River works(double above, double below, double background) {
    return River.of(
            "R: A -> B 1 km 0 d %s m3/s\nS: B -> C 1 km 0 d %s m3/s".formatted(below, below))
        .conservative("TP")
        .boundary("A", above, "TP", background)
        .load("A", "TP", 2.5)
        .wastewater(0.5);
  }

  // 0.05 m³/s come, 0.55 go: the works is what is missing. 2.5 g/s in 0.55 m³/s, and all is closed.
  @Test
  void whatTheRiverLacksIsTheEffluent() {
    Answer answer = works(0.05, 0.55, 0).run();
    assertEquals(2.5 / 0.55, answer.head("R", "TP"), 1e-12);
    assertEquals(0, answer.water("A").closure_m3_per_s(), 1e-12);
    assertFalse(answer.problems().contains("water_balance_open"), answer.problems()::toString);
  }

  // 0.5 m³/s are not in 0.05: 0.55 flow, down to the mouth, and the study is told.
  @Test
  void whatCannotBeInTheRiverJoins() {
    Answer answer = works(0.05, 0.05, 0).run();
    assertEquals(2.5 / 0.55, answer.head("R", "TP"), 1e-12);
    assertEquals(2.5 / 0.55, answer.head("S", "TP"), 1e-12);
    assertEquals(0.55, answer.hydraulics("S").discharge_m3_per_s(), 1e-12);
    assertEquals(0, answer.water("B").closure_m3_per_s(), 1e-12);
    assertTrue(answer.problems().contains("effluent_above_river"), answer.problems()::toString);
  }

  // 0.5 of 20 m³/s is within what may be open: it is in the discharge.
  @Test
  void aSmallEffluentIsInTheDischarge() {
    Answer answer = works(20, 20, 1).run();
    assertEquals((20 + 2.5) / 20, answer.head("R", "TP"), 1e-12);
    assertEquals(20, answer.hydraulics("R").discharge_m3_per_s(), 1e-12);
  }

  // The same where the study says that effluents join: 22.5 g/s in 20.5 m³/s.
  @Test
  void aSmallEffluentJoinsWhereTheStudySaysSo() {
    Answer answer = works(20, 20, 1).effluentsJoin().run();
    assertEquals(22.5 / 20.5, answer.head("R", "TP"), 1e-12);
    assertEquals(20.5, answer.hydraulics("S").discharge_m3_per_s(), 1e-12);
    assertFalse(answer.problems().contains("effluent_above_river"), answer.problems()::toString);
  }

  // 1 m³/s joins along the river, half of it the works': 0.5 · 4 + 2.5 = 4.5 g/s, not 6.5.
  @Test
  void anEffluentInTheLocalInflowTakesItsPlace() {
    Answer answer =
        River.of("R: A -> B 1 km 0 d 1 m3/s")
            .conservative("TP")
            .inflow("A", 1, "TP", 4)
            .load("A", "TP", 2.5)
            .wastewater(0.5)
            .run();
    assertEquals(4.5, answer.head("R", "TP"), 1e-12);
    assertEquals(1, answer.hydraulics("R").discharge_m3_per_s(), 1e-12);
  }

  // Ten small works of 4 % each: the first is within what may be open, all ten are not.
  @Test
  void manySmallEffluentsAddUp() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append("R%d: N%d -> N%d 1 km 0 d 1 m3/s%n".formatted(i, i, i + 1));
    }
    River river = River.of(text.toString()).conservative("TP").boundary("N0", 1, "TP", 5);
    for (int i = 0; i < 10; i++) {
      river.load("N" + i, "TP", 0.2).wastewater(0.04);
    }
    Answer answer = river.run();
    assertEquals(1, answer.hydraulics("R0").discharge_m3_per_s(), 1e-12);
    assertEquals(1.4, answer.hydraulics("R9").discharge_m3_per_s(), 1e-12);
    assertEquals(5, answer.head("R9", "TP"), 1e-12);
  }

  // Where a river divides, what joined goes down both arms with its water.
  @Test
  void bothArmsTakeTheirShare() {
    Answer answer =
        River.of(
                """
                R: A -> B 1 km 0 d 1 m3/s
                S: B -> C 1 km 0 d 0.75 m3/s
                T: B -> D 1 km 0 d 0.25 m3/s
                """)
            .conservative("TP")
            .boundary("A", 1, "TP", 5)
            .load("A", "TP", 5)
            .wastewater(1)
            .run();
    assertEquals(1.5, answer.hydraulics("S").discharge_m3_per_s(), 1e-12);
    assertEquals(0.5, answer.hydraulics("T").discharge_m3_per_s(), 1e-12);
    assertEquals(5, answer.head("T", "TP"), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.05, 0",
    "0.05, 0.05, 9",
    "0.05, 0.3, 2",
    "1, 1, 5",
    "1, 1.2, 5",
    "1, 0.9, 5"
  })
  void noMixtureIsStrongerThanItsStrongestPart(double above, double below, double background) {
    double strongest = StrictMath.max(5, background);
    Answer answer = works(above, below, background).run();
    double taken = StrictMath.max(0, above - below);
    assertTrue(
        answer.head("R", "TP") <= strongest * (1 + taken / below + 1e-12),
        () -> "" + answer.head("R", "TP"));
  }
}
