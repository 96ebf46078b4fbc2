package org.tonle.plan.answer;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Cancel;
import org.tonle.scenario.JoinedScenario;
import org.tonle.solve.Solver;

/// What is sought of a plan at one moment of a search: a goal, what every province must reach, and
/// the question to a program that says so.
///
/// @param goal the request's, or the most river where the budget does not pay for all
/// @param equity share that every province must reach
/// @param question without what provinces must reach ([#whole()])
record Sought(
    PlanModel model,
    PlanRequest request,
    PlanProgram program,
    Attainable attainable,
    PlanRequest.Goal goal,
    double equity,
    PlanQuestion question) {
  /// All costs together, over the least of the goals.
  private static final double TRIFLE = 1e-3;

  /// A share below it is as good as none.
  private static final double LEAST_EQUITY = 0.05;

  /// What a request seeks of a model, with the limits that works can keep.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  static Sought of(PlanModel model, PlanRequest request, Solver solver, Cancel cancel) {
    return of(model, request, new PlanProgram(model.choices(), solver), cancel);
  }

  private static Sought of(
      PlanModel model, PlanRequest request, PlanProgram program, Cancel cancel) {
    Attainable attainable = Attainable.of(model, question(model, request), cancel);
    return new Sought(
        model,
        request,
        program,
        attainable,
        request.goal(),
        request.equity(),
        attainable.question());
  }

  /// The same of a model with more limits. What is known of the others is kept.
  Sought ofMore(PlanModel more, Cancel cancel) {
    return of(more, request, program.extended(more.choices()), cancel);
  }

  private static PlanQuestion question(PlanModel model, PlanRequest request) {
    PlanQuestion least = PlanQuestion.leastCost(model.choices());
    int[] goalOf = least.goalOf();
    double[] worth = {};
    double[] measure = model.cost_usd();
    PlanBounds bounds = new PlanBounds(model, request);
    if (request.goal() != PlanRequest.Goal.LEAST_COST) {
      Goals goals = Goals.of(model, request.goal());
      goalOf = goals.of();
      worth = goals.worth();
      measure = trifle(measure, worth);
    }
    return new PlanQuestion(
        measure, bounds.ceilings(), goalOf, worth, least.mayFail(), bounds.fixing());
  }

  /// Costs as a trifle, which no goal is given up for: so that nothing is built for no goal.
  private static double[] trifle(double[] cost_usd, double[] worth) {
    double least = Arrays.stream(worth).filter(w -> w > 0).min().orElse(1);
    double all_usd = Arrays.stream(cost_usd).sum();
    return Arrays.stream(cost_usd)
        .map(c -> all_usd > 0 ? TRIFLE * least * c / all_usd : 0)
        .toArray();
  }

  boolean isLeastCost() {
    return goal == PlanRequest.Goal.LEAST_COST;
  }

  /// Whether it seeks something else than the request, as money and means do not pay for all.
  boolean isLowered() {
    return goal != request.goal();
  }

  Sought asking(PlanQuestion other) {
    return new Sought(model, request, program, attainable, goal, equity, other);
  }

  /// Seeks the most river, with its limits as goals.
  Sought mostRiver() {
    Goals goals = Goals.of(model, PlanRequest.Goal.MOST_RIVER);
    int[] goalOf = goals.of().clone();
    for (int r = 0; r < goalOf.length; r++) {
      goalOf[r] = question.goalOf()[r] == PlanQuestion.IGNORED ? PlanQuestion.IGNORED : goalOf[r];
    }
    PlanQuestion most =
        new PlanQuestion(
            trifle(model.cost_usd(), goals.worth()),
            question.ceilings(),
            goalOf,
            goals.worth(),
            question.mayFail(),
            question.fixing());
    return new Sought(
        model, request, program, attainable, PlanRequest.Goal.MOST_RIVER, equity, most);
  }

  /// Asks provinces for half of the share, or for none at all.
  Sought lessEqual(boolean isLast) {
    double less = equity > LEAST_EQUITY && !isLast ? equity / 2 : 0;
    return new Sought(model, request, program, attainable, goal, less, question);
  }

  /// The question with what every province must reach, where limits are given up at all.
  PlanQuestion whole() {
    PlanQuestion asked = question;
    if (equity > 0 && !isLeastCost()) {
      Provinces provinces = new Provinces(model, Goals.of(model, goal), question.goalOf());
      for (PlanQuestion.Ceiling one : provinces.reaching(equity, model.options().size())) {
        asked = asked.within(one);
      }
    }
    return asked;
  }

  /// Asks for limits to be held more surely, as far as a choice was found to.
  ///
  /// @param failing rows
  Sought tightened(Set<Integer> failing, FreshCheck check, FreshCheck.After after) {
    PlanQuestion tighter = question;
    for (int r : failing) {
      OptionRow row = model.rows().get(r);
      double missing = row.aim() - check.sureOf(after.of(model.periodOfRow(r), row.verdict()));
      int fewer = (int) StrictMath.ceil(missing * row.drawCount()) + 1;
      int least = row.drawCount() - attainable.best(r);
      int now = tighter.mayFail()[r];
      tighter = tighter.failing(r, StrictMath.max(StrictMath.min(least, now), now - fewer));
    }
    return asking(tighter);
  }

  /// Whether whatever keeps the limits that are asked for keeps those of an earlier question, too,
  /// so that a bound of that one stays valid. Rows only come to the end of a model.
  boolean isAsStrictAs(PlanQuestion earlier) {
    for (int r : earlier.rows()) {
      boolean isAsked = question.goalOf()[r] == earlier.goalOf()[r];
      if (!isAsked || question.mayFail()[r] > earlier.mayFail()[r]) {
        return false;
      }
    }
    return earlier.worth().length == 0 && question.worth().length == 0;
  }

  /// Whether a plan is to keep a row, and does so in the sample.
  boolean isKept(Plan plan, int row) {
    if (!attainable.isWithin(row)) {
      return false;
    }
    int least = model.rows().get(row).drawCount() - question.mayFail()[row];
    return question.worth().length == 0 || plan.held()[row] >= least;
  }

  PlannedLimit.Reach reach(Plan plan, int row) {
    if (attainable.isNoneFound(row)) {
      return PlannedLimit.Reach.NONE_FOUND;
    }
    return plan.isFound() && isKept(plan, row)
        ? PlannedLimit.Reach.PLANNED
        : PlannedLimit.Reach.GIVEN_UP;
  }

  /// The study's scenario with the works of a plan.
  Scenario scenario(Plan plan) {
    Scenario before = model.baseline().instance().applied().scenario();
    List<Scenario.Change> changes =
        Arrays.stream(plan.columns())
            .mapToObj(o -> model.options().get(o))
            .flatMap(o -> o.changes().stream())
            .toList();
    Scenario joined = JoinedScenario.of(before, Planner.PLAN, changes);
    return new Scenario(
        Planner.PLAN,
        new Names("Plan", "规划方案", "ផែនការ"),
        joined.changes(),
        request.periods().isOne() ? joined.year() : OptionalInt.of(request.year()),
        joined.growth(),
        joined.climate());
  }
}
