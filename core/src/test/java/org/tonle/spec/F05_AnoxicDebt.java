package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: oxygen is carried unclipped; below 0 it is a debt, shown as 0 and flagged,
/// and paid back downstream before oxygen is seen again.
class F05_AnoxicDebt {
  private static final double SATURATION = OxygenSaturation.mg_per_l(20, 0, 0);

  private static Answer run(double bod) {
    River river =
        River.of("A -> B  10 km  2 d  1 m3/s\nB -> C  10 km  2 d  1 m3/s\nC -> D 10 km 6 d 1 m3/s");
    return SagChemistry.add(river, Map.of("kd", 0.4, "ka", 0.4), 1)
        .linked("BOD", "orgN", "NH4", "NO3", "DO")
        .boundary("A", 1, "BOD", bod, "DO", SATURATION)
        .run();
  }

  private static boolean isAnoxic(Answer answer, String reach) {
    return answer.found().isAnoxic(answer.place(Place.Kind.REACH, reach), 0);
  }

  // kd = ka = k: D = k L0 t e^{-k t}. L0 = 40, 2 d: 0.4 * 40 * 2 * e^{-0.8} = 14.3785, C = -5.286
  // 4 d: 64 e^{-1.6} = 12.9214, C = -3.829; 10 d: 160 e^{-4} = 2.930502, C = 6.161924
  @Test
  void debtIsShownAsZeroAndPaidBack() {
    Answer answer = run(40);
    assertEquals(0, answer.end("A-B", "DO"), 0);
    assertEquals(0, answer.worst("A-B", "DO"), 0);
    assertEquals(0, answer.head("C-D", "DO"), 0);
    assertEquals(SATURATION - 160 * StrictMath.exp(-4), answer.end("C-D", "DO"), 1e-10);
    assertEquals(6.1619, answer.end("C-D", "DO"), 5e-5);
  }

  @Test
  void everyReachThatTouchesTheDebtIsFlagged() {
    Answer answer = run(40);
    assertTrue(isAnoxic(answer, "A-B"));
    assertTrue(isAnoxic(answer, "B-C"));
    assertTrue(isAnoxic(answer, "C-D"));
  }

  // L0 = 20: the worst, at 1 / k = 2.5 d, is 20 e^{-1} = 7.3576 below saturation: 1.7348 mg/L
  @Test
  void withoutDebtNothingIsFlagged() {
    Answer answer = run(20);
    assertEquals(SATURATION - 20 * StrictMath.exp(-1), answer.worst("B-C", "DO"), 1e-9);
    assertFalse(isAnoxic(answer, "A-B"));
    assertFalse(isAnoxic(answer, "B-C"));
  }
}
