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
import org.tonle.demand.Robustness;
import org.tonle.demand.Rule;
import org.tonle.measure.MeasureModel;
import org.tonle.measure.MeasuringWorth;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Answers of a run, for tables and reports: the result, and the answers to further questions.
///
/// @param causes causes of the concentrations asked about
/// @param worst places that pages show
/// @param demand demand of those concentrations, if it was asked for
/// @param worth worth of further measurements, if there is a demand
/// @param robustness robustness of the demand against what the ground retains, if it was sought
public record Answers(
    Result result,
    Apportionments causes,
    WorstPlaces worst,
    Optional<Demand> demand,
    Optional<MeasuringWorth> worth,
    Optional<Robustness> robustness) {
  /// Largest number of judged places for which tables of causes hold every breach.
  public static final int MOST_PLACES = 5_000;

  /// Answers with a result alone.
  public static Answers of(Result result) {
    return of(result, List.of());
  }

  /// Answers with the causes of these concentrations.
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
        Optional.empty(),
        Optional.empty());
  }

  /// Answers with the causes of every concentration that breaks a required limit.
  public static Answers ofBreaches(Result result) {
    return of(result, Apportionments.breached(result));
  }

  /// The same answers with the demand of the apportioned breaches, and the worth of measurements
  /// for it.
  public Answers withDemand(Rule rule, double confidence, String designFlow) {
    Demand found = DemandModel.of(causes, rule, confidence, designFlow);
    MeasuringWorth measuring = MeasureModel.of(causes, found);
    causes.responses().release();
    return new Answers(
        result, causes, worst, Optional.of(found), Optional.of(measuring), Optional.empty());
  }

  /// The same answers with the robustness of their demand; with very many judged places without it,
  /// because it runs the study twice more.
  public Answers withRobustness() {
    boolean isLarge = result.concentrations().places().size() > MOST_PLACES;
    Optional<Robustness> found =
        isLarge ? Optional.empty() : demand.flatMap(d -> Robustness.of(result, d));
    return new Answers(result, causes, worst, demand, worth, found);
  }

  /// Apportionments in the table of contributions: all of them, or only the worst of very many
  /// places.
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
