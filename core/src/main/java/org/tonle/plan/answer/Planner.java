package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tonle.assess.Verdict;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Cancel;
import org.tonle.run.Question;
import org.tonle.scenario.JoinedScenario;
import org.tonle.solve.Solver;

/// Planner: asks for the cheapest plan, checks it with fresh draws, and asks again with the limits
/// that failed held more surely, until all hold (docs/theory/plan.md, Eq. 22).
public final class Planner {
  /// Id of the scenario that a plan makes.
  public static final String PLAN = "plan";

  /// Standard errors of the sample by which limits are held more surely from the start: the search
  /// picks plans that look better in its own draws than they are.
  private static final double MARGIN = 3;

  private static final int MOST_ROUNDS = 20;

  private static final double SHARE_OF_TIME = 0.3;

  /// Most times that effects are computed again with the discharges that a plan makes.
  private static final int MOST_FLOWS = 3;

  /// All costs together, over the least of the goals.
  private static final double TRIFLE = 1e-3;

  /// A share below it is as good as none.
  private static final double LEAST_EQUITY = 0.05;

  /// Time for a search when the time of all is over.
  private static final double LEAST_SECONDS = 0.2;

  private PlanModel model;
  private final PlanRequest request;
  private final FreshCheck check;
  private final Solver solver;
  private final Effort effort;
  private final Cancel cancel;
  private PlanProgram program;
  private PlanQuestion question;
  private int rounds;
  private double bound = Double.NEGATIVE_INFINITY;
  private final long start_ns;
  private final Set<Integer> noneFound = new TreeSet<>();
  private final Set<Integer> givenUp = new TreeSet<>();

  /// Most draws in which a choice was found to keep each row.
  private int[] best;

  private CleanChoice.Found clean = CleanChoice.Found.NONE;

  /// What is sought: the request's goal, or the most river where the budget does not pay for all.
  private PlanRequest.Goal goal;

  /// Share that every province must reach.
  private double equity;

