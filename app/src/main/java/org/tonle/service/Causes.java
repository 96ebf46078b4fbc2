package org.tonle.service;

import java.util.List;
import java.util.stream.Stream;
import org.tonle.cause.Breaches;
import org.tonle.cause.WorstPlaces;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// What reports tell of causes and demand.
public final class Causes {
  private Causes() {}

  /// The breaches apportioned, with the demand in equal percentages at the study's confidence.
  ///
  /// @param worst number of places that pages show; of very many judged places only those are
  ///   apportioned
  public static Answers ofBreaches(Result result, int worst) {
    return Answers.of(result, questions(result, worst), worst)
        .withDemand(Rule.EQUAL_PERCENTAGE, result.study().settings().judging().confidence(), "");
  }

  /// Breached concentrations that are apportioned when nobody names a place: all of them, of more
  /// than [Answers#MOST_PLACES] judged places those of the worst.
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
