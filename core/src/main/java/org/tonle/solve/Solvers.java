package org.tonle.solve;

/// The solvers there are. Both are loaded on first use, which fails with a {@link
/// MissingSolverException} where the machine has none.
public final class Solvers {
  private Solvers() {}

  /// The solver to use.
  public static Solver highs() {
    return new Highs(true);
  }

  /// The solver to use without its presolve, to test that its answers are the same.
  public static Solver highsWithoutPresolve() {
    return new Highs(false);
  }

  /// Another solver, for a second opinion.
  public static Solver scip() {
    return new Scip();
  }
}
