package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Source;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a share of a year's load that runoff carries: it follows the seasons of the
/// local inflow, and the load of the year stays. Two seasons of 100 and 265.25 days; 86 400 pigs
/// that let go 1 g a day are 1 g/s.
class B07_RainDrivenLoads {
  private static final double WET_D = 100;
  private static final double DRY_D = 265.25;

  private static River river(double... localInflow_m3_per_s) {
    return River.of("A -> B  1 km  0 d  20|20 m3/s")
        .season("wet", WET_D)
        .season("dry", DRY_D)
        .conservative("TN")
        .boundary("A", 10, "TN", 0)
        .flow(NodeFlow.Kind.LOCAL_INFLOW, "A", localInflow_m3_per_s, "TN", 0)
        .source(
            new Source.Livestock(
                "herd", Names.of("herd"), "", Entry.atNode("A"), "pig", 86_400, Provenance.NONE))
        .factor(Factor.Kind.PER_HEAD, "pig", "TN", 1);
  }

  private static double load_g_per_s(Answer answer, int season) {
    return 20 * answer.head("A-B", season, "TN");
  }

  // Local inflow 16 and 4 m³/s: mean (1600 + 1061) / 365.25 = 7.285421; over the mean 2.196167 and
  // 0.549042. Three quarters washed off: 0.25 + 0.75 * 2.196167 = 1.897125 g/s, and 0.661781 g/s.
  @Test
  void runoffCarriesItsShare() {
    Answer answer = river(16, 4).factor(Factor.Kind.WASH_OFF, "livestock", "", 0.75).run();
    double mean = (16 * WET_D + 4 * DRY_D) / (WET_D + DRY_D);
    assertEquals(0.25 + 0.75 * 16 / mean, load_g_per_s(answer, 0), 1e-12);
    assertEquals(0.25 + 0.75 * 4 / mean, load_g_per_s(answer, 1), 1e-12);
    assertEquals(1.897125, load_g_per_s(answer, 0), 1e-6);
  }

  // 1 g/s for a year: 31.5576 t, washed off or not.
  @Test
  void theYearKeepsItsLoad() {
    for (double share : new double[] {0, 0.3, 1}) {
      Answer answer = river(16, 4).factor(Factor.Kind.WASH_OFF, "pig", "TN", share).run();
      assertEquals(31.5576, answer.balance("TN", MassLine.SOURCES), 1e-9);
    }
  }

  // The narrower key wins: of pigs nothing is washed off, whatever livestock has.
  @Test
  void theNarrowerKeyWins() {
    Answer answer =
        river(16, 4)
            .factor(Factor.Kind.WASH_OFF, "livestock", "", 0.75)
            .factor(Factor.Kind.WASH_OFF, "pig", "", 0)
            .run();
    assertEquals(1, load_g_per_s(answer, 0), 1e-12);
  }

  @Test
  void evenRunoffChangesNothing() {
    Answer answer = river(10, 10).factor(Factor.Kind.WASH_OFF, "livestock", "", 1).run();
    assertEquals(1, load_g_per_s(answer, 0), 1e-12);
    assertEquals(1, load_g_per_s(answer, 1), 1e-12);
  }
}
