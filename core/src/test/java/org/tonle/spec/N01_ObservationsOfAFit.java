package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonle.fit.FitRunner;
import org.tonle.fit.Solution;
import org.tonle.model.Observation.Bound;
import org.tonle.model.Parameter;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: how a fit treats odd observations: no observation, a single one, zero,
/// bounds, two stations at one place. A load of 100 g/s in 10 m³/s is 10 mg/L; the fit scales the
/// load.
class N01_ObservationsOfAFit {
  private static River river() {
    return River.of("A -> B  1 km  0 d  10 m3/s")
        .conservative("Cl")
        .boundary("A", 10, "Cl", 0)
        .load("A", "Cl", 100)
        .parameter(Parameter.Kind.LOAD, "industry", 1);
  }

  private static Solution fit(River river) {
    FitRunner runner = FitRunner.of(river.study());
    return runner.solve(runner.starts(Optional.empty()));
  }

  private static List<String> problems(River river) {
    return FitRunner.of(river.study()).problems().stream().map(Problem::code).toList();
  }

  @Test
  void noObservationIsAnError() {
    assertEquals(List.of("nothing_to_fit"), problems(river()));
    assertFalse(FitRunner.of(river().study()).isPossible());
  }

  // 20 mg/L: twice the load; one observation leaves no degree of freedom
  @Test
  void oneObservationIsMetButTellsNoError() {
    River one = river().observed("B", "Cl", 20);
    assertEquals(List.of("fewer_observations_than_parameters"), problems(one));
    Solution found = fit(one);
    assertEquals(2, found.values()[0], 1e-9);
    assertFalse(found.isIdentifiable());
    assertTrue(Double.isNaN(found.estimates().getFirst().standardError()));
  }

  // 5 and 20 mg/L at one place: the mean of logs is 10; each residual is ln 2; s² = 2 ln²2 / 1,
  // standard error of ln f = s / √2 = ln 2
  @Test
  void twoStationsAtOnePlaceBothCount() {
    Solution found = fit(river().observed("B", "Cl", 5).observed("B", "Cl", 20));
    assertEquals(1, found.values()[0], 1e-9);
    assertEquals(2 * StrictMath.log(2) * StrictMath.log(2), found.sse(), 1e-12);
    assertEquals(StrictMath.log(2), found.estimates().getFirst().standardError(), 1e-9);
  }

  @Test
  void zeroIsNamedAndLeftOut() {
    River river = river().observed("B", "Cl", 0).observed("B", "Cl", 20).observed("B", "Cl", 20);
    assertEquals(List.of("observation_of_zero"), problems(river));
    assertEquals(2, fit(river).values()[0], 1e-9);
  }

  // "<30" and ">5" hold at 20 mg/L and pull at nothing; "<10" pulls down: with 20 exact and <10 the
  // best is their mean of logs, 14.1421 mg/L
  @Test
  void boundsAreIntervals() {
    River kept = river().observed("B", "Cl", 20).observed("B", "Cl", 30, Bound.BELOW);
    kept.observed("B", "Cl", 5, Bound.ABOVE);
    assertEquals(2, fit(kept).values()[0], 1e-6);
    River broken = river().observed("B", "Cl", 20).observed("B", "Cl", 10, Bound.BELOW);
    assertEquals(StrictMath.sqrt(2), fit(broken).values()[0], 1e-6);
  }

  @Test
  void noParametersIsAnError() {
    River river =
        River.of("A -> B  1 km  0 d  10 m3/s")
            .conservative("Cl")
            .boundary("A", 10, "Cl", 1)
            .observed("B", "Cl", 1);
    assertEquals(List.of("no_parameters"), problems(river));
  }

  // Two loads at one place cannot be told apart by what flows below them.
  @Test
  void whatTheDataCannotTellIsSaid() {
    River river =
        River.of("A -> B  1 km  0 d  10 m3/s")
            .conservative("Cl")
            .boundary("A", 10, "Cl", 5)
            .load("A", "Cl", 100)
            .parameter(Parameter.Kind.LOAD, "industry", 1)
            .parameter(Parameter.Kind.WATER, "", 1);
    river.observed("B", "Cl", 20).observed("A", "Cl", 22).observed("B", "Cl", 19);
    Solution found = fit(river);
    assertFalse(found.isIdentifiable());
    assertTrue(found.condition() > Solution.WORST_CONDITION);
  }

  // the river turns: the load observed at C would have to go on to A or to D by season
  @Test
  void observedLoadsDoNotGoOnWhereARiverTurns() {
    River turning =
        River.of("A -> C  1 km  0 d  -4|4 m3/s\nB -> C  1 km  0 d  4 m3/s")
            .season("dry", 200)
            .season("wet", 165.25)
            .conservative("Cl")
            .boundary("B", 4, "Cl", 5)
            .load("B", "Cl", 100)
            .observed("C", "Cl", 30)
            .observed("B", "Cl", 30)
            .parameter(Parameter.Kind.LOAD, "industry", 1)
            .conditioned();
    assertTrue(problems(turning).contains("conditioned_not_possible"), problems(turning)::toString);
    assertFalse(FitRunner.of(turning.study()).isPossible());
  }
}
