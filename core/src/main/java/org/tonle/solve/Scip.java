package org.tonle.solve;

/// SCIP: another solver, for a second opinion. It uses one thread.
final class Scip implements Solver {
  private static final int OPTIMAL = 1;
  private static final int INFEASIBLE = 2;
  private static final int UNBOUNDED = 3;
  private static final int INFEASIBLE_OR_UNBOUNDED = 4;
  private static final int TIME_LIMIT = 23;
  private static final int GAP_LIMIT = 25;

  private static final double FEASIBILITY = 1e-8;

  /// A watch is asked this often; the library solves on from where it was.
  private static final double SLICE_S = 0.2;

  @Override
  public String name() {
    return "SCIP";
  }

  @Override
  public String version() {
    ScipLibrary library = ScipLibrary.get();
    return library.majorVersion.integer()
        + "."
        + library.minorVersion.integer()
        + "."
        + library.techVersion.integer();
  }

  @Override
  public Answer solve(Program program, Limits limits, Watch watch) {
    limits.requireFor(program);
    if (program.columnCount() == 0) {
      return SolverAnswers.withoutColumns(program);
    }
    Handover handover = Handover.of(program);
    try (ScipModel model = new ScipModel(ScipLibrary.get(), handover)) {
      model.set("limits/gap", limits.gap());
      model.set("randomization/randomseedshift", Math.abs(limits.seed() % 1_000_000));
      // Nearer to the tolerances of HiGHS than SCIP's own 1e-6.
      model.set("numerics/feastol", FEASIBILITY);
      if (limits.start().length > 0) {
        model.start(limits.start());
      }
      int code = run(model, limits.seconds(), watch, handover.costUnit);
      return answer(program, model, code, handover.costUnit);
    }
  }

  private static int run(ScipModel model, double limit_s, Watch watch, double costUnit) {
    double end_s = Math.min(limit_s, Handover.INFINITE);
    double slice_s = watch.equals(Watch.NONE) ? end_s : SLICE_S;
    while (true) {
      double until_s = Math.min(end_s, model.seconds() + slice_s);
      model.set("limits/time", until_s);
      int code = model.run();
      if (code != TIME_LIMIT || until_s == end_s) {
        return code;
      }
      if (!watch.goesOn(model.primalBound() * costUnit, model.dualBound() * costUnit)) {
        return code;
      }
    }
  }

  private static Answer answer(Program program, ScipModel model, int code, double costUnit) {
    double seconds = model.seconds();
    return switch (code) {
      case INFEASIBLE -> SolverAnswers.infeasible(seconds);
      case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED -> unboundedIfFeasible(model);
      default -> {
        Status status = code == OPTIMAL || code == GAP_LIMIT ? Status.OPTIMAL : Status.FEASIBLE;
        double bound = model.dualBound() * costUnit;
        Answer found = new Answer(status, 0, bound, model.values(), seconds);
        yield found.values().length == 0
            ? SolverAnswers.nothing(bound, seconds)
            : SolverAnswers.found(found, program, Scip::solveContinuous)
                .orElseGet(() -> SolverAnswers.nothing(bound, seconds));
      }
    };
  }

  private static double[] solveContinuous(Handover fixed) {
    try (ScipModel model = new ScipModel(ScipLibrary.get(), fixed)) {
      model.set("numerics/feastol", FEASIBILITY);
      return model.run() == OPTIMAL ? model.values() : new double[0];
    }
  }

  private static Answer unboundedIfFeasible(ScipModel model) {
    model.forgetCosts();
    return switch (model.run()) {
      case OPTIMAL, GAP_LIMIT -> SolverAnswers.unbounded(model.seconds());
      case INFEASIBLE -> SolverAnswers.infeasible(model.seconds());
      default -> SolverAnswers.nothing(Double.NEGATIVE_INFINITY, model.seconds());
    };
  }
}
