package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.fit.ErrorEstimate;
import org.tonle.fit.LeaveOut;
import org.tonle.model.Limit;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: the model error is what stations show that the model has not seen, less what
/// the spreads of the inputs and the number of samples explain. A load of 100 g/s in 10 m³/s is 10
/// mg/L; stations found 20, 5, 10, 40 and 2.5, logarithms ±ln 2, 0 and ±2 ln 2 away: mean square 2
/// ln²2 = 0.960906.
class N07_StationsLeftOut {
  private static River river() {
    return River.of("A -> B  1 km  0 d  10 m3/s")
        .conservative("Cl")
        .boundary("A", 10, "Cl", 0)
        .load("A", "Cl", 100);
  }

  private static River observed(River river) {
    return river
        .observed("B", "Cl", 20)
        .observed("B", "Cl", 5)
        .observed("B", "Cl", 10)
        .observed("B", "Cl", 40)
        .observed("B", "Cl", 2.5);
  }

  private static LeaveOut.Found found(Study study) {
    return LeaveOut.of(study, Options.of(20_000, 1), station -> {});
  }

  private static ErrorEstimate one(River river) {
    List<ErrorEstimate> all = found(river.study()).estimates();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  // √0.960906 = 0.980258. The band of the four others holds each: 40 by √1.5 ln 2 * 1.645 = 1.396
  // > 2 ln 2 = 1.386.
  @Test
  void withoutSpreadsItIsTheWholeResidual() {
    ErrorEstimate e = one(observed(river()));
    assertEquals(0.980258, e.spread(), 1e-6);
    assertEquals(5, e.stations());
    assertTrue(e.isEstimated());
    assertFalse(e.isLake());
    assertEquals(5, e.means().count());
    assertEquals(5, e.means().after());
    assertEquals(new ErrorEstimate.Coverage(0, 0, 0), e.samples());
  }

  // A load of CV 0.5: σ² = 0.223144, and its logarithm is 0.111572 below that of its mean:
  // 0.960906 + 0.111572² - 0.223144 = 0.750210, √ = 0.866147
  @Test
  void spreadsOfInputsExplainAPart() {
    River spread = river().spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.5);
    assertEquals(0.866147, one(observed(spread)).spread(), 0.01);
  }

  // Samples of CV 0.6, one each: 0.960906 - ln 1.36 = 0.653421, √ = 0.808344
  @Test
  void samplesExplainAPart() {
    River sampled =
        River.of("A -> B  1 km  0 d  10 m3/s")
            .conservative("Cl")
            .sampleCv(0.6)
            .boundary("A", 10, "Cl", 10);
    assertEquals(0.808344, one(observed(sampled)).spread(), 1e-6);
  }

  // Stations at 8, 8, 8, 8 and 2 mg/L, all fitted. Without one of the first the fit is at 8 / 4^¼
  // and the residual ln 4 / 4; without the last it is at 8 and the residual -ln 4:
  // (4 * 0.120113 + 1.921812) / 5 = 0.480453 = ln²2
  @Test
  void aFittedStationIsComparedWithAFitWithoutIt() {
    River fitted = river().parameter(Parameter.Kind.LOAD, "industry", 1);
    for (double value : new double[] {8, 8, 8, 8, 2}) {
      fitted.observed("B", "Cl", value);
    }
    LeaveOut.Found found = found(fitted.study());
    assertEquals(5, found.refitted().size());
    assertEquals(StrictMath.log(2), found.estimates().getFirst().spread(), 1e-6);
  }

  // A bound counts for the coverage only; two stations show no spread of their own, but contradict
  // one that is too small: √((1 + 1) / 2) ln 2
  @Test
  void fewStationsKeepTheSpreadOfOthers() {
    River few =
        river()
            .observed("B", "Cl", 20)
            .observed("B", "Cl", 5)
            .observed("B", "Cl", 90, Observation.Bound.BELOW);
    Study study = few.modelError("Cl", Limit.Waterbody.ALL, 3).study();
    ErrorEstimate e = found(study).estimates().getFirst();
    assertFalse(e.isEstimated());
    assertEquals(3, e.spread());
    assertEquals(2, e.observations());
    Study sure = study.withModelErrors(List.of());
    assertEquals(StrictMath.log(2), found(sure).estimates().getFirst().spread(), 1e-6);
  }

  // Oxygen: 6 mg/L simulated; 8, 4, 7, 5, 6 found: √((4 + 4 + 1 + 1) / 5) = 1.414214 mg/L
  @Test
  void oxygenHasAnErrorInMilligrams() {
    River oxygen = River.of("A -> B  1 km  0 d  10 m3/s").linked("DO").boundary("A", 10, "DO", 6);
    for (double value : new double[] {8, 4, 7, 5, 6}) {
      oxygen.observed("B", "DO", value);
    }
    assertEquals(1.414214, one(oxygen).spread(), 1e-6);
  }
}
