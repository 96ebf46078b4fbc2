package org.tonle.service;

import java.util.List;
import java.util.stream.Stream;
import org.tonle.cause.Breaches;
import org.tonle.cause.WorstPlaces;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Causes and demand for reports.
public final class Causes {
  private Causes() {}

  /// Apportions the breaches, with the demand in equal percentages at the study's confidence.
  ///
  /// @param worst number of places that pages show; with very many judged places only these are
  ///   apportioned
  public static Answers ofBreaches(Result result, int worst) {
    return Answers.of(result, questions(result, worst), worst)
        .withDemand(Rule.EQUAL_PERCENTAGE, result.study().settings().judging().confidence(), "")
        .withRobustness();
  }

  /// Breached concentrations to apportion if the user names no place: all of them, but with more
  /// than [Answers#MOST_PLACES] judged places only those of the worst places.
  public static List<Question> questions(Result result, int worst) {
    boolean isLarge = result.concentrations().places().size() > Answers.MOST_PLACES;
    return isLarge ? ofWorst(result, worst) : new Breaches(result).questions();
  }

  /// Breached concentrations of the worst places.
  public static List<Question> ofWorst(Result result, int worst) {
    Breaches breaches = new Breaches(result);
    WorstPlaces places = breaches.worst(worst);
    Stream<Question> all = breaches.questions().stream();
    return all.filter(q -> places.holds(q.place())).toList();
  }
}
