package org.tonle.cause;

import java.util.List;
import java.util.Set;
import org.tonle.assess.Verdict;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Apportionments of concentrations of a result, in the order of the questions.
public record Apportionments(Result result, List<Apportionment> all) {
  public Apportionments {
    all = List.copyOf(all);
  }

  /// The answer to every question, computed.
  public static Apportionments of(Result result, List<Question> questions) {
    return new Apportionments(
        result, Apportioner.of(result.study(), result.scenario(), result.options(), questions));
  }

  /// The causes of all that breaks a required limit, computed.
  public static Apportionments ofBreaches(Result result) {
    return of(result, breached(result));
  }

  /// Concentrations that break a required limit, once each, in the order of the verdicts; in a
  /// scenario that sets flows only in their seasons.
  public static List<Question> breached(Result result) {
    Set<String> seasons = result.scenario().seasonsOfSetFlow();
    return result.judged().verdicts().stream()
        .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
        .filter(v -> seasons.isEmpty() || seasons.contains(v.season()))
        .map(v -> new Question(v.place(), v.season(), v.constituent()))
        .distinct()
        .toList();
  }
}