  private Planner(
      PlanModel model,
      PlanRequest request,
      FreshCheck check,
      Solver solver,
      Effort effort,
      Cancel cancel) {
    this.model = model;
    this.request = request;
    this.check = check;
    this.solver = solver;
    this.effort = effort;
    this.cancel = cancel;
    goal = request.goal();
    equity = request.equity();
    start_ns = effort.clock().getAsLong();
    program = new PlanProgram(model.choices(), solver);
    question = question();
    best = new int[model.rows().size()];
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
  /// @throws java.util.concurrent.CancellationException if there is none yet
  public static Planned plan(
      PlanModel model,
      PlanRequest request,
      FreshCheck check,
      Solver solver,
      Effort effort,
      Cancel cancel) {
    return new Planner(model, request, check, solver, effort, cancel).planned();
  }

  private PlanQuestion question() {
    PlanQuestion least = PlanQuestion.leastCost(model.choices());
    int[] mayFail = least.mayFail();
    int[] goalOf = least.goalOf();
    double[] worth = {};
    double[] measure = model.cost_usd();
    PlanBounds bounds = new PlanBounds(model, request);
    List<PlanQuestion.Ceiling> ceilings = new ArrayList<>(bounds.ceilings());
    if (goal != PlanRequest.Goal.LEAST_COST) {
      Goals goals = Goals.of(model, goal);
      goalOf = goals.of();
      worth = goals.worth();
      measure = trifle(measure, worth);
    }
    return new PlanQuestion(
        measure, List.copyOf(ceilings), goalOf, worth, mayFail, bounds.fixing());
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

  /// Costs as a trifle, which no goal is given up for: so that nothing is built for no goal.
  private double[] trifle(double[] cost_usd, double[] worth) {
    double least = Arrays.stream(worth).filter(w -> w > 0).min().orElse(1);
    double all_usd = Arrays.stream(cost_usd).sum();
    return Arrays.stream(cost_usd)
        .map(c -> all_usd > 0 ? TRIFLE * least * c / all_usd : 0)
        .toArray();
  }

  /// Draws of a limit that must hold: more than the aim asks for, by the margin, where a choice can
  /// be found that does so.
  private int needed(OptionRow row, int held) {
    int draws = row.drawCount();
    int aim = aim(row);
    double error = StrictMath.sqrt(row.aim() * (1 - row.aim()) / draws);
    int sure = (int) StrictMath.ceil((row.aim() + MARGIN * error) * draws - 1e-6);
    return StrictMath.max(aim, StrictMath.min(StrictMath.min(sure, held), draws));
  }

  private static int aim(OptionRow row) {
    return (int) StrictMath.ceil(row.aim() * row.drawCount() - 1e-6);
  }

  /// Looks for choices that keep the limits: each alone, then all together. Limits that none is
  /// found for are left out; those that fail together are given up.
  private void seek() {
    int count = model.rows().size();
    int[] needed = new int[count];
    for (int r = 0; r < count; r++) {
      needed[r] = aim(model.rows().get(r));
    }
    List<Integer> left = new ArrayList<>();
    CleanChoice choice = new CleanChoice(model.choices(), question.fixing());
    for (int r = 0; r < count; r++) {
      if (rounds == 0) {
        cancel.check();
      }
      int[] most = needed.clone();
      most[r] = model.rows().get(r).drawCount();
      best[r] = choice.find(new int[] {r}, most).held()[r];
      if (best[r] < needed[r]) {
        noneFound.add(r);
        question = question.without(r);
      } else {
        left.add(r);
        needed[r] = needed(model.rows().get(r), best[r]);
      }
    }
    int[] rows = left.stream().mapToInt(Integer::intValue).toArray();
    clean = choice.find(rows, needed);
    for (int r : rows) {
      int aim = aim(model.rows().get(r));
      int held = clean.held()[r];
      if (held < aim) {
        givenUp.add(r);
        question = question.without(r);
      } else {
        int most = StrictMath.min(needed[r], held);
        question = question.failing(r, model.rows().get(r).drawCount() - most);
      }
    }
  }

  private Planned planned() {
    if (model.rows().isEmpty() && request.with().isEmpty()) {
      return nothing();
    }
    Planned found = searched();
    PlanNotes.FlowChange first = NewFlows.largest(model.periods(), found.answer().scenario());
    PlanNotes.FlowChange now = first;
    int again = 0;
    while (now.largestShare() > NewFlows.WORTH && again < MOST_FLOWS && !isOver()) {
      Optional<PlanModel> there = model.inWaterOf(found.answer().scenario(), Cancel.NEVER);
      if (there.isEmpty()) {
        break;
      }
      again++;
      model = there.get();
      restart();
      Planned next = searched();
      if (!next.plan().isFound()) {
        break;
      }
      found = next;
      now = NewFlows.largest(model.periods(), found.answer().scenario());
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

  /// Forgets what was found with other effects of the options.
  private void restart() {
    goal = request.goal();
    equity = request.equity();
    program = new PlanProgram(model.choices(), solver);
    question = question();
    best = new int[model.rows().size()];
    noneFound.clear();
    givenUp.clear();
  }

  private Planned searched() {
    seek();
    Plan plan = solve();
    bound = plan.bound();
    Scenario scenario = scenario(plan);
    FreshCheck.After after = check.run(scenario, Cancel.NEVER);
    rounds = 1;
    while (plan.isFound() && rounds < MOST_ROUNDS && !isOver()) {
      Set<Integer> failing = failing(plan, after);
      List<List<Verdict>> broken = broken(after);
      if (failing.isEmpty() && !isAny(broken)) {
        break;
      }
      PlanQuestion before = question;
      boolean isMoved = addPoints(plan, scenario, failing);
      Plan next = isMoved ? afresh() : again(plan, after, failing, broken);
      rounds++;
      if (!next.isFound()) {
        plan = isMoved || isAny(broken) ? judged(plan) : plan;
        question = isMoved || isAny(broken) ? question : before;
        break;
      }
      // Limits held more surely only leave fewer plans, so that earlier bounds stay valid.
      boolean isOther = isMoved || isAny(broken);
      bound = isOther ? next.bound() : StrictMath.max(bound, next.bound());
      boolean isSame = !isOther && Arrays.equals(next.ofSite(), plan.ofSite());
      if (isSame) {
        break;
      }
      plan = next;
      scenario = scenario(plan);
      after = check.run(scenario, Cancel.NEVER);
    }
    return new Planned(answer(plan, scenario, after), model, program, shared(), plan, notes(plan));
  }

  /// A plan by the limits that it broke, too. The question leaves out what it does not keep, so
  /// that the plan answers it.
  private Plan judged(Plan plan) {
    int[] held = program.judge(question, plan.ofSite()).held();
    for (int r : question.rows()) {
      if (held[r] < model.rows().get(r).drawCount() - question.mayFail()[r]) {
        question = question.without(r);
      }
    }
    return new Plan(
        plan.status(),
        plan.measure(),
        plan.bound(),
        plan.ofSite(),
        held,
        plan.missed(),
        plan.rounds(),
        plan.seconds());
  }

  /// The plan for the question; where money and means do not pay for all limits the most river, and
  /// where they do not do so in every province, half of the share that was asked for, and so on.
  private Plan solve() {
    Plan plan = program.solve(shared(), left(), List.of(clean.ofSite()));
    boolean isShort = !plan.isFound() && goal == PlanRequest.Goal.LEAST_COST && request.isBounded();
    if (isShort) {
      goal = PlanRequest.Goal.MOST_RIVER;
      question = seeking(question);
      plan = program.solve(shared(), left(), List.of(model.doingNothing()));
    }
    while (!plan.isFound() && equity > 0) {
      equity = equity > LEAST_EQUITY && !isOver() ? equity / 2 : 0;
      plan = program.solve(shared(), left(), List.of(model.doingNothing()));
    }
    return plan;
  }

  /// The same question with its limits as goals.
  private PlanQuestion seeking(PlanQuestion of) {
    Goals goals = Goals.of(model, goal);
    int[] goalOf = goals.of().clone();
    for (int r = 0; r < goalOf.length; r++) {
      goalOf[r] = of.goalOf()[r] == PlanQuestion.IGNORED ? PlanQuestion.IGNORED : goalOf[r];
    }
    double[] measure = trifle(model.cost_usd(), goals.worth());
    return new PlanQuestion(
        measure, of.ceilings(), goalOf, goals.worth(), of.mayFail(), of.fixing());
  }

  /// The question with what every province must reach, where limits are given up at all.
  private PlanQuestion shared() {
    PlanQuestion asked = question;
    if (equity > 0 && goal != PlanRequest.Goal.LEAST_COST) {
      Provinces provinces = new Provinces(model, Goals.of(model, goal), question.goalOf());
      for (PlanQuestion.Ceiling one : provinces.reaching(equity, model.options().size())) {
        asked = asked.within(one);
      }
    }
    return asked;
  }

  /// Asks again with the failing limits held more surely, and with those that the plan broke.
  private Plan again(
      Plan plan, FreshCheck.After after, Set<Integer> failing, List<List<Verdict>> broken) {
    for (int r : failing) {
      OptionRow row = model.rows().get(r);
      double missing = row.aim() - check.sureOf(after.of(model.periodOfRow(r), row.verdict()));
      int fewer = (int) StrictMath.ceil(missing * row.drawCount()) + 1;
      int least = row.drawCount() - best[r];
      int now = question.mayFail()[r];
      question = question.failing(r, StrictMath.max(StrictMath.min(least, now), now - fewer));
    }
    if (isAny(broken)) {
      for (int t = 0; t < broken.size(); t++) {
        model.addBroken(t, broken.get(t), cancel);
      }
      return afresh();
    }
    return program.solve(shared(), left(), List.of(plan.ofSite()));
  }

  /// Asks again after the model got more rows.
  private Plan afresh() {
    restart();
    seek();
    return solve();
  }

  /// Adds rows at the points where a plan breaks limits of oxygen that it keeps at those known so
  /// far; answers whether there are any.
  private boolean addPoints(Plan plan, Scenario scenario, Set<Integer> failing) {
    BitSet chosen = new BitSet();
    Arrays.stream(plan.columns()).forEach(chosen::set);
    boolean isAny = false;
    for (int t = 0; t < model.periods().size(); t++) {
      List<OptionRow> moved = WorstPoints.moved(model, t, failing, scenario, chosen);
      model.addRows(t, moved);
      isAny |= !moved.isEmpty();
    }
    return isAny;
  }

  private static boolean isAny(List<List<Verdict>> broken) {
    return broken.stream().anyMatch(b -> !b.isEmpty());
  }

  /// Limits of the plan that fresh draws do not prove to hold; not those that it gives up at any
  /// point.
  private Set<Integer> failing(Plan plan, FreshCheck.After after) {
    Set<Integer> failing = new TreeSet<>();
    Set<Kept> notKept = new HashSet<>();
    for (int r = 0; r < model.rows().size(); r++) {
      if (!isKept(plan, r)) {
        notKept.add(new Kept(model.rows().get(r).question(), model.periodOfRow(r)));
      }
    }
    for (int r = 0; r < model.rows().size(); r++) {
      OptionRow row = model.rows().get(r);
      if (!notKept.contains(new Kept(row.question(), model.periodOfRow(r)))
          && check.sureOf(after.of(model.periodOfRow(r), row.verdict())) < row.aim()) {
        failing.add(r);
      }
    }
    return failing;
  }

  private boolean isKept(Plan plan, int row) {
    if (noneFound.contains(row) || givenUp.contains(row)) {
      return false;
    }
    return question.worth().length == 0
        || plan.held()[row] >= model.rows().get(row).drawCount() - question.mayFail()[row];
  }

  private List<List<Verdict>> broken(FreshCheck.After after) {
    return IntStream.range(0, model.periods().size()).mapToObj(t -> broken(t, after)).toList();
  }

  /// Limits of a period that held before the plan, and do so no more.
  private List<Verdict> broken(int period, FreshCheck.After after) {
    Set<Question> known = new HashSet<>();
    for (int r = 0; r < model.rows().size(); r++) {
      if (model.periodOfRow(r) == period) {
        known.add(model.rows().get(r).question());
      }
    }
    model.beyond().stream()
        .filter(b -> b.year() == model.yearOfPeriod(period))
        .forEach(b -> known.add(b.question()));
    return after.verdicts(period).stream()
        .filter(v -> v.required() && v.isJudged() && !v.isOfYear())
        .filter(v -> check.before(period, v) >= request.confidence())
        .filter(v -> v.probabilityOfMeeting() < request.confidence())
        .filter(v -> !known.contains(new Question(v.place(), v.season(), v.constituent())))
        .toList();
  }

  private Scenario scenario(Plan plan) {
    Scenario before = model.baseline().instance().applied().scenario();
    List<Scenario.Change> changes =
        Arrays.stream(plan.columns())
            .mapToObj(o -> model.options().get(o))
            .flatMap(o -> o.changes().stream())
            .toList();
    Scenario joined = JoinedScenario.of(before, PLAN, changes);
    return new Scenario(
        PLAN,
        new Names("Plan", "规划方案", "ផែនការ"),
        joined.changes(),
        request.periods().isOne() ? joined.year() : OptionalInt.of(request.year()),
        joined.growth(),
        joined.climate());
  }

  private Planned nothing() {
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
            scenario(none));
    return new Planned(answer, model, program, question, none, notes(none));
  }

  private PlanAnswer answer(Plan plan, Scenario scenario, FreshCheck.After after) {
    List<PlannedWork> works = new ArrayList<>();
    double cost = 0;
    for (int o : plan.columns()) {
      Option option = model.options().get(o);
      if (!option.isNothing()) {
        works.add(new PlannedWork(option, model.year(o), model.cost(o), model.present(o)));
        cost += model.cost_usd()[o];
      }
    }
    Map<Kept, PlannedLimit> limits = new LinkedHashMap<>();
    List<PlannedLimit> all = new ArrayList<>();
    boolean holds = true;
    for (int r = 0; r < model.rows().size(); r++) {
      OptionRow row = model.rows().get(r);
      PlannedLimit.Reach reach = reach(plan, r);
      int year = model.yearOfPeriod(model.periodOfRow(r));
      PlannedLimit one =
          checked(
              model.periodOfRow(r),
              row.question(),
              row.verdict(),
              reach,
              row.aim(),
              (double) best[r] / row.drawCount(),
              after);
      limits.merge(
          new Kept(row.question(), year),
          one,
          (a, b) -> a.reach().compareTo(b.reach()) > 0 ? a : b);
    }
    for (PlannedLimit one : limits.values()) {
      holds &= one.reach() != PlannedLimit.Reach.PLANNED || one.holds();
    }
    all.addAll(limits.values());
    for (PlannedLimit one : model.beyond()) {
      int period = request.periods().of(one.year());
      all.add(
          checked(
              period, one.question(), one.verdict(), one.reach(), one.aim(), one.best(), after));
    }
    boolean isCost = goal == PlanRequest.Goal.LEAST_COST;
    return new PlanAnswer(
        status(plan, holds),
        cost,
        isCost ? bound : Double.NaN,
        isCost && cost > 0 ? StrictMath.max(0, (cost - bound) / cost) : plan.gap(),
        model.baseline().options().draws(),
        check.draws(),
        rounds,
        model.options().size(),
        works,
        all,
        model.list().refused(),
        scenario);
  }

  /// Limit of a period, by its number or its year.
  private record Kept(Question question, int period) {}

  private PlanNotes notes(Plan plan) {
    OptionalDouble least = OptionalDouble.empty();
    String where = "";
    if (request.equity() > 0 && plan.isFound() && goal != PlanRequest.Goal.LEAST_COST) {
      Goals goals = Goals.of(model, goal);
      boolean[] isReached = new boolean[goals.worth().length];
      Arrays.fill(isReached, true);
      for (int r = 0; r < model.rows().size(); r++) {
        isReached[goals.of()[r]] &= question.goalOf()[r] < 0 || isKept(plan, r);
      }
      for (Map.Entry<String, Double> one :
          new Provinces(model, goals, question.goalOf()).shares(isReached).entrySet()) {
        if (least.isEmpty() || one.getValue() < least.getAsDouble()) {
          least = OptionalDouble.of(one.getValue());
          where = one.getKey();
        }
      }
    }
    return new PlanNotes(least, where, PlanNotes.FlowChange.NONE);
  }

  private PlannedLimit.Reach reach(Plan plan, int row) {
    if (noneFound.contains(row)) {
      return PlannedLimit.Reach.NONE_FOUND;
    }
    return plan.isFound() && isKept(plan, row)
        ? PlannedLimit.Reach.PLANNED
        : PlannedLimit.Reach.GIVEN_UP;
  }

  private PlannedLimit checked(
      int period,
      Question question,
      Verdict verdict,
      PlannedLimit.Reach reach,
      double aim,
      double best,
      FreshCheck.After after) {
    double share = after.of(period, verdict);
    return new PlannedLimit(
        question,
        verdict,
        reach,
        aim,
        best,
        check.before(period, verdict),
        share,
        check.sureOf(share),
        model.yearOfPeriod(period));
  }

  private PlanAnswer.Status status(Plan plan, boolean holds) {
    if (goal != request.goal() && plan.isFound()) {
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
