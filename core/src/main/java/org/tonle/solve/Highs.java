package org.tonle.solve;

/// HiGHS: the solver to use, called by its C functions.
final class Highs implements Solver {
  private final boolean presolves;

  Highs(boolean presolves) {
    this.presolves = presolves;
  }

  @Override
  public String name() {
    return "HiGHS";
  }

  @Override
  public String version() {
    return NativeFunction.sized(HighsLibrary.get().version.address(), 64).getString(0);
  }

  @Override
  public Answer solve(Program program, Limits limits, Watch watch) {
    limits.requireFor(program);
    if (program.columnCount() == 0) {
      return SolverAnswers.withoutColumns(program);
    }
    return new HighsSolve(program, limits, watch).solve(presolves);
  }
}
