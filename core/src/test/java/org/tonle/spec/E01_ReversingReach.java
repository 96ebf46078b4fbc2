package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: with negative discharge, head and tail are exchanged, and so are the
/// positions of outfalls and the split at both nodes. Rules out: fractions of a reversing river
/// that sum to more than 1.
class E01_ReversingReach {
  private static final int DRY = 0;
  private static final int WET = 1;

  // The Mekong M passes P; the river P-L leaves it in the wet season and returns in the dry one.
  private static River river() {
    return River.of(
            """
            M -> P  10 km  0 d       80|100 m3/s
            P -> Q  10 km  0 d      110|70 m3/s
            P -> L  40 km  2 d      -30|30 m3/s
            """)
        .season("dry", 200)
        .season("wet", 165.25)
        .firstOrder("X")
        .reaction("decay", "X", Reaction.Kind.DECAY, 0.2)
        .boundary("M", new double[] {80, 100}, "X", 10)
        .boundary("L", new double[] {30, 0}, "X", 2);
  }

  // Wet: 2 d from P to L leave 10 * exp(-0.4) = 6.703200. Dry: 2 * exp(-0.4) = 1.340640 at P.
  @Test
  void headAndTailTurnRound() {
    Answer answer = river().run();
    assertEquals(10, answer.head("P-L", WET, "X"), 1e-12);
    assertEquals(6.703200, answer.end("P-L", WET, "X"), 5e-7);
    assertEquals(2, answer.head("P-L", DRY, "X"), 1e-12);
    assertEquals(1.340640, answer.end("P-L", DRY, "X"), 5e-7);
    assertEquals(FlowState.BACKWARD, state(answer, DRY));
    assertEquals(FlowState.FORWARD, state(answer, WET));
    assertEquals(-30, answer.hydraulics("P-L", DRY).discharge_m3_per_s(), 0);
  }

  private static FlowState state(Answer answer, int season) {
    return answer.found().state(answer.place(Place.Kind.REACH, "P-L"), season);
  }

  // Dry: (800 + 30 * 1.340640) / 110 = 7.638356 goes on to Q. Wet: P splits 70 : 30, both 10 mg/L.
  @Test
  void theSplitTurnsRoundToo() {
    Answer answer = river().run();
    assertEquals(7.638356, answer.head("P-Q", DRY, "X"), 5e-7);
    assertEquals(10, answer.head("P-Q", WET, "X"), 1e-12);
    assertEquals(0, answer.balance("X", MassLine.CREATED), 1e-9);
    assertEquals(0, answer.balance("X").error(), 1e-12);
  }

  // Conservative, everything that comes in goes out: no fraction is used twice.
  @Test
  void fractionsSumToOneInEverySeason() {
    Answer answer =
        River.of(
                """
                M -> P  10 km  0 d  80|100 m3/s
                P -> Q  10 km  0 d  110|70 m3/s
                P -> L  40 km  2 d  -30|30 m3/s
                """)
            .season("dry", 200)
            .season("wet", 165.25)
            .conservative("Cl")
            .boundary("M", new double[] {80, 100}, "Cl", 10)
            .boundary("L", new double[] {30, 0}, "Cl", 2)
            .run();
    double in = 0.0864 * (200 * (800 + 60) + 165.25 * 1000);
    assertEquals(in, answer.balance("Cl", MassLine.OUT), 1e-9 * in);
  }

  // An outfall 10 km from P (30 km from L), 60 g/s into 30 m³/s = 2 mg/L. Wet: 30 km = 1.5 d are
  // left, 2 * exp(-0.3) = 1.481636 more at L; dry: 10 km = 0.5 d, 2 * exp(-0.1) = 1.809675 at P.
  @Test
  void theOutfallsDistanceTurnsRound() {
    Answer without = river().run();
    Answer with = river().load(River.point("P-L", 10), "X", 60).run();
    assertEquals(1.481636, with.end("P-L", WET, "X") - without.end("P-L", WET, "X"), 1e-6);
    assertEquals(1.809675, with.end("P-L", DRY, "X") - without.end("P-L", DRY, "X"), 1e-6);
  }

  // Along the reach: (1 - e^{-0.4}) / 0.4 = 0.824200 of 2 mg/L whichever way it flows.
  @Test
  void aUniformLoadIsTheSameBothWays() {
    Answer without = river().run();
    Answer with = river().load(River.uniform("P-L"), "X", 60).run();
    for (int season : new int[] {DRY, WET}) {
      double more = with.end("P-L", season, "X") - without.end("P-L", season, "X");
      assertEquals(1.648400, more, 1e-6);
    }
  }
}
