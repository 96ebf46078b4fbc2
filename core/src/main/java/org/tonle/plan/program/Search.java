package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tonle.plan.program.Plan.Status;
import org.tonle.solve.Limits;
import org.tonle.solve.Solver;
import org.tonle.solve.Solver.Answer;

/// Search for the answer to one question (docs/theory/plan.md, Eqs. 5–12): small programs, each
/// with what the last choice taught, until the bound of what is surely true meets a plan that
/// holds.
final class Search {
  /// Gap of the first programs: what they teach does not depend on the last per cent.
  private static final double FIRST_GAP = 0.005;

  private static final double COARSEST = 0.03;
  private static final double COARSE_PARTS = 6;

  /// Gap of the program that leaves least: it need not be exact.
  private static final double FIRST_PLAN_GAP = 0.02;

  /// Programs that lead to a plan, in a row.
  private static final int LEADING = 4;

  private final ChoiceArrays arrays;
  private final CutPool pool;
  private final Solver solver;
  private final PlanQuestion question;
  private final Effort effort;
  private final Ledger ledger;
  private final Master master;
  private final Separator separator;
  private final long began;

  private @Nullable Selection best;
  private double measure = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private double gap;
  private int rounds;
  private boolean isStopped;
  private boolean hasDraws;

  /// Whether draws of some limits are columns: one program then leads to the end.
  private boolean isDeep;

  /// Whether the next program is solved to the gap, however far plan and bound lie apart.
  private boolean isSharp;

  Search(ChoiceArrays arrays, CutPool pool, Solver solver, PlanQuestion question, Effort effort) {
    this.arrays = arrays;
    this.pool = pool;
    this.solver = solver;
    this.question = question;
    this.effort = effort;
    began = effort.clock().getAsLong();
    ledger = new Ledger(arrays.choices, question.ceilings());
    master = new Master(arrays, question, ledger);
    separator = new Separator(arrays, pool, question, master);
    gap = StrictMath.max(FIRST_GAP, least());
  }

  /// The gap of the last programs: half is left for what lies between a bound and a plan.
  private double least() {
    return effort.gap() / 2;
  }

  private double seconds() {
    return (effort.clock().getAsLong() - began) * 1e-9;
  }

  private boolean hasTime() {
    return !isStopped && seconds() < effort.seconds();
  }

  Plan run(List<int[]> starts) {
    var all = new ArrayList<CutPool.Known>();
    for (int r : question.rows()) {
      if (question.mayFail()[r] < arrays.rows[r].draws) {
        CutPool.Known known = pool.known(r, question.mayFail()[r]);
        if (!known.isPossible && question.goalOf()[r] == PlanQuestion.REQUIRED) {
          return end(Status.IMPOSSIBLE);
        }
        all.add(known);
        hasDraws |= known.row.draws > 1;
      }
    }
    separator.addKnown(all);
    starts.forEach(this::consider);
    if (best == null && hasDraws && !question.hasGoals()) {
      considerCleanest();
    }
    if (!hasDraws) {
      gap = least();
    }
    while (hasTime() && !isDone()) {
      if (!round()) {
        break;
      }
    }
    if (measure == Double.POSITIVE_INFINITY) {
      return end(bound == Double.POSITIVE_INFINITY ? Status.IMPOSSIBLE : Status.UNKNOWN);
    }
    return end(isDone() ? Status.PROVEN : Status.FOUND);
  }

  /// The choice that leaves least over all limits: where it is a plan, a search that is stopped
  /// early has an answer.
  private void considerCleanest() {
    master.aim(separator.leaves(), false);
    var limits =
        new Limits(
            FIRST_PLAN_GAP,
            StrictMath.max(0, effort.seconds() - seconds()) / 4,
            effort.threads(),
            new double[0],
            effort.seed());
    Answer answer = solver.solve(master.program, limits, Solver.Watch.NONE);
    master.aimBack();
    if (answer.values().length > 0) {
      consider(selection(answer));
    }
  }

  private boolean isDone() {
    return isBeyond(measure, effort.gap());
  }

  private boolean isBeyond(double measure, double gap) {
    if (measure - bound <= master.rounding()) {
      bound = measure;
    }
    return Plan.gap(measure, bound, question.allWorth()) <= gap + 1e-9;
  }

