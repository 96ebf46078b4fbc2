package org.tonle.plan.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tonle.assess.Verdict;
import org.tonle.model.Scenario;
import org.tonle.plan.program.Plan;
import org.tonle.run.Cancel;
import org.tonle.run.Question;

/// Attempt at a plan: what was sought, the plan that answers it, and what fresh draws say of it.
///
/// @param bound that no plan which keeps what is sought falls below
/// @param failing rows that the plan keeps in the sample but fresh draws do not prove to hold
/// @param broken limits of each period that held before the plan, are no rows, and hold no more
record Attempt(
    Sought sought,
    Plan plan,
    double bound,
    Scenario scenario,
    FreshCheck.After after,
    Set<Integer> failing,
    List<List<Verdict>> broken) {
  /// An attempt judged with fresh draws.
  static Attempt of(Sought sought, Plan plan, double bound, FreshCheck check) {
    Scenario scenario = sought.scenario(plan);
    FreshCheck.After after = check.run(scenario, Cancel.NEVER);
    List<List<Verdict>> broken =
        IntStream.range(0, sought.model().periods().size())
            .mapToObj(t -> broken(sought, t, after, check))
            .toList();
    return new Attempt(
        sought, plan, bound, scenario, after, failing(sought, plan, after, check), broken);
  }

  /// The same plan as an answer to a stricter question.
  Attempt answering(Sought stricter, double higher) {
    return new Attempt(stricter, plan, higher, scenario, after, failing, broken);
  }

  boolean breaksAny() {
    return broken.stream().anyMatch(b -> !b.isEmpty());
  }

  /// Whether fresh draws prove all that it keeps, and it breaks nothing else.
  boolean holds() {
    return failing.isEmpty() && !breaksAny();
  }

  /// Rows of limits that the plan keeps at every known point.
  private static Set<Integer> failing(
      Sought sought, Plan plan, FreshCheck.After after, FreshCheck check) {
    PlanModel model = sought.model();
    Set<Integer> failing = new TreeSet<>();
    if (!plan.isFound()) {
      return failing;
    }
    Set<PlanModel.Limit> notKept = new HashSet<>();
    for (int r = 0; r < model.rows().size(); r++) {
      if (!sought.isKept(plan, r)) {
        notKept.add(model.limit(r));
      }
    }
    for (int r = 0; r < model.rows().size(); r++) {
      Verdict verdict = model.rows().get(r).verdict();
      if (!notKept.contains(model.limit(r))
          && check.sureOf(after.of(model.periodOfRow(r), verdict)) < model.rows().get(r).aim()) {
        failing.add(r);
      }
    }
    return failing;
  }

  private static List<Verdict> broken(
      Sought sought, int period, FreshCheck.After after, FreshCheck check) {
    PlanModel model = sought.model();
    double confidence = sought.request().confidence();
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
        .filter(v -> check.before(period, v) >= confidence)
        .filter(v -> v.probabilityOfMeeting() < confidence)
        .filter(v -> !known.contains(questionOf(v)))
        .toList();
  }

  static Question questionOf(Verdict v) {
    return new Question(v.place(), v.season(), v.constituent());
  }
}
