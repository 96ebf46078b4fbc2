package org.tonle.cause;

import java.util.List;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Apportionments of concentrations of a result, in the order of the questions.
///
/// @param responses source of the draws, for further questions
public record Apportionments(Result result, Responses responses, List<Apportionment> all) {
  public Apportionments {
    all = List.copyOf(all);
  }

  /// Computes the answer to every question.
  public static Apportionments of(Result result, List<Question> questions) {
    return of(result, Responses.of(result.instance(), result.options(), questions));
  }

  static Apportionments of(Result result, Responses responses) {
    return new Apportionments(result, responses, responses.apportionments());
  }

  /// Computes the causes of every concentration that breaks a required limit.
  public static Apportionments ofBreaches(Result result) {
    return of(result, breached(result));
  }

  /// Concentrations that break a required limit, each once.
  public static List<Question> breached(Result result) {
    return new Breaches(result).questions();
  }
}
