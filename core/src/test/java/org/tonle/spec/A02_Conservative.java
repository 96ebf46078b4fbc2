package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a conservative constituent is only diluted, whatever else decays.
class A02_Conservative {
  // 30 g/s of salt from a works in 2 + 1 m³/s with 4 mg/L: C = (2 * 4 + 30) / 3 = 12.6667 mg/L
  private final Answer answer =
      River.of(
              """
              A -> B   10 km  0.1 m/s  2 m3/s
              B -> C  500 km  0.1 m/s  3 m3/s
              """)
          .conservative("Cl")
          .firstOrder("TN")
          .reaction("decay", "TN", Reaction.Kind.DECAY, 0.35)
          .boundary("A", 2, "Cl", 4, "TN", 4)
          .inflow("B", 1)
          .load("B", "Cl", 30)
          .run();

  @Test
  void itIsDilutedAndNotLost() {
    assertEquals(4, answer.end("A-B", "Cl"), 1e-12);
    assertEquals(38.0 / 3, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(38.0 / 3, answer.end("B-C", "Cl"), 1e-12);
  }

  // 38 g/s * 365.25 d * 86 400 s/d = 1.1992e9 g = 1199.2 t in a year
  @Test
  void theYearsMassLeavesAtTheOutlet() {
    assertEquals(38 * 365.25 * 0.0864, answer.balance("Cl", MassLine.OUT), 1e-8);
    assertEquals(8 * 365.25 * 0.0864, answer.balance("Cl", MassLine.BOUNDARY), 1e-9);
    assertEquals(30 * 365.25 * 0.0864, answer.balance("Cl", MassLine.SOURCES), 1e-9);
    assertEquals(0, answer.balance("Cl", MassLine.REMOVED), 1e-9);
  }
}
