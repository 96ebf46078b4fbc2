package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.agreement.Agreement;
import org.tonle.assess.agreement.Grade;

/// FEATURE UNDER TEST: measures of agreement and the grades of Moriasi et al. (2015).
class N02_MeasuresOfAgreement {
  // observed 1 2 3 4, simulated 1 2 3 6: mean 2.5 and 3, Σ d² = 4, Σ (o - mean)² = 5,
  // Σ (s - mean)² = 4 + 1 + 0 + 9 = 14, Σ os = (-1.5)(-2) + (-0.5)(-1) + 0 + 1.5 · 3 = 8
  // r = 8/√70 = 0.956183, r² = 0.914286; NSE = 1 - 4/5 = 0.2; PBIAS = 100 (10 - 12)/10 = -20 %
  // KGE = 1 - √((r - 1)² + (√(14/5) - 1)² + (3/2.5 - 1)²) = 1 - √(0.00192 + 0.453340 + 0.04) =
  // 0.296252
  @Test
  void allMeasuresTogether() {
    Agreement a = Agreement.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 6}, Double.NaN);
    assertEquals(0.5, a.bias(), 1e-12);
    assertEquals(1, a.rmse(), 1e-12);
    assertEquals(64 / 70.0, a.r2(), 1e-12);
    assertEquals(0.2, a.nse(), 1e-12);
    assertEquals(-20, a.percentBias(), 1e-12);
    assertEquals(0.296239, a.kge(), 1e-6);
    assertEquals(StrictMath.log(1.5) / 2, a.logRmse(), 1e-12);
  }

  @Test
  void aPerfectModelHasNoError() {
    double[] same = {0.3, 0.7, 2};
    Agreement a = Agreement.of(same, same, 1);
    assertEquals(0, a.rmse(), 0);
    assertEquals(1, a.nse(), 0);
    assertEquals(1, a.kge(), 1e-12);
  }

  // limits of satisfactory: nitrogen R² > 0.30, phosphorus R² > 0.40, NSE > 0.35, |PBIAS| ≤ 30 %
  @Test
  void gradesAreThoseOfThePublication() {
    Agreement good = new Agreement(9, 0, 1, 0.35, 0.36, 0.5, -30, 0, 0.9);
    assertEquals(Grade.SATISFACTORY, good.grade(Grade.Subject.of("TN")));
    assertEquals(Grade.NOT_SATISFACTORY, good.grade(Grade.Subject.of("TP")));
    assertEquals(Grade.NONE, good.grade(Grade.Subject.of("TSS")));
    Agreement biased = new Agreement(9, 0, 1, 0.9, 0.9, 0.5, 31, 0, 0.9);
    assertEquals(Grade.NOT_SATISFACTORY, biased.grade(Grade.Subject.NITROGEN));
    assertEquals(List.of(Grade.Measure.PBIAS), biased.missed(Grade.Subject.NITROGEN));
    assertEquals(List.of(Grade.Measure.R2), good.missed(Grade.Subject.PHOSPHORUS));
    assertEquals(List.of(), good.missed(Grade.Subject.OTHER));
    Agreement none = new Agreement(9, 0, 1, 0.3, 0.35, 0.5, -30.1, 0, 0.9);
    assertEquals(List.of(Grade.Measure.values()), none.missed(Grade.Subject.NITROGEN));
  }

  @Test
  void oneOrNoPairHasNoMeasureOfSpread() {
    assertTrue(Double.isNaN(Agreement.of(new double[] {1}, new double[] {2}, 1).nse()));
    assertTrue(Double.isNaN(Agreement.of(new double[0], new double[0], 1).bias()));
    assertEquals(
        Grade.NONE,
        Agreement.of(new double[] {1}, new double[] {2}, 1).grade(Grade.Subject.NITROGEN));
  }
}
