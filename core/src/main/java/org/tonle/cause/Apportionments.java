package org.tonle.cause;

import java.util.List;
import java.util.Set;
import org.tonle.assess.Verdict;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Apportionments of concentrations of a result, in the order of the questions.
///
/// @param responses to ask for draws again
public record Apportionments(Result result, Responses responses, List<Apportionment> all) {
  public Apportionments {
    all = List.copyOf(all);
  }

  /// The answer to every question, computed.
  public static Apportionments of(Result result, List<Question> questions) {
    return of(result, Responses.of(result.instance(), result.options(), questions));
  }

  static Apportionments of(Result result, Responses responses) {
    return new Apportionments(result, responses, responses.apportionments());
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
