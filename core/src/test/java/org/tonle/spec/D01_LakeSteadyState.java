package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reaction;
import org.tonle.network.rates.OxygenSaturation;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a lake of constant volume is a mixed reactor, C = C_in / (1 + k V / Q).
class D01_LakeSteadyState {
  // 0.0864 km³ under 100 m³/s: 864 000 s = 10 d of residence. k = 0.05 /d: C = 10 / 1.5 = 6.6667
  private static River lake(double volume_km3) {
    return River.of("A -> L 10 km 0 d 100 m3/s\nL -> B 10 km 0 d 100 m3/s")
        .firstOrder("X")
        .reaction("decay", "X", Reaction.Kind.DECAY, 0.05)
        .boundary("A", 100, "X", 10)
        .lake("L", 20, volume_km3);
  }

  @Test
  void decayAndFlushingBalance() {
    Answer answer = lake(0.0864).run();
    assertEquals(10 / 1.5, answer.lake("L", 0, "X"), 1e-10);
    assertEquals(10 / 1.5, answer.head("L-B", "X"), 1e-10);
  }

  // 1000 g/s enter, 666.667 leave, 333.333 decay
  @Test
  void whatDecaysIsRemoved() {
    Answer answer = lake(0.0864).run();
    assertEquals(1000 / 3.0 * 365.25 * 0.0864, answer.balance("X", MassLine.REMOVED), 1e-6);
    assertEquals(0, answer.balance("X").error(), 1e-9);
    assertEquals(0, answer.balance("X", MassLine.STORAGE_CHANGE), 1e-6);
  }

  // One formula whatever the residence time: 1000 years (k V / Q = 18 262.5) and 10 s.
  @Test
  void anyResidenceTimeIsTheSameFormula() {
    assertEquals(10 / (1 + 0.05 * 365_250), lake(3155.76).run().lake("L", 0, "X"), 1e-9);
    assertEquals(10 / (1 + 0.05 * 10 / 86_400), lake(1e-6).run().lake("L", 0, "X"), 1e-8);
  }

  // In 100 m³/s come 1000 g/s, 20 m³/s evaporate, 80 leave: conservative 1000 / 80 = 12.5 mg/L
  @Test
  void evaporationConcentratesTheLake() {
    Answer answer =
        River.of("A -> L 10 km 0 d 100 m3/s\nL -> B 10 km 0 d 80 m3/s")
            .conservative("Cl")
            .boundary("A", 100, "Cl", 10)
            .leaves(NodeFlow.Kind.EVAPORATION, "L", 20)
            .lake("L", 20, 0.0864)
            .run();
    assertEquals(12.5, answer.lake("L", 0, "Cl"), 1e-9);
  }

  // Oxygen: 10 d residence, ka 0.5 /d: C = (C_in + ka τ C_s) / (1 + ka τ) = (2 + 5 C_s) / 6
  @Test
  void oxygenIsTakenUpFromTheAir() {
    Answer answer =
        River.of("A -> L 10 km 0 d 100 m3/s\nL -> B 10 km 0 d 100 m3/s")
            .linked("DO")
            .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.5)
            .boundary("A", 100, "DO", 2)
            .lake("L", 20, 0.0864)
            .run();
    double saturation = OxygenSaturation.mg_per_l(20, 0, 0);
    assertEquals((2 + 5 * saturation) / 6, answer.lake("L", 0, "DO"), 1e-9);
  }
}
