package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.draw.StandardNormals;
import org.tonle.measure.VarianceShares;

/// FEATURE UNDER TEST: first-order variance shares from draws, on the function of Ishigami and
/// Homma (1990), y = sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on [-π, π]³. In closed form: V = a²/8 + b
/// π⁴/5 + b² π⁸/18 + 1/2 = 13.8446; V₁ = (1 + b π⁴/5)²/2 = 4.3459, V₂ = a²/8 = 6.125, V₃ = 0:
/// shares 0.3139, 0.4424, 0.
class N03_WhatMeasuringIsWorth {
  private static final int DRAWS = 16_384;

  private static double[] uniform(String name) {
    double[] x = StandardNormals.of(7, "ishigami", name, DRAWS);
    Integer[] order = new Integer[DRAWS];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> x[i]));
    for (int rank = 0; rank < DRAWS; rank++) {
      x[order[rank]] = StrictMath.PI * (2 * (rank + 0.5) / DRAWS - 1);
    }
    return x;
  }

  @Test
  void theFunctionOfIshigami() {
    double[] x1 = uniform("x1");
    double[] x2 = uniform("x2");
    double[] x3 = uniform("x3");
    double[] y = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double sin2 = StrictMath.sin(x2[i]);
      y[i] = StrictMath.sin(x1[i]) * (1 + 0.1 * StrictMath.pow(x3[i], 4)) + 7 * sin2 * sin2;
    }
    assertEquals(0.3139, new VarianceShares(x1).of(y), 0.02);
    assertEquals(0.4424, new VarianceShares(x2).of(y), 0.02);
    assertEquals(0, new VarianceShares(x3).of(y), 0.02);
  }

  @Test
  void anOutputThatDoesNotVaryHasNoShares() {
    assertEquals(0, new VarianceShares(uniform("x1")).of(new double[DRAWS]), 0);
  }
}