  /// The gap of a program while plan and bound lie far apart: it is soon solved and teaches as
  /// much.
  private double coarse() {
    if (!hasDraws) {
      return gap;
    }
    if (isDeep) {
      return least();
    }
    double now = best == null ? 1 : Plan.gap(measure, bound, question.allWorth());
    return StrictMath.max(gap, StrictMath.min(COARSEST, now / COARSE_PARTS));
  }

  /// One bound and what its choice teaches. Answers whether it is worth going on.
  private boolean round() {
    master.setLeading(false);
    Answer answer = ask(isSharp ? gap : coarse(), true);
    if (answer.status() == Solver.Status.INFEASIBLE) {
      bound = measure;
      return false;
    }
    bound = StrictMath.min(measure, StrictMath.max(bound, master.bound(answer.bound())));
    if (answer.values().length == 0) {
      return false;
    }
    Selection selection = selection(answer);
    consider(selection);
    IntPredicate counts = counts(answer);
    boolean holds = separator.holds(selection, counts);
    boolean isNew = separator.cut(selection, counts);
    if (isDone()) {
      return false;
    }
    isDeep |= separator.deepen(selection, counts);
    if (!isNew && !isSharp) {
      isSharp = true;
      return true;
    }
    isSharp = false;
    if (!isNew || isBeyond(measure, 4 * gap)) {
      boolean canSharpen = gap > least();
      gap = gap / 8 < StrictMath.max(1e-7, least()) ? least() : gap / 8;
      if (!isNew && !canSharpen) {
        return false;
      }
    }
    if (!holds && isNew && !isDeep) {
      lead(selection, counts);
    }
    return true;
  }

  /// From a choice that fails to a plan that holds, by rows through the quantile that are kept.
  private void lead(Selection from, IntPredicate counts) {
    Selection selection = from;
    IntPredicate counting = counts;
    for (int k = 0; k < LEADING && hasTime() && !isDone(); k++) {
      separator.lead(selection, counting);
      if (!master.hasLeading()) {
        return;
      }
      master.setLeading(true);
      Answer answer = ask(coarse(), false);
      if (answer.values().length == 0) {
        master.forgetLeading();
        return;
      }
      selection = selection(answer);
      counting = counts(answer);
      double before = measure;
      consider(selection);
      separator.cut(selection, counting);
      if (separator.holds(selection, counting)) {
        if (!(measure < before)) {
          master.forgetLeading();
        }
        return;
      }
    }
  }

  private Selection selection(Answer answer) {
    return new Selection(arrays, question, ledger, master.ofSite(answer.values()));
  }

  /// Limits that a solver's answer claims to hold.
  private IntPredicate counts(Answer answer) {
    double[] values = answer.values();
    int[] goalOf = question.goalOf();
    return r -> goalOf[r] == PlanQuestion.REQUIRED || master.claims(values, goalOf[r]);
  }

  private void consider(int[] ofSite) {
    if (ofSite.length > 0) {
      consider(new Selection(arrays, question, ledger, ofSite));
    }
  }

  /// Keeps a selection, polished, if it is the best plan so far.
  private void consider(Selection found) {
    if (!found.isPlan()) {
      return;
    }
    var polished = new Selection(arrays, question, ledger, found.ofSite());
    new Polish(arrays, question, polished).run(this::hasTime);
    double now = polished.measure();
    if (now < measure) {
      measure = now;
      best = polished;
      isStopped |= !effort.watch().goesOn(measure, bound);
    }
  }

  private Answer ask(double gap, boolean isBound) {
    rounds++;
    double seconds = effort.seconds() - seconds();
    double[] start = best == null ? new double[0] : master.start(best);
    var limits =
        new Limits(gap, StrictMath.max(0, seconds), effort.threads(), start, effort.seed());
    return solver.solve(
        master.program,
        limits,
        (_, now) -> {
          double known = isBound ? StrictMath.max(bound, master.bound(now)) : bound;
          isStopped |= !effort.watch().goesOn(measure, StrictMath.min(measure, known));
          return !isStopped && !(Plan.gap(measure, known, question.allWorth()) <= effort.gap());
        });
  }

  private Plan end(Status status) {
    if (best == null) {
      double known = status == Status.IMPOSSIBLE ? Double.POSITIVE_INFINITY : bound;
      return new Plan(
          status, Double.POSITIVE_INFINITY, known, new int[0], new int[0], 0, rounds, seconds());
    }
    double missed = best.missed();
    return new Plan(status, measure, bound, best.ofSite(), best.held(), missed, rounds, seconds());
  }
}
