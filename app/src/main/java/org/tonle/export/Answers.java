package org.tonle.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Breaches;
import org.tonle.cause.WorstPlaces;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.measure.MeasureModel;
import org.tonle.measure.MeasuringWorth;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Answers that a run gives, for tables and reports: the result, and of each wing what was asked.
///
/// @param causes of the concentrations asked for
/// @param worst places that pages show
/// @param demand of those concentrations, where it was asked for
/// @param worth of measuring next, where there is a demand
public record Answers(
    Result result,
    Apportionments causes,
    WorstPlaces worst,
    Optional<Demand> demand,
    Optional<MeasuringWorth> worth) {
  /// Judged places up to which tables of causes hold every breach.
  public static final int MOST_PLACES = 5_000;

  /// A result alone.
  public static Answers of(Result result) {
    return of(result, List.of());
  }

  /// A result with the causes of these concentrations.
  public static Answers of(Result result, List<Question> questions) {
    return of(result, questions, WorstPlaces.USUAL);
  }

  /// @param worst number of places that pages show
  public static Answers of(Result result, List<Question> questions, int worst) {
    return new Answers(
        result,
        Apportionments.of(result, questions),
        new Breaches(result).worst(worst),
        Optional.empty(),
        Optional.empty());
  }

  /// A result with the causes of all that breaks a required limit.
  public static Answers ofBreaches(Result result) {
    return of(result, Apportionments.breached(result));
  }

  /// The same with the demand of what it apportions, and the worth of measuring for it.
  public Answers withDemand(Rule rule, double confidence, String designFlow) {
    Demand found = DemandModel.of(causes, rule, confidence, designFlow);
    MeasuringWorth measuring = MeasureModel.of(causes, found);
    causes.responses().release();
    return new Answers(result, causes, worst, Optional.of(found), Optional.of(measuring));
  }

  /// What the table of contributions holds: all that was apportioned, of very many places the
  /// worst.
  List<Apportionment> tabled() {
    boolean isWhole =
        result.concentrations().places().size() <= MOST_PLACES
            || places(causes.all()).size() <= worst.places().size();
    return isWhole
        ? causes.all()
        : causes.all().stream().filter(a -> worst.holds(a.place())).toList();
  }

  static Set<Place> places(List<Apportionment> all) {
    return all.stream().map(Apportionment::place).collect(Collectors.toSet());
  }
}
