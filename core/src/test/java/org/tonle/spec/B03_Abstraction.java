package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.NodeFlow;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: an abstraction takes discharge, and load at the river's concentration. Water
/// that returns brings its load back. Rules out: returned water that loses its load.
class B03_Abstraction {
  private static final double T_PER_G_PER_S = 365.25 * 0.0864;

  // 2 of 5 m³/s are taken at 10 mg/L: 20 g/s leave, 30 g/s stay, at 10 mg/L
  @Test
  void itTakesLoadAtTheRiversConcentration() {
    Answer answer =
        River.of("A -> B 10 km 1 d 5 m3/s\nB -> C 10 km 1 d 3 m3/s")
            .conservative("Cl")
            .boundary("A", 5, "Cl", 10)
            .leaves(NodeFlow.Kind.ABSTRACTION, "B", 2)
            .run();
    assertEquals(10, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(20 * T_PER_G_PER_S, answer.balance("Cl", MassLine.ABSTRACTION), 1e-9);
    assertEquals(30 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
  }

  // A canal takes 2 of 5 m³/s at B and returns them at D: nothing is lost, 10 mg/L everywhere.
  @Test
  void waterThatReturnsBringsItsLoadBack() {
    Answer answer =
        River.of(
                """
                A -> B         10 km  1 d  5 m3/s
                B -> D         10 km  1 d  3 m3/s
                canal: B -> D  15 km  3 d  2 m3/s
                D -> E         10 km  1 d  5 m3/s
                """)
            .conservative("Cl")
            .boundary("A", 5, "Cl", 10)
            .run();
    assertEquals(10, answer.end("canal", "Cl"), 1e-12);
    assertEquals(10, answer.head("D-E", "Cl"), 1e-12);
    assertEquals(50 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
  }
}
