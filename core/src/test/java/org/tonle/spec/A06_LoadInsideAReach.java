package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Reaction;

/// FEATURE UNDER TEST: an outfall inside a reach acts from its own position downstream.
class A06_LoadInsideAReach {
  // 10 km in 1 d, k = 0.5 /d, 2 mg/L at the head, 40 g/s into 5 m³/s (8 mg/L) at 4 km.
  private static River river() {
    return River.of("A -> B  10 km  1 d  5 m3/s")
        .firstOrder("TN")
        .reaction("decay", "TN", Reaction.Kind.DECAY, 0.5)
        .boundary("A", 5, "TN", 2)
        .load(River.point("A-B", 4), "TN", 40);
  }

  // At the end: 2 * exp(-0.5) + 8 * exp(-0.5 * 0.6) = 1.213061 + 5.926546 = 7.139607
  @Test
  void theEndFeelsItForTheRestOfTheWay() {
    assertEquals(2, river().run().head("A-B", "TN"), 1e-12);
    assertEquals(7.139607, river().run().end("A-B", "TN"), 5e-7);
  }

  // Just below the outfall: 2 * exp(-0.5 * 0.4) + 8 = 9.637462, higher than at either end
  @Test
  void theWorstPointIsAtTheOutfall() {
    assertEquals(9.637462, river().run().worst("A-B", "TN"), 5e-7);
  }

  // Another works at 9 km adds 8 * exp(-0.05) = 7.609835 at the end.
  @Test
  void severalOutfallsShareAReach() {
    Answer answer = river().load(River.point("A-B", 9), "TN", 40).run();
    assertEquals(7.139607 + 7.609835, answer.end("A-B", "TN"), 1e-6);
  }

  @Test
  void atItsEndsItActsAtTheNodes() {
    Answer answer =
        River.of("A -> B  10 km  1 d  5 m3/s\nB -> C  10 km  1 d  5 m3/s")
            .firstOrder("TN")
            .boundary("A", 5, "TN", 0)
            .load(River.point("A-B", 0), "TN", 5)
            .load(River.point("A-B", 10), "TN", 10)
            .run();
    assertEquals(1, answer.head("A-B", "TN"), 1e-12);
    assertEquals(1, answer.end("A-B", "TN"), 1e-12);
    assertEquals(3, answer.head("B-C", "TN"), 1e-12);
  }
}
