package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Source;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: land exports in proportion to its runoff. 315.576 km² are 31 557.6 ha; at
/// 1000 g/ha/a they let go 31.5576 t a year, which is 1 g/s, at the runoff at which the figure
/// holds.
class B08_RunoffOfLand {
  private static River river(OptionalDouble runoff_mm_per_a) {
    return river(runoff_mm_per_a, 631.152);
  }

  private static River river(OptionalDouble runoff_mm_per_a, double drained_km2) {
    return River.of("A -> B  1 km  0 d  20 m3/s  " + drained_km2 + " km2")
        .conservative("TN")
        .boundary("A", 10, "TN", 0)
        .inflow("A", 10, "TN", 0)
        .source(
            new Source.Land(
                "field",
                Names.of("field"),
                "",
                Entry.atNode("A"),
                "maize",
                315.576,
                0,
                runoff_mm_per_a,
                Provenance.NONE))
        .factor(Factor.Kind.EXPORT, "maize", "TN", 1000);
  }

  private static double load_t_per_a(River river) {
    return river.run().balance("TN", MassLine.SOURCES);
  }

  // Stated: 900 mm over 600 mm is 1.5.
  @ParameterizedTest
  @CsvSource({"600, 1", "900, 1.5", "0, 0"})
  void aStatedRunoffCounts(double depth_mm, double times) {
    River river = river(OptionalDouble.of(depth_mm)).factor(Factor.Kind.RUNOFF, "maize", "", 600);
    assertEquals(times * 31.5576, load_t_per_a(river), 1e-9);
  }

  // Else that of the water: 10 m³/s are 315.576 million m³ a year, over 631.152 km² 500 mm; over
  // 400 mm it is 1.25.
  @Test
  void theWaterTellsIt() {
    River river = river(OptionalDouble.empty()).factor(Factor.Kind.RUNOFF, "maize", "TN", 400);
    assertEquals(1.25 * 31.5576, load_t_per_a(river), 1e-9);
  }

  @Test
  void withoutAReferenceItDoesNotCount() {
    assertEquals(31.5576, load_t_per_a(river(OptionalDouble.of(900))), 1e-9);
    River rubber = river(OptionalDouble.of(900)).factor(Factor.Kind.RUNOFF, "rubber", "", 600);
    assertEquals(31.5576, load_t_per_a(rubber), 1e-9);
  }

  // Of a study without drainage areas the depth is not known: the figure holds as it is.
  @Test
  void anUnknownRunoffChangesNothing() {
    River river = river(OptionalDouble.empty(), 0).factor(Factor.Kind.RUNOFF, "maize", "TN", 400);
    assertEquals(31.5576, load_t_per_a(river), 1e-9);
  }
}
