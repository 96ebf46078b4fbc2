package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tonle.assess.Verdict;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;

/// Account of an attempt: the answer in the words and units of a study, with no more claimed than
/// the attempt can defend.
final class PlanAccount {
  private final Attempt attempt;
  private final Sought sought;
  private final PlanModel model;
  private final PlanRequest request;
  private final FreshCheck check;
  private final Plan plan;

  private PlanAccount(Attempt attempt, FreshCheck check) {
    this.attempt = attempt;
    this.check = check;
    sought = attempt.sought();
    model = sought.model();
    request = sought.request();
    plan = defended(attempt);
  }

  /// A plan that breaks limits outside its question is not proven: some other may be needed.
  private static Plan defended(Attempt attempt) {
    Plan plan = attempt.plan();
    if (!attempt.breaksAny() || plan.status() != Plan.Status.PROVEN) {
      return plan;
    }
    return new Plan(
        Plan.Status.FOUND,
        plan.measure(),
        plan.bound(),
        plan.ofSite(),
        plan.held(),
        plan.missed(),
        plan.rounds(),
        plan.seconds());
  }

  /// @param rounds plans that were checked
  static Planner.Planned of(Attempt attempt, FreshCheck check, int rounds) {
    PlanAccount account = new PlanAccount(attempt, check);
    return new Planner.Planned(
        account.answer(rounds),
        account.model,
        account.sought.program(),
        account.sought.whole(),
        account.plan,
        account.notes());
  }

  /// Where every limit that works can keep holds already.
  static Planner.Planned ofNothing(Sought sought, FreshCheck check) {
    PlanModel model = sought.model();
    Plan none = new Plan(Plan.Status.PROVEN, 0, 0, new int[0], new int[0], 0, 0, 0);
    PlanAnswer answer =
        new PlanAnswer(
            PlanAnswer.Status.NOTHING_TO_DO,
            0,
            0,
            0,
            model.baseline().options().draws(),
            check.draws(),
            0,
            model.options().size(),
            List.of(),
            model.beyond(),
            model.list().refused(),
            sought.scenario(none));
    return new Planner.Planned(
        answer, model, sought.program(), sought.question(), none, PlanNotes.NONE);
  }

  private PlanAnswer answer(int rounds) {
    List<PlannedWork> works = new ArrayList<>();
    double cost = 0;
    for (int o : plan.columns()) {
      Option option = model.options().get(o);
      if (!option.isNothing()) {
        works.add(new PlannedWork(option, model.year(o), model.cost(o), model.present(o)));
        cost += model.cost_usd()[o];
      }
    }
    List<PlannedLimit> limits = limits();
    boolean holds =
        limits.stream().allMatch(l -> l.reach() != PlannedLimit.Reach.PLANNED || l.holds());
    for (PlannedLimit one : model.beyond()) {
      int period = request.periods().of(one.year());
      limits.add(checked(period, one.verdict(), one.reach(), one.aim(), one.best()));
    }
    boolean isCost = sought.isLeastCost();
    double bound = attempt.bound();
    return new PlanAnswer(
        status(holds),
        cost,
        isCost ? bound : Double.NaN,
        isCost && cost > 0 ? StrictMath.max(0, (cost - bound) / cost) : plan.gap(),
        model.baseline().options().draws(),
        check.draws(),
        rounds,
        model.options().size(),
        works,
        limits,
        model.list().refused(),
        attempt.scenario());
  }

  /// The limits of the rows, the worse of two of one limit, and those that the plan breaks.
  private List<PlannedLimit> limits() {
    Map<PlanModel.Limit, PlannedLimit> limits = new LinkedHashMap<>();
    for (int r = 0; r < model.rows().size(); r++) {
      OptionRow row = model.rows().get(r);
      int period = model.periodOfRow(r);
      double best = (double) sought.attainable().best(r) / row.drawCount();
      PlannedLimit one = checked(period, row.verdict(), sought.reach(plan, r), row.aim(), best);
      limits.merge(model.limit(r), one, (a, b) -> a.reach().compareTo(b.reach()) > 0 ? a : b);
    }
    List<PlannedLimit> all = new ArrayList<>(limits.values());
    for (int t = 0; t < attempt.broken().size(); t++) {
      for (Verdict v : attempt.broken().get(t)) {
        all.add(checked(t, v, PlannedLimit.Reach.PLANNED, request.confidence(), Double.NaN));
      }
    }
    return all;
  }

  private PlannedLimit checked(
      int period, Verdict verdict, PlannedLimit.Reach reach, double aim, double best) {
    double share = attempt.after().of(period, verdict);
    return new PlannedLimit(
        Attempt.questionOf(verdict),
        verdict,
        reach,
        aim,
        best,
        check.before(period, verdict),
        share,
        check.sureOf(share),
        model.yearOfPeriod(period));
  }

  private PlanNotes notes() {
    if (request.equity() <= 0 || !plan.isFound() || sought.isLeastCost()) {
      return PlanNotes.NONE;
    }
    PlanQuestion question = sought.question();
    Goals goals = Goals.of(model, sought.goal());
    boolean[] isReached = new boolean[goals.worth().length];
    Arrays.fill(isReached, true);
    for (int r = 0; r < model.rows().size(); r++) {
      isReached[goals.of()[r]] &= question.goalOf()[r] < 0 || sought.isKept(plan, r);
    }
    OptionalDouble least = OptionalDouble.empty();
    String where = "";
    for (Map.Entry<String, Double> one :
        new Provinces(model, goals, question.goalOf()).shares(isReached).entrySet()) {
      if (least.isEmpty() || one.getValue() < least.getAsDouble()) {
        least = OptionalDouble.of(one.getValue());
        where = one.getKey();
      }
    }
    return new PlanNotes(least, where, PlanNotes.FlowChange.NONE);
  }

  private PlanAnswer.Status status(boolean holds) {
    if (sought.isLowered() && plan.isFound()) {
      return PlanAnswer.Status.BUDGET_TOO_SMALL;
    }
    return switch (plan.status()) {
      case IMPOSSIBLE -> PlanAnswer.Status.IMPOSSIBLE;
      case UNKNOWN -> PlanAnswer.Status.NOT_FOUND;
      case PROVEN -> holds ? PlanAnswer.Status.PROVEN : PlanAnswer.Status.HOLDS_LESS;
      case FOUND -> holds ? PlanAnswer.Status.FOUND : PlanAnswer.Status.HOLDS_LESS;
    };
  }
}
