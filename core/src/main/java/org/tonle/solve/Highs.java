package org.tonle.solve;

/// HiGHS: the solver to use, called by its C functions.
///
/// Integers are exact to 1e-9, since a choice that is off by 1e-6 may move a row by far more than
/// its tolerance.
final class Highs implements Solver {
  private static final double INTEGER_TOLERANCE = 1e-9;

  private static final int EMPTY = 6;
  private static final int OPTIMAL = 7;
  private static final int INFEASIBLE = 8;
  private static final int UNBOUNDED_OR_INFEASIBLE = 9;
  private static final int UNBOUNDED = 10;
  private static final int TIME_LIMIT = 13;
  private static final int ITERATION_LIMIT = 14;
  private static final int UNKNOWN = 15;
  private static final int SOLUTION_LIMIT = 16;
  private static final int INTERRUPT = 17;

  /// The library's word for values that satisfy the program.
  private static final int HAS_VALUES = 2;

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
    return HighsLibrary.get().version.address().reinterpret(64).getString(0);
  }

  @Override
  public Answer solve(Program program, Limits limits, Watch watch) {
    limits.requireFor(program);
    if (program.columnCount() == 0) {
      return Answers.withoutColumns(program);
    }
    Handover handover = new Handover(program);
    HighsLibrary library = HighsLibrary.get();
    try (HighsModel model = new HighsModel(library, handover)) {
      set(model, limits);
      if (limits.start().length > 0) {
        model.start(limits.start());
      }
      if (limits.threads() > 1) {
        library.resetThreads.call(1);
      }
      try {
        int code = model.run(watch, handover.costUnit);
        return answer(program, handover, model, code);
      } finally {
        if (limits.threads() > 1) {
          library.resetThreads.call(1);
        }
      }
    }
  }

  private void set(HighsModel model, Limits limits) {
    model.set("threads", limits.threads());
    model.set("parallel", limits.threads() > 1 ? "on" : "off");
    model.set("random_seed", limits.seed());
    model.set("time_limit", limits.seconds());
    model.set("mip_rel_gap", limits.gap());
    model.set("mip_abs_gap", 0.0);
    model.set("mip_feasibility_tolerance", INTEGER_TOLERANCE);
    model.set("presolve", presolves ? "choose" : "off");
  }

  private static Answer answer(Program program, Handover handover, HighsModel model, int code) {
    double seconds = model.seconds();
    return switch (code) {
      case OPTIMAL -> {
        double[] values = Answers.rounded(program, model.values());
        double cost = program.costOf(values);
        double bound =
            program.hasIntegers() ? model.number("mip_dual_bound") * handover.costUnit : cost;
        yield new Answer(Status.OPTIMAL, cost, Math.min(bound, cost), values, seconds);
      }
      case INFEASIBLE -> Answers.infeasible(seconds);
      case UNBOUNDED, UNBOUNDED_OR_INFEASIBLE -> unboundedIfFeasible(handover, model);
      case TIME_LIMIT, ITERATION_LIMIT, SOLUTION_LIMIT, INTERRUPT, UNKNOWN ->
          stopped(program, handover, model, seconds);
      default -> throw new IllegalStateException("HiGHS ended with its code " + code + ".");
    };
  }

  private static Answer stopped(
      Program program, Handover handover, HighsModel model, double seconds) {
    double bound =
        program.hasIntegers()
            ? model.number("mip_dual_bound") * handover.costUnit
            : Double.NEGATIVE_INFINITY;
    if (model.integer("primal_solution_status") != HAS_VALUES) {
      return Answers.nothing(bound, seconds);
    }
    double[] values = Answers.rounded(program, model.values());
    double cost = program.costOf(values);
    return new Answer(Status.FEASIBLE, cost, Math.min(bound, cost), values, seconds);
  }

  /// The library says so of the relaxation, and may not know whether integers satisfy the program.
  private static Answer unboundedIfFeasible(Handover handover, HighsModel model) {
    model.costs(new double[handover.columns]);
    int code = model.run(Watch.NONE, 1);
    return switch (code) {
      case OPTIMAL, EMPTY -> Answers.unbounded(model.seconds());
      case INFEASIBLE -> Answers.infeasible(model.seconds());
      default -> Answers.nothing(Double.NEGATIVE_INFINITY, model.seconds());
    };
  }
}
