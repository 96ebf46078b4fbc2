package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// LAW: the engine equals one dense linear system of the whole cyclic year, on random networks with
/// every feature. Relative to the constituent's largest concentration: 1e-9.
class DenseTwinTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theEngineEqualsTheDenseSystem(long seed) {
    compare(seed);
  }

  @Test
  @Tag("slow")
  void andOnManyMoreNetworks() {
    for (long seed = 100; seed < 300; seed++) {
      compare(seed);
    }
  }

  private static void compare(long seed) {
    Study study = new RandomStudy(seed).study();
    Concentrations found =
        Runner.run(study, Scenario.BASELINE, Options.of(0, 1))
            .result()
            .orElseThrow(() -> new AssertionError("Nothing was computed for seed " + seed))
            .concentrations();
    for (List<String> group : DenseReactions.groups(study)) {
      DenseTwin twin = new DenseTwin(study, group);
      for (int m = 0; m < group.size(); m++) {
        compare(seed, study, found, twin, group.get(m), m);
      }
    }
  }

  private static void compare(
      long seed, Study study, Concentrations found, DenseTwin twin, String constituent, int m) {
    List<String> carried = study.chemistry().constituents().stream().map(c -> c.id()).toList();
    int c = carried.indexOf(constituent);
    double largest = 1;
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      for (int p = 0; p < found.places().size(); p++) {
        largest = StrictMath.max(largest, found.head(p, s, c));
      }
    }
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      for (int p = 0; p < found.places().size(); p++) {
        Place place = found.places().get(p);
        String where = "seed %d: %s at %s in season %d".formatted(seed, constituent, place.id(), s);
        double tolerance = TOLERANCE * largest;
        if (place.kind() == Place.Kind.LAKE) {
          double lake = found.value(Statistic.CENTRAL, p, s, c);
          assertEquals(shown(twin.node(place.id(), s, m)), lake, tolerance, where);
        } else if (found.state(p, s) != FlowState.DRY) {
          assertEquals(shown(twin.head(place.id(), s, m)), found.head(p, s, c), tolerance, where);
          assertEquals(shown(twin.end(place.id(), s, m)), found.end(p, s, c), tolerance, where);
        }
      }
    }
  }

  /// Oxygen debt is shown as 0.
  private static double shown(double concentration) {
    return StrictMath.max(0, concentration);
  }
}
