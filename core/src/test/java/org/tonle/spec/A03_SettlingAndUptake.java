package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;

/// FEATURE UNDER TEST: settling and uptake velocities act through the depth, k = v / d; decay and
/// settling add up. Rules out: the reach length used where depth belongs.
class A03_SettlingAndUptake {
  private static River river(String depth) {
    return River.of("A -> B 10 km 1 d 2 m3/s %s m deep".formatted(depth))
        .firstOrder("TSS")
        .firstOrder("TP")
        .firstOrder("TN")
        .reaction("settling", "TSS", Reaction.Kind.SETTLING, 0.6)
        .reaction("uptake", "TP", Reaction.Kind.UPTAKE, 0.3)
        .reaction("decay", "TN", Reaction.Kind.DECAY, 0.2)
        .reaction("sinking", "TN", Reaction.Kind.SETTLING, 0.6)
        .boundary("A", 2, "TSS", 10, "TP", 10, "TN", 10);
  }

  // 0.6 m/d through 2 m in 1 d: exp(-0.3) = 0.740818; 0.3 m/d: exp(-0.15) = 0.860708
  // decay 0.2 /d and settling 0.3 /d: exp(-0.5) = 0.606531
  @Test
  void aVelocityIsDividedByDepth() {
    Answer answer = river("2").run();
    assertEquals(7.40818, answer.end("A-B", "TSS"), 5e-6);
    assertEquals(8.60708, answer.end("A-B", "TP"), 5e-6);
    assertEquals(6.06531, answer.end("A-B", "TN"), 5e-6);
  }

  // 0.6 m/d through 8 m in 1 d: exp(-0.075) = 0.927743
  @Test
  void deepWaterLosesLess() {
    assertEquals(9.27743, river("8").run().end("A-B", "TSS"), 5e-6);
  }

  // ten times the length in the same time and depth changes nothing
  @Test
  void lengthHasNoPart() {
    Answer longer =
        River.of("A -> B 100 km 1 d 2 m3/s 2 m deep")
            .firstOrder("TSS")
            .reaction("settling", "TSS", Reaction.Kind.SETTLING, 0.6)
            .boundary("A", 2, "TSS", 10)
            .run();
    assertEquals(7.40818, longer.end("A-B", "TSS"), 5e-6);
  }
}
