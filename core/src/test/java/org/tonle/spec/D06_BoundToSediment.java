package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.model.Constituent;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: phosphorus that is bound to sediment is lost with it, and what is free by
/// its own reactions. 200 mg/L of sediment carry 0.8 mg/g: 0.16 of 0.20 mg/L of phosphorus are
/// bound, 0.04 are free.
class D06_BoundToSediment {
  private static final double RATIO = 0.8e-3;

  private static River river(String text, double free_per_d) {
    return River.of(text)
        .carries(River.constituent("TSS", Constituent.Kinetics.LINKED, "sediment", false))
        .carries(River.constituent("TP", Constituent.Kinetics.LINKED, "sediment", false))
        .reaction("sinking", "TSS", Reaction.Kind.DECAY, 0.5)
        .reaction("uptake", "TP", Reaction.Kind.DECAY, free_per_d)
        .reaction("bound", "TSS", Reaction.Kind.BINDING, RATIO, 1, "TP", 0);
  }

  // Two days: e^-1 of the sediment, e^-2k of what is free.
  @ParameterizedTest
  @CsvSource({"0", "0.1", "0.5", "2"})
  void alongAReach(double free_per_d) {
    Answer answer =
        river("A -> B  100 km  2 d  10 m3/s", free_per_d)
            .boundary("A", 10, "TSS", 200, "TP", 0.2)
            .run();
    double sediment = 200 * StrictMath.exp(-1);
    assertEquals(sediment, answer.end("A-B", "TSS"), 1e-9);
    double free = 0.04 * StrictMath.exp(-2 * free_per_d);
    assertEquals(free + RATIO * sediment, answer.end("A-B", "TP"), 1e-12);
  }

  // Without its own loss all that is lost is bound: 0.16 (1 - e^-1) of 0.2 mg/L.
  @Test
  void massIsLostOnce() {
    Answer answer =
        river("A -> B  100 km  2 d  10 m3/s", 0).boundary("A", 10, "TSS", 200, "TP", 0.2).run();
    double in_t_per_a = 10 * 0.2 * 31.5576;
    double lost = in_t_per_a * 0.8 * (1 - StrictMath.exp(-1));
    assertEquals(lost, answer.balance("TP", MassLine.REMOVED), 1e-9);
  }

  // A load of sediment alone brings no phosphorus, and takes none along: what is free is then less
  // than nothing, so that a study must not state it. A load of phosphorus alone is all free.
  @Test
  void aLoadOfPhosphorusIsFree() {
    Answer answer =
        river("A -> B  100 km  2 d  10 m3/s", 0.1)
            .boundary("A", 10, "TSS", 200, "TP", 0.2)
            .load("A", "TP", 3)
            .run();
    double free = 0.34 * StrictMath.exp(-0.2);
    double end = free + RATIO * 200 * StrictMath.exp(-1);
    assertEquals(end, answer.end("A-B", "TP"), 1e-12);
  }

  // A steady lake of 0.01 km³ that 1 m³/s flows through: C = C_in / (1 + k V/Q), V/Q = 10⁷ s.
  @ParameterizedTest
  @CsvSource({"0", "0.05"})
  void inALake(double free_per_d) {
    Answer answer =
        river("A -> L  1 km  0 d  1 m3/s\nL -> B  1 km  0 d  1 m3/s", free_per_d)
            .boundary("A", 1, "TSS", 200, "TP", 0.2)
            .lake("L", 1, 0.01)
            .run();
    double stay_d = 1e7 / 86_400;
    double sediment = 200 / (1 + 0.5 * stay_d);
    double free = 0.04 / (1 + free_per_d * stay_d);
    assertEquals(sediment, answer.lake("L", 0, "TSS"), 1e-6);
    assertEquals(free + RATIO * sediment, answer.lake("L", 0, "TP"), 1e-9);
  }

  // Stirred from the bed, 2 g/m²/d over 1 km² are 23.148 g/s of sediment: with it, what it binds.
  @Test
  void whatIsStirredUpBringsItsPhosphorus() {
    Answer answer =
        river("A -> L  1 km  0 d  1 m3/s\nL -> B  1 km  0 d  1 m3/s", 0)
            .boundary("A", 1, "TSS", 200, "TP", 0.2)
            .lake("L", 1, 0.01)
            .reaction("stirred", "TSS", Reaction.Kind.RELEASE, 2)
            .run();
    double sediment = (200 + 2e6 / 86_400) / (1 + 0.5 * 1e7 / 86_400);
    assertEquals(sediment, answer.lake("L", 0, "TSS"), 1e-6);
    assertEquals(0.04 + RATIO * sediment, answer.lake("L", 0, "TP"), 1e-9);
  }
}
