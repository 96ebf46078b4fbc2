package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.assess.Statistic;
import org.tonle.model.Spread;
import org.tonle.run.Options;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a reach that does not deliver stops its load, while its water flows on; the
/// load leaves the study at the reach's end.
class C04_TransferSwitch {
  private static final double T_PER_G_PER_S = 365.25 * 0.0864;

  private static Answer river(String stops) {
    return River.of(
            """
            A -> C  1 km  0 d  6 m3/s  %s
            B -> C  1 km  0 d  4 m3/s
            C -> D  1 km  0 d  10 m3/s
            """
                .formatted(stops))
        .conservative("Cl")
        .boundary("A", 6, "Cl", 10)
        .boundary("B", 4, "Cl", 5)
        .run();
  }

  // delivered: (60 + 20) g/s in 10 m³/s = 8 mg/L; stopped: 20 g/s in 10 m³/s = 2 mg/L
  @Test
  void theLoadDoesNotGoOnButTheWaterDoes() {
    assertEquals(8, river("").head("C-D", "Cl"), 1e-12);
    assertEquals(2, river("1 stops").head("C-D", "Cl"), 1e-12);
    assertEquals(10, river("1 stops").end("A-C", "Cl"), 1e-12);
  }

  // 60 g/s leave at the end of A-C, 20 g/s at D
  @Test
  void theLoadLeavesAtTheEndOfTheReach() {
    Answer answer = river("1 stops");
    assertEquals(80 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
    assertEquals(0, answer.balance("Cl").error(), 1e-12);
  }

  // node C: 6 + 4 m³/s come, 10 leave
  @Test
  void theWaterBalanceStaysClosed() {
    assertEquals(0, river("1 stops").water("C").closure_m3_per_s(), 1e-12);
  }

  // The reach flows from C back to A: 20 g/s in 4 m³/s reach its head, and leave the study at A.
  @Test
  void itStopsAtTheLowerEndAlsoWhenTheRiverTurns() {
    Answer answer =
        River.of(
                """
                A -> C  1 km  0 d  -4 m3/s  1 stops
                B -> C  1 km  0 d   4 m3/s
                A -> D  1 km  0 d  10 m3/s
                """)
            .conservative("Cl")
            .boundary("A", 6, "Cl", 10)
            .boundary("B", 4, "Cl", 5)
            .run();
    assertEquals(5, answer.head("A-C", "Cl"), 1e-12);
    assertEquals(6, answer.head("A-D", "Cl"), 1e-12);
    assertEquals(80 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
    assertEquals(0, answer.water("A").closure_m3_per_s(), 1e-12);
  }

  // Of the 10 m³/s below C 6 vary by a CV of 0.3, as in G04: P5 0.590992 and P95 1.552358 of them.
  // B's 20 g/s make 20 / (4 + 6 f): 2.6500 and 1.5022 mg/L. Sampling error: a hundredth.
  @Test
  void theWaterThatRunsOnIsDrawnToo() {
    Answer answer =
        River.of(
                """
                A -> C  1 km  0 d  6 m3/s  1 stops
                B -> C  1 km  0 d  4 m3/s
                C -> D  1 km  0 d  10 m3/s
                """)
            .conservative("Cl")
            .boundary("A", 6)
            .group("north")
            .boundary("B", 4, "Cl", 5)
            .spread(Spread.Variable.DISCHARGE, "north", Spread.Tier.STUDY, 0.3)
            .run(Options.of(10_000, 7));
    assertEquals(2.6500, answer.of(Statistic.P95, "C-D", "Cl"), 0.0265);
    assertEquals(1.5022, answer.of(Statistic.P5, "C-D", "Cl"), 0.0150);
  }
}
