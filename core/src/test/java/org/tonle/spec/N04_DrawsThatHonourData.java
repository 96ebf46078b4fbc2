package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonle.draw.StandardNormals;
import org.tonle.fit.EnsembleSmoother;
import org.tonle.fit.FitTarget;
import org.tonle.model.Observation;
import org.tonle.model.Observation.Bound;
import org.tonle.model.Provenance;

/// FEATURE UNDER TEST: the ensemble smoother against the exact posterior of a linear problem. ln y
/// = z₁ with z₁ standard normal, observed ln y = 1 with variance 0.25: posterior mean 1 / (1 +
/// 0.25) = 0.8, variance 0.25 / 1.25 = 0.2. z₂ has no influence and stays standard normal.
class N04_DrawsThatHonourData {
  private static final int DRAWS = 4000;

  private static FitTarget target(double value, Bound bound) {
    return new FitTarget(
        new Observation(
            "s",
            "p",
            Optional.<LocalDate>empty(),
            List.of(),
            "X",
            Observation.Statistic.MEAN,
            1,
            value,
            bound,
            Observation.Use.FIT,
            "",
            Provenance.NONE),
        value,
        1);
  }

  private static double[][] conditioned(FitTarget... targets) {
    double[] variance = new double[targets.length];
    java.util.Arrays.fill(variance, 0.25);
    double[][] prior = {
      StandardNormals.of(1, "z", "1", DRAWS), StandardNormals.of(1, "z", "2", DRAWS)
    };
    return new EnsembleSmoother(List.of(targets), variance, 5)
        .condition(
            prior,
            z -> {
              List<double[]> simulated = new ArrayList<>();
              for (int j = 0; j < targets.length; j++) {
                double[] y = new double[DRAWS];
                for (int d = 0; d < DRAWS; d++) {
                  y[d] = StrictMath.exp(z[0][d]);
                }
                simulated.add(y);
              }
              return simulated.toArray(double[][]::new);
            });
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
        / (values.length - 1);
  }

  // four standard errors of 4000 draws: 4 √(0.2/4000) = 0.03; of a variance 4 · 0.2 √(2/4000) =
  // 0.02
  @Test
  void theExactPosteriorOfALinearProblem() {
    double[][] z = conditioned(target(StrictMath.E, Bound.EXACT));
    assertEquals(0.8, mean(z[0]), 0.03);
    assertEquals(0.2, variance(z[0]), 0.02);
    assertEquals(0, mean(z[1]), 0.07);
    assertEquals(1, variance(z[1]), 0.1);
  }

  // two like observations: mean 2 · 4 / (1 + 8) = 0.8889, variance 1 / (1 + 8) = 0.1111
  @Test
  void moreDataNarrowsFurther() {
    FitTarget one = target(StrictMath.E, Bound.EXACT);
    double[][] z = conditioned(one, one);
    assertEquals(8 / 9.0, mean(z[0]), 0.03);
    assertEquals(1 / 9.0, variance(z[0]), 0.015);
  }

  // y < e^3 holds in nearly every draw (z₁ < 3): almost nothing moves
  @Test
  void aBoundThatHoldsMovesNothing() {
    double[][] z = conditioned(target(StrictMath.exp(3), Bound.BELOW));
    assertEquals(0, mean(z[0]), 0.07);
    assertEquals(1, variance(z[0]), 0.1);
  }
}
