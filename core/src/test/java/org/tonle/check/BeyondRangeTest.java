package org.tonle.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Runner;
import org.tonle.spec.River;

/// A load beyond what draws can hold is refused with its place; the largest below it is computed.
class BeyondRangeTest {
  private static Outcome run(double load_g_per_s) {
    Study study =
        River.of("A -> B  10 km  0.1 m/s  2 m3/s")
            .conservative("Cl")
            .boundary("A", 2, "Cl", 4)
            .load("A", "Cl", load_g_per_s)
            .study();
    return Runner.run(study, Scenario.BASELINE, Options.of(50, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e17, 1e30, 1e45, 1e300})
  void isRefused(double load_g_per_s) {
    Outcome outcome = run(load_g_per_s);
    assertTrue(outcome.result().isEmpty());
    Problem problem = outcome.problems().getLast();
    assertEquals("concentration_beyond_range", problem.code());
    assertEquals("Cl", problem.expected());
    assertTrue(problem.found().startsWith("A-B ("), problem.found());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e10, 1e16})
  void isComputed(double load_g_per_s) {
    assertTrue(run(load_g_per_s).result().isPresent());
  }
}
