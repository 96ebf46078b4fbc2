package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /// All costs together, over the least of the goals.
  private static final double TRIFLE = 1e-3;

  /// Time for a search when the time of all is over.
  private static final double LEAST_SECONDS = 0.2;

  private final PlanModel model;
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
      PlanAnswer answer, PlanModel model, PlanProgram program, PlanQuestion question, Plan plan) {}

  /// The plan for a request.
  ///
  /// @param effort for each round
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
    Bounds bounds = new Bounds(model, request);
    List<PlanQuestion.Ceiling> ceilings = new ArrayList<>(bounds.ceilings());
    if (request.goal() != PlanRequest.Goal.LEAST_COST) {
      Goals goals = Goals.of(model, request.goal());
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
      cancel.check();
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
    if (model.rows().isEmpty()) {
      return nothing();
    }
    seek();
    Plan plan = program.solve(question, left(), List.of(clean.ofSite()));
    bound = plan.bound();
    Scenario scenario = scenario(plan);
    FreshCheck.After after = check.run(scenario, cancel);
    rounds = 1;
    while (plan.isFound() && rounds < MOST_ROUNDS) {
      cancel.check();
      Set<Integer> failing = failing(plan, after);
      List<Verdict> broken = broken(after);
      if (failing.isEmpty() && broken.isEmpty()) {
        break;
      }
      Plan next = again(plan, after, failing, broken);
      rounds++;
      // Limits held more surely only leave fewer plans, so that earlier bounds stay valid.
      bound = broken.isEmpty() ? StrictMath.max(bound, next.bound()) : next.bound();
      boolean isSame = broken.isEmpty() && Arrays.equals(next.ofSite(), plan.ofSite());
      if (!next.isFound() || isSame) {
        break;
      }
      plan = next;
      scenario = scenario(plan);
      after = check.run(scenario, cancel);
    }
    return new Planned(answer(plan, scenario, after), model, program, question, plan);
  }

  /// Asks again with the failing limits held more surely, and with those that the plan broke.
  private Plan again(
      Plan plan, FreshCheck.After after, Set<Integer> failing, List<Verdict> broken) {
    for (int r : failing) {
      OptionRow row = model.rows().get(r);
      double missing = row.aim() - check.sureOf(after.of(row.verdict()));
      int fewer = (int) StrictMath.ceil(missing * row.drawCount()) + 1;
      int least = row.drawCount() - best[r];
      int now = question.mayFail()[r];
      question = question.failing(r, StrictMath.max(StrictMath.min(least, now), now - fewer));
    }
    if (!broken.isEmpty()) {
      model.addBroken(broken, cancel);
      program = new PlanProgram(model.choices(), solver);
      question = question();
      best = new int[model.rows().size()];
      noneFound.clear();
      givenUp.clear();
      seek();
      return program.solve(question, left(), List.of(clean.ofSite()));
    }
    return program.solve(question, left(), List.of(plan.ofSite()));
  }

  /// Limits of the plan that fresh draws do not prove to hold; not those that it gives up.
  private Set<Integer> failing(Plan plan, FreshCheck.After after) {
    Set<Integer> failing = new TreeSet<>();
    for (int r = 0; r < model.rows().size(); r++) {
      OptionRow row = model.rows().get(r);
      if (isKept(plan, r) && check.sureOf(after.of(row.verdict())) < row.aim()) {
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

  /// Limits that held before the plan, and do so no more.
  private List<Verdict> broken(FreshCheck.After after) {
    Set<Question> known = new HashSet<>();
    model.rows().forEach(r -> known.add(r.question()));
    model.beyond().forEach(b -> known.add(b.question()));
    return after.verdicts().stream()
        .filter(v -> v.required() && v.isJudged() && !v.isOfYear())
        .filter(v -> check.before(v) >= request.confidence())
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
        joined.year(),
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
    return new Planned(answer, model, program, question, none);
  }

  private PlanAnswer answer(Plan plan, Scenario scenario, FreshCheck.After after) {
    List<PlannedWork> works = new ArrayList<>();
    double cost = 0;
    for (int o : plan.columns()) {
      Option option = model.options().get(o);
      if (!option.isNothing()) {
        works.add(
            new PlannedWork(
                option,
                request.year(),
                model.cost(o),
                model.cost(o).present(0, request.horizon())));
        cost += model.cost_usd()[o];
      }
    }
    Map<Question, PlannedLimit> limits = new HashMap<>();
    List<PlannedLimit> all = new ArrayList<>();
    boolean holds = true;
    for (int r = 0; r < model.rows().size(); r++) {
      OptionRow row = model.rows().get(r);
      PlannedLimit.Reach reach = reach(plan, r);
      PlannedLimit one =
          checked(
              row.question(),
              row.verdict(),
              reach,
              row.aim(),
              (double) best[r] / row.drawCount(),
              after);
      limits.merge(row.question(), one, (a, b) -> a.reach().compareTo(b.reach()) > 0 ? a : b);
    }
    for (PlannedLimit one : limits.values()) {
      holds &= one.reach() != PlannedLimit.Reach.PLANNED || one.holds();
    }
    model.rows().stream().map(OptionRow::question).distinct().map(limits::get).forEach(all::add);
    for (PlannedLimit one : model.beyond()) {
      all.add(checked(one.question(), one.verdict(), one.reach(), one.aim(), one.best(), after));
    }
    boolean isCost = request.goal() == PlanRequest.Goal.LEAST_COST;
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

  private PlannedLimit.Reach reach(Plan plan, int row) {
    if (noneFound.contains(row)) {
      return PlannedLimit.Reach.NONE_FOUND;
    }
    return plan.isFound() && isKept(plan, row)
        ? PlannedLimit.Reach.PLANNED
        : PlannedLimit.Reach.GIVEN_UP;
  }

  private PlannedLimit checked(
      Question question,
      Verdict verdict,
      PlannedLimit.Reach reach,
      double aim,
      double best,
      FreshCheck.After after) {
    double share = after.of(verdict);
    return new PlannedLimit(
        question, verdict, reach, aim, best, check.before(verdict), share, check.sureOf(share));
  }

  private static PlanAnswer.Status status(Plan plan, boolean holds) {
    return switch (plan.status()) {
      case IMPOSSIBLE -> PlanAnswer.Status.IMPOSSIBLE;
      case UNKNOWN -> PlanAnswer.Status.NOT_FOUND;
      case PROVEN -> holds ? PlanAnswer.Status.PROVEN : PlanAnswer.Status.HOLDS_LESS;
      case FOUND -> holds ? PlanAnswer.Status.FOUND : PlanAnswer.Status.HOLDS_LESS;
    };
  }
}
