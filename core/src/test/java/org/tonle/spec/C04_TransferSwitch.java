package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.assess.MassBalance.Line;

/// FEATURE UNDER TEST: a reach that does not deliver keeps its load from going on, while its water
/// runs on; the load leaves the study at the reach's end.
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
    assertEquals(80 * T_PER_G_PER_S, answer.balance("Cl", Line.OUT), 1e-9);
    assertEquals(0, answer.balance("Cl").error(), 1e-12);
  }

  // node C: 6 + 4 m³/s come, 10 leave
  @Test
  void theWaterBalanceStaysClosed() {
    assertEquals(0, river("1 stops").water("C").closure_m3_per_s(), 1e-12);
  }
}
