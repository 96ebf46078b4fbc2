package org.tonle.solve;

import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;

/// Answers as every solver gives them.
final class Answers {
  private static final double[] NO_VALUES = {};

  private Answers() {}

  static Answer infeasible(double seconds) {
    double none = Double.POSITIVE_INFINITY;
    return new Answer(Status.INFEASIBLE, none, none, NO_VALUES, seconds);
  }

  static Answer unbounded(double seconds) {
    double none = Double.NEGATIVE_INFINITY;
    return new Answer(Status.UNBOUNDED, none, none, NO_VALUES, seconds);
  }

  static Answer nothing(double bound, double seconds) {
    return new Answer(Status.NOTHING, Double.POSITIVE_INFINITY, bound, NO_VALUES, seconds);
  }

  /// Libraries refuse a program without columns.
  static Answer withoutColumns(Program program) {
    return program.violation(NO_VALUES) == 0
        ? new Answer(Status.OPTIMAL, 0, 0, NO_VALUES, 0)
        : infeasible(0);
  }

  /// Integers as integers, and all within their bounds.
  static double[] rounded(Program program, double[] values) {
    for (int c = 0; c < values.length; c++) {
      double value = program.isInteger(c) ? Math.rint(values[c]) : values[c];
      values[c] = Math.clamp(value, program.lower(c), program.upper(c)) + 0.0;
    }
    return values;
  }
}
