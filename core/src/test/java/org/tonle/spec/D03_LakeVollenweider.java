package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Reaction;
import org.tonle.model.Source;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: settling in a lake by an apparent velocity (Vollenweider), C = W / (Q + v
/// A). Numbers: cases/lake/lake-p-capacity (Cornell BEE 4750, lecture 3-1, MIT licence): 600
/// million m³, 30 km², 400 million m³/a, 10 m/a, land that exports 9 000 kg/a; 7 000 kg/a keep 0.01
/// mg/L.
class D03_LakeVollenweider {
  private static final double Q_M3_PER_S = 400e6 / 365.25 / 86_400;
  private static final double KG_PER_A = 1e3 / 365.25 / 86_400;

  private static River lake() {
    return River.of("L -> B  1 km  0 d  %s m3/s".formatted(Q_M3_PER_S))
        .firstOrder("TP")
        .reaction("settling", "TP", Reaction.Kind.LAKE_SETTLING, 10 / 365.25)
        .inflow("L", Q_M3_PER_S, "TP", 0)
        .lake("L", 30, 0.6);
  }

  // 7 000 kg/a / (400e6 + 10 * 30e6) m³/a = 0.01 g/m³
  @Test
  void theAllowedLoadGivesTheTarget() {
    Answer answer = lake().load("L", "TP", 7_000 * KG_PER_A).run();
    assertEquals(0.01, answer.lake("L", 0, "TP"), 1e-11);
  }

  // forest 20 000 ha * 0.11 + corn 1 000 * 2 + pasture 3 000 * 1 + residential 1 000 * 1.2 +
  // business 200 * 3 kg/ha/a = 2 200 + 2 000 + 3 000 + 1 200 + 600 = 9 000 kg/a
  @Test
  void theLandsExportGivesMore() {
    Answer answer =
        land(
                land(
                    land(
                        land(land(lake(), "forest", 200, 110), "corn", 10, 2_000),
                        "pasture",
                        30,
                        1_000),
                    "residential",
                    10,
                    1_200),
                "business",
                2,
                3_000)
            .run();
    assertEquals(9.0, answer.balance("TP", MassLine.SOURCES), 9e-9);
    assertEquals(0.012857142857142857, answer.lake("L", 0, "TP"), 1e-11);
  }

  private static River land(River river, String use, double area_km2, double g_per_ha_a) {
    return river
        .source(
            new Source.Land(
                use,
                Names.of(use),
                "",
                Entry.atNode("L"),
                use,
                area_km2,
                0,
                OptionalDouble.empty(),
                Provenance.NONE))
        .factor(Factor.Kind.EXPORT, use, "TP", g_per_ha_a);
  }

  // Lake settling stands in place of the rivers' own settling and decay, in lakes only.
  @Test
  void itReplacesTheRiversReactionsThere() {
    Answer answer =
        lake()
            .reaction("sinking", "TP", Reaction.Kind.SETTLING, 5)
            .load("L", "TP", 7_000 * KG_PER_A)
            .run();
    assertEquals(0.01, answer.lake("L", 0, "TP"), 1e-11);
  }

  // A lake that loses all by an outflow of the study has the same formula: 400e6 m³/a leave it.
  @Test
  void aLossEmptiesItLikeAnOutlet() {
    Answer answer =
        River.of("A -> L  1 km  0 d  %s m3/s".formatted(Q_M3_PER_S))
            .firstOrder("TP")
            .reaction("settling", "TP", Reaction.Kind.LAKE_SETTLING, 10 / 365.25)
            .boundary("A", Q_M3_PER_S, "TP", 0)
            .leaves(NodeFlow.Kind.LOSS, "L", Q_M3_PER_S)
            .lake("L", 30, 0.6)
            .load("L", "TP", 7_000 * KG_PER_A)
            .run();
    assertEquals(0.01, answer.lake("L", 0, "TP"), 1e-11);
    assertEquals(4.0, answer.balance("TP", MassLine.LOSS), 1e-8);
  }
}
