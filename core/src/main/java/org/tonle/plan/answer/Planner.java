package org.tonle.plan.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Cancel;
import org.tonle.solve.Solver;

/// Planner: asks for the cheapest plan, checks it with fresh draws, and asks again with the limits
/// that failed held more surely, until all hold (docs/theory/plan.md, Eq. 22).
public final class Planner {
  /// Id of the scenario that a plan makes.
  public static final String PLAN = "plan";

  private static final int MOST_ROUNDS = 20;

  private static final double SHARE_OF_TIME = 0.3;

  /// Most times that effects are computed again with the discharges that a plan makes.
  private static final int MOST_FLOWS = 3;

  /// Time for a search when the time of all is over.
  private static final double LEAST_SECONDS = 0.2;

  private final PlanRequest request;
  private final FreshCheck check;
  private final Solver solver;
  private final Effort effort;
  private final Cancel cancel;
  private final long start_ns;

  private Planner(
      PlanRequest request, FreshCheck check, Solver solver, Effort effort, Cancel cancel) {
    this.request = request;
    this.check = check;
    this.solver = solver;
    this.effort = effort;
    this.cancel = cancel;
    start_ns = effort.clock().getAsLong();
  }

  /// A plan with what it was made from, for further questions.
  ///
  /// @param plan last one found
  /// @param question that it answers, with the limits as surely held as the check asked for
  public record Planned(
      PlanAnswer answer,
      PlanModel model,
      PlanProgram program,
      PlanQuestion question,
      Plan plan,
      PlanNotes notes) {}

  /// The plan for a request.
  ///
  /// @param effort for each round
  /// @param cancel keeps the best plan so far, if there is one
  /// @throws CancellationException if there is none yet
  public static Planned plan(
      PlanModel model,
      PlanRequest request,
      FreshCheck check,
      Solver solver,
      Effort effort,
      Cancel cancel) {
    return new Planner(request, check, solver, effort, cancel).planned(model);
  }

  private Planned planned(PlanModel model) {
    Sought sought = Sought.of(model, request, solver, cancel);
    if (model.rows().isEmpty() && request.with().isEmpty()) {
      return PlanAccount.ofNothing(sought, check);
    }
    Planned found = searched(sought);
    PlanNotes.FlowChange first = NewFlows.largest(model.periods(), found.answer().scenario());
    PlanNotes.FlowChange now = first;
    int again = 0;
    while (now.largestShare() > NewFlows.WORTH && again < MOST_FLOWS && !isOver()) {
      Optional<Sought> there = inWaterOf(found);
      if (there.isEmpty()) {
        break;
      }
      again++;
      Planned next = searched(there.get());
      if (!next.plan().isFound()) {
        break;
      }
      found = next;
      now = NewFlows.largest(found.model().periods(), found.answer().scenario());
    }
    PlanNotes.FlowChange told =
        new PlanNotes.FlowChange(first.largestShare(), first.reach(), first.season(), again);
    return new Planned(
        found.answer(),
        found.model(),
        found.program(),
        found.question(),
        found.plan(),
        found.notes().with(told));
  }

  /// What is sought in the water of a plan; empty if it cannot be made ready, or not in time.
  private Optional<Sought> inWaterOf(Planned found) {
    try {
      return found
          .model()
          .inWaterOf(found.answer().scenario(), cancel)
          .map(there -> Sought.of(there, request, solver, cancel));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private Planned searched(Sought from) {
    Attempt attempt = first(from);
    int rounds = 1;
    while (attempt.plan().isFound() && rounds < MOST_ROUNDS && !isOver() && !attempt.holds()) {
      Optional<Attempt> next = next(attempt);
      rounds++;
      if (next.isEmpty()) {
        break;
      }
      boolean isSame =
          next.get().sought().model() == attempt.sought().model()
              && Arrays.equals(next.get().plan().ofSite(), attempt.plan().ofSite());
      if (isSame) {
        attempt = attempt.answering(next.get().sought(), next.get().bound());
        break;
      }
      attempt = next.get();
    }
    return PlanAccount.of(attempt, check, rounds);
  }

  /// The plan for what is sought; where money and means do not pay for all limits the most river,
  /// and where they do not do so in every province, half of the share that was asked for, and so
  /// on.
  private Attempt first(Sought from) {
    Sought sought = from;
    Plan plan = solve(sought, sought.attainable().clean());
    if (!plan.isFound() && sought.isLeastCost() && request.isBounded()) {
      sought = sought.mostRiver();
      plan = solve(sought, sought.model().doingNothing());
    }
    while (!plan.isFound() && sought.equity() > 0) {
      sought = sought.lessEqual(isOver());
      plan = solve(sought, sought.model().doingNothing());
    }
    return Attempt.of(sought, plan, plan.bound(), check);
  }

  /// Asks again with oxygen held where the plan makes it least, else with what else the plan broke,
  /// else with the failing limits held more surely; empty where no plan is found, or not in time.
  private Optional<Attempt> next(Attempt attempt) {
    PlanModel model = attempt.sought().model();
    try {
      List<List<OptionRow>> moved = WorstPoints.moved(attempt, cancel);
      if (moved.stream().anyMatch(ofPeriod -> !ofPeriod.isEmpty())) {
        return withMore(attempt, model.withRows(moved));
      }
      return attempt.breaksAny()
          ? withMore(attempt, model.withBroken(attempt.broken(), cancel))
          : tightened(attempt);
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /// Asks again with the failing limits held more surely; empty where no plan is found.
  private Optional<Attempt> tightened(Attempt attempt) {
    Sought tighter = attempt.sought().tightened(attempt.failing(), check, attempt.after());
    Plan plan = solve(tighter, attempt.plan().ofSite(), tighter.attainable().clean());
    return plan.isFound() ? Optional.of(judged(tighter, plan, attempt)) : Optional.empty();
  }

  /// Asks again with more limits as rows; empty where no plan is found.
  private Optional<Attempt> withMore(Attempt attempt, PlanModel model) {
    Attempt next = first(attempt.sought().ofMore(model, cancel));
    return next.plan().isFound() ? Optional.of(bounded(next, attempt)) : Optional.empty();
  }

  private Attempt judged(Sought sought, Plan plan, Attempt before) {
    return bounded(Attempt.of(sought, plan, plan.bound(), check), before);
  }

  /// Limits held more surely, and more of them, only leave fewer plans: earlier bounds stay valid.
  private static Attempt bounded(Attempt next, Attempt before) {
    boolean isStricter = next.sought().isAsStrictAs(before.sought().question());
    return isStricter && before.bound() > next.bound()
        ? next.answering(next.sought(), before.bound())
        : next;
  }

  private Plan solve(Sought sought, int[]... starts) {
    return sought.program().solve(sought.whole(), left(), List.of(starts));
  }

  /// Effort with a share of the time that is left, so that later rounds have some, too.
  private Effort left() {
    double gone = (effort.clock().getAsLong() - start_ns) / 1e9;
    double left = SHARE_OF_TIME * (effort.seconds() - gone);
    return effort.withSeconds(StrictMath.max(LEAST_SECONDS, left));
  }

  /// Whether the best plan so far is to be told: somebody asked for it, or the time is over.
  private boolean isOver() {
    double gone = (effort.clock().getAsLong() - start_ns) / 1e9;
    return cancel.isCancelled() || gone >= effort.seconds();
  }
}
