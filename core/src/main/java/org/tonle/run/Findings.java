package org.tonle.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Apportionment;
import org.tonle.assess.Demand;
import org.tonle.assess.Rule;
import org.tonle.assess.Verdict;
import org.tonle.assess.Worth;

/// A result with who causes it and how much must go.
///
/// @param apportionments of the concentrations asked for, or of all that break a required limit
/// @param demand of those, where it was asked for
/// @param worth of measuring next, where there is a demand
public record Findings(
    Result result,
    List<Apportionment> apportionments,
    Optional<Demand> demand,
    Optional<Worth> worth) {
  public Findings {
    apportionments = List.copyOf(apportionments);
  }

  /// A result alone.
  public static Findings of(Result result) {
    return new Findings(result, List.of(), Optional.empty(), Optional.empty());
  }

  /// What is wanted of a result, apportioned.
  public static Findings of(Result result, List<Wanted> wanted) {
    return new Findings(
        result,
        Apportioner.of(result.study(), result.scenario(), result.options(), wanted),
        Optional.empty(),
        Optional.empty());
  }

  /// The same with the demand of what it apportions, and what measuring would be worth for it.
  public Findings withDemand(Rule rule, double confidence, String designFlow) {
    Demand found = DemandModel.of(this, rule, confidence, designFlow);
    Worth measuring = MeasureModel.of(this, found);
    return new Findings(result, apportionments, Optional.of(found), Optional.of(measuring));
  }

  /// Concentrations that break a required limit, once each, in the order of the verdicts; in a
  /// scenario that sets flows only in their seasons.
  public static List<Wanted> breached(Result result) {
    Set<String> seasons = result.scenario().seasonsOfSetFlow();
    return result.judged().verdicts().stream()
        .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
        .filter(v -> seasons.isEmpty() || seasons.contains(v.season()))
        .map(v -> new Wanted(v.place(), v.season(), v.constituent()))
        .distinct()
        .toList();
  }
}
