package org.tonle.solve;

import java.util.Optional;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;
import org.tonle.solve.Solver.Watch;

/// One solve by HiGHS.
///
/// The library fails now and then, or its integers do not hold as integers. It is then tried once
/// more with presolve the other way and a tolerance that leaves integers no play.
final class HighsSolve {
  private static final double TOLERANCE = 1e-6;
  private static final double STRICT_TOLERANCE = 1e-9;

  /// Coefficients of a program that may be hard to find first values for.
  private static final int LARGE = 20_000;

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

  private final HighsLibrary library = HighsLibrary.get();
  private final Program program;
  private final Limits limits;
  private final Watch watch;
  private final Handover handover;
  private double seconds;

  HighsSolve(Program program, Limits limits, Watch watch) {
    this.program = program;
    this.limits = limits;
    this.watch = watch;
    handover = Handover.of(program);
  }

  Answer solve(boolean presolves) {
    return attempt(presolves, TOLERANCE)
        .or(() -> attempt(!presolves, STRICT_TOLERANCE))
        .orElseThrow(() -> new IllegalStateException("HiGHS could not solve a program."));
  }

  /// An answer, or none where the library failed or its values do not hold.
  private Optional<Answer> attempt(boolean presolves, double tolerance) {
    try (HighsModel model = new HighsModel(library, handover)) {
      set(model);
      model.set("presolve", presolves ? "choose" : "off");
      model.set("mip_feasibility_tolerance", tolerance);
      if (limits.start().length > 0) {
        model.start(limits.start());
      }
      int code = run(model);
      double before = seconds;
      seconds += model.seconds();
      return code == HighsModel.FAILED
          ? Optional.empty()
          : answer(model, code).map(answer -> later(answer, before));
    }
  }

  private static Answer later(Answer answer, double before) {
    return new Answer(
        answer.status(), answer.cost(), answer.bound(), answer.values(), answer.seconds() + before);
  }

  private void set(HighsModel model) {
    model.set("threads", limits.threads());
    model.set("parallel", limits.threads() > 1 ? "on" : "off");
    model.set("random_seed", limits.seed());
    model.set("time_limit", Math.max(0, limits.seconds() - seconds));
    model.set("mip_rel_gap", limits.gap());
    model.set("mip_abs_gap", 0.0);
    // A search for first values that takes 15 ms however small the program is.
    model.set("mip_heuristic_run_feasibility_jump", handover.index.length > LARGE);
  }

  /// The library keeps its threads, and refuses another number of them.
  private int run(HighsModel model) {
    if (limits.threads() == 1) {
      return model.run(watch, handover.costUnit);
    }
    library.resetThreads.call(1);
    try {
      return model.run(watch, handover.costUnit);
    } finally {
      library.resetThreads.call(1);
    }
  }

  private Optional<Answer> answer(HighsModel model, int code) {
    double bound =
        program.hasIntegers()
            ? model.number("mip_dual_bound") * handover.costUnit
            : Double.NEGATIVE_INFINITY;
    return switch (code) {
      case OPTIMAL -> found(model, Status.OPTIMAL, program.hasIntegers() ? bound : -bound);
      case INFEASIBLE -> Optional.of(SolverAnswers.infeasible(model.seconds()));
      case UNBOUNDED, UNBOUNDED_OR_INFEASIBLE -> unboundedIfFeasible(model);
      case TIME_LIMIT, ITERATION_LIMIT, SOLUTION_LIMIT, INTERRUPT, UNKNOWN ->
          model.integer("primal_solution_status") == HAS_VALUES
              ? found(model, Status.FEASIBLE, bound)
              : Optional.of(SolverAnswers.nothing(bound, model.seconds()));
      default -> Optional.empty();
    };
  }

  private Optional<Answer> found(HighsModel model, Status status, double bound) {
    Answer found = new Answer(status, 0, bound, model.values(), model.seconds());
    return SolverAnswers.found(found, program, this::solveContinuous);
  }

  private double[] solveContinuous(Handover fixed) {
    try (HighsModel model = new HighsModel(library, fixed)) {
      model.set("threads", limits.threads());
      return model.run(Watch.NONE, 1) == OPTIMAL ? model.values() : new double[0];
    }
  }

  /// The library says so of the relaxation, and may not know whether integers satisfy the program.
  private Optional<Answer> unboundedIfFeasible(HighsModel model) {
    model.costs(new double[handover.columns]);
    return switch (model.run(Watch.NONE, 1)) {
      case OPTIMAL, EMPTY -> Optional.of(SolverAnswers.unbounded(model.seconds()));
      case INFEASIBLE -> Optional.of(SolverAnswers.infeasible(model.seconds()));
      case TIME_LIMIT ->
          Optional.of(SolverAnswers.nothing(Double.NEGATIVE_INFINITY, model.seconds()));
      default -> Optional.empty();
    };
  }
}
