package org.tonle.solve;

import java.util.Optional;
import java.util.function.Function;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;

/// Answers as every solver gives them.
final class SolverAnswers {
  private static final double[] NO_VALUES = {};

  /// How far values may break a row of a program with integers.
  private static final double TOLERANCE = 1e-6;

  private static final double WORTH_MENDING = 1e-7;

  private SolverAnswers() {}

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

  /// An answer of values that a library found, at the cost they have. Its integers are off by up to
  /// its tolerance, and as integers they may break a row; then the other columns are solved for
  /// anew.
  ///
  /// Nothing where the program does not hold at these integers.
  static Optional<Answer> found(
      Answer found, Program program, Function<Handover, double[]> solveContinuous) {
    double[] values = rounded(program, found.values().clone());
    if (program.hasIntegers() && program.violation(values) > WORTH_MENDING) {
      double[] again = solveContinuous.apply(Handover.of(program).withIntegersFixed(values));
      if (again.length == 0) {
        return Optional.empty();
      }
      values = rounded(program, again);
      if (program.violation(values) > TOLERANCE) {
        return Optional.empty();
      }
    }
    double cost = program.costOf(values);
    double bound = Math.min(found.bound(), cost);
    return Optional.of(new Answer(found.status(), cost, bound, values, found.seconds()));
  }

  /// Integers as integers, and all within their bounds.
  private static double[] rounded(Program program, double[] values) {
    for (int c = 0; c < values.length; c++) {
      double value = program.isInteger(c) ? Math.rint(values[c]) : values[c];
      values[c] = Math.clamp(value, program.lower(c), program.upper(c)) + 0.0;
    }
    return values;
  }
}
