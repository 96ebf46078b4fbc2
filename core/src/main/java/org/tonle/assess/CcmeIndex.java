package org.tonle.assess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Tie;

/// CCME water quality index 1.0 of the Canadian Council of Ministers of the Environment (2001): how
/// many variables fail, how often, and by how much; 100 is best.
///
/// @param f1 scope, % of variables that fail at least once
/// @param f2 frequency, % of tests that fail
/// @param f3 amplitude, 0..100
/// @param value the index
public record CcmeIndex(double f1, double f2, double f3, double value) {
  /// √3 as the manual writes it.
  private static final double DIVISOR = 1.732;

  /// Test of one measured value against its limits; a limit is NaN if there is none.
  ///
  /// @param lower value must be at least this
  /// @param upper value must be at most this
  public record Test(String variable, double value, double lower, double upper) {
    /// Amount by which the limit is missed, over the limit (over the value for lower limits); 0 =
    /// met.
    double excursion() {
      if (Tie.isAbove(value, upper)) {
        return value / upper - 1;
      }
      return Tie.isBelow(value, lower) ? lower / value - 1 : 0;
    }
  }

  /// The index of all tests; NaN without any.
  public static CcmeIndex of(List<Test> tests) {
    Map<String, Boolean> fails = new HashMap<>();
    int failed = 0;
    double sum = 0;
    for (Test test : tests) {
      double excursion = test.excursion();
      fails.merge(test.variable(), excursion > 0, Boolean::logicalOr);
      failed += excursion > 0 ? 1 : 0;
      sum += excursion;
    }
    double f1 = 100.0 * fails.values().stream().filter(f -> f).count() / fails.size();
    double f2 = 100.0 * failed / tests.size();
    double nse = sum / tests.size();
    // A limit or a value of 0 is missed by infinitely many times the limit.
    double f3 = Double.isInfinite(nse) ? 100 : nse / (0.01 * nse + 0.01);
    return new CcmeIndex(f1, f2, f3, 100 - StrictMath.sqrt(f1 * f1 + f2 * f2 + f3 * f3) / DIVISOR);
  }

  /// Excellent from 95, good from 80, fair from 65, marginal from 45, else poor.
  public String category() {
    long rounded = StrictMath.round(value);
    return rounded >= 95
        ? "excellent"
        : rounded >= 80 ? "good" : rounded >= 65 ? "fair" : rounded >= 45 ? "marginal" : "poor";
  }
}
