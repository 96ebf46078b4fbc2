package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.model.NodeFlow;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: local inflow and rain bring their own water; loss takes water with its load;
/// evaporation takes water and no load.
class B02_LocalInflowAndLoss {
  private static final double T_PER_G_PER_S = 365.25 * 0.0864;

  // 4 m³/s of 10 mg/L, + 1 m³/s of 30 mg/L, + 1 m³/s of rain of 1 mg/L = 71 g/s in 6 m³/s
  private final Answer joined =
      River.of("A -> B 10 km 1 d 4 m3/s\nB -> C 10 km 1 d 6 m3/s")
          .conservative("Cl")
          .boundary("A", 4, "Cl", 10)
          .inflow("B", 1, "Cl", 30)
          .flow(NodeFlow.Kind.RAIN, "B", new double[] {1}, "Cl", 1)
          .run();

  @Test
  void waterThatJoinsBringsItsOwnConcentration() {
    assertEquals(71.0 / 6, joined.head("B-C", "Cl"), 1e-12);
    assertEquals(30 * T_PER_G_PER_S, joined.balance("Cl", MassLine.LOCAL_INFLOW), 1e-9);
    assertEquals(1 * T_PER_G_PER_S, joined.balance("Cl", MassLine.RAIN), 1e-9);
    assertEquals(71 * T_PER_G_PER_S, joined.balance("Cl", MassLine.OUT), 1e-8);
  }

  // Run-off dilutes and takes nothing away: 8 g/s that enter at B leave at C whatever joins there.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 100})
  void moreRunOffNeverBringsLess(double runOff_m3_per_s) {
    double below_m3_per_s = 4 + runOff_m3_per_s;
    Answer answer =
        River.of("A -> B 10 km 1 d 4 m3/s\nB -> C 10 km 1 d %s m3/s".formatted(below_m3_per_s))
            .conservative("Cl")
            .boundary("A", 4)
            .inflow("B", runOff_m3_per_s)
            .load("B", "Cl", 8)
            .run();
    assertEquals(8 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
    assertEquals(8 / below_m3_per_s, answer.head("B-C", "Cl"), 1e-12);
  }

  // 1 of 4 m³/s is lost: a quarter of 40 g/s goes with it, the concentration stays.
  @Test
  void lossTakesItsLoadWithIt() {
    Answer answer = leaving(NodeFlow.Kind.LOSS);
    assertEquals(10, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(10 * T_PER_G_PER_S, answer.balance("Cl", MassLine.LOSS), 1e-9);
    assertEquals(30 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
  }

  // 1 of 4 m³/s evaporates: all 40 g/s stay in 3 m³/s, 13.333 mg/L.
  @Test
  void evaporationLeavesTheLoadBehind() {
    Answer answer = leaving(NodeFlow.Kind.EVAPORATION);
    assertEquals(40.0 / 3, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(0, answer.balance("Cl", MassLine.LOSS), 1e-12);
    assertEquals(40 * T_PER_G_PER_S, answer.balance("Cl", MassLine.OUT), 1e-9);
  }

  @Test
  void theWaterBalanceOfTheNodeCloses() {
    assertEquals(4, joined.water("B").riversIn_m3_per_s(), 1e-12);
    assertEquals(2, joined.water("B").joins_m3_per_s(), 1e-12);
    assertEquals(0, joined.water("B").closure_m3_per_s(), 1e-12);
    assertEquals(1, leaving(NodeFlow.Kind.LOSS).water("B").leaves_m3_per_s(), 1e-12);
    assertFalse(joined.problems().contains("water_balance_open"), joined.problems()::toString);
  }

  // 4 m³/s come and 3 go, undeclared: 25 % of the node's water is open, above 5 %.
  @Test
  void anOpenBalanceIsAWarning() {
    Answer answer =
        River.of("A -> B 10 km 1 d 4 m3/s\nB -> C 10 km 1 d 3 m3/s")
            .conservative("Cl")
            .boundary("A", 4, "Cl", 10)
            .run();
    assertEquals(1, answer.water("B").closure_m3_per_s(), 1e-12);
    assertTrue(answer.problems().contains("water_balance_open"), answer.problems()::toString);
  }

  private static Answer leaving(NodeFlow.Kind kind) {
    return River.of("A -> B 10 km 1 d 4 m3/s\nB -> C 10 km 1 d 3 m3/s")
        .conservative("Cl")
        .boundary("A", 4, "Cl", 10)
        .leaves(kind, "B", 1)
        .run();
  }
}
