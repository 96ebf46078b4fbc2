package org.tonle.export;

import java.util.List;
import java.util.Optional;
import org.tonle.cause.Apportionments;
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
/// @param demand of those, where it was asked for
/// @param worth of measuring next, where there is a demand
public record Answers(
    Result result, Apportionments causes, Optional<Demand> demand, Optional<MeasuringWorth> worth) {

  /// A result alone.
  public static Answers of(Result result) {
    return of(Apportionments.of(result, List.of()));
  }

  /// A result with the causes of these concentrations.
  public static Answers of(Result result, List<Question> questions) {
    return of(Apportionments.of(result, questions));
  }

  /// A result with the causes of all that breaks a required limit.
  public static Answers ofBreaches(Result result) {
    return of(Apportionments.ofBreaches(result));
  }

  private static Answers of(Apportionments causes) {
    return new Answers(causes.result(), causes, Optional.empty(), Optional.empty());
  }

  /// The same with the demand of what it apportions, and the worth of measuring for it.
  public Answers withDemand(Rule rule, double confidence, String designFlow) {
    Demand found = DemandModel.of(causes, rule, confidence, designFlow);
    MeasuringWorth measuring = MeasureModel.of(causes, found);
    causes.responses().release();
    return new Answers(result, causes, Optional.of(found), Optional.of(measuring));
  }
}
