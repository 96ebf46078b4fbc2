package org.tonle.solve;

/// A solver of linear programs with integer columns.
///
/// SolverAnswers are those of a library and must not be trusted: callers round what is a choice,
/// and recompute feasibility and cost by their own arithmetic ({@link Program#violation}).
public interface Solver {
  /// The least-cost values of the columns, or the best found within the limits.
  Answer solve(Program program, Limits limits, Watch watch);

  String name();

  String version();

  /// How a solve ended.
  enum Status {
    /// Values are within the gap of the least cost.
    OPTIMAL,
    /// The solver stopped at a limit or was interrupted, and has values.
    FEASIBLE,
    INFEASIBLE,
    /// The cost falls without end.
    UNBOUNDED,
    /// The solver stopped at a limit or was interrupted, and has no values.
    NOTHING
  }

  /// What a solver found.
  ///
  /// `cost` is computed from `values` and is +∞ where there are none. No values that satisfy the
  /// program cost less than `bound`, which is −∞ where nothing is known. Integer columns have
  /// integer values.
  record Answer(Status status, double cost, double bound, double[] values, double seconds) {
    /// An upper bound of the share of the cost that could be saved.
    public double gap() {
      if (values.length == 0 && status != Status.OPTIMAL) {
        return Double.POSITIVE_INFINITY;
      }
      return cost == bound ? 0 : (cost - bound) / Math.abs(cost);
    }
  }

  /// A caller that is told of progress and may stop a solve.
  @FunctionalInterface
  interface Watch {
    Watch NONE = (_, _) -> true;

    /// Called now and then with the cost of the best values so far (+∞ for none) and the bound (−∞
    /// for none), from the thread of the solver. Interrupts the solver where it answers false.
    boolean goesOn(double best, double bound);
  }
}
