package org.tonle.plan.answer;

import java.util.List;
import org.tonle.model.Scenario;
import org.tonle.plan.option.Refusal;

/// Answer to a request for a plan.
///
/// @param cost_usd present cost of the plan
/// @param bound_usd no plan that holds in the sample costs less; where most is sought, NaN
/// @param gap share of the cost that could be saved at most
/// @param sampleDraws draws of the program (`freshDraws` those of the check)
/// @param rounds how often the check asked for another plan
/// @param options number of options considered
/// @param scenario changes of the plan, to run, compare and report
public record PlanAnswer(
    Status status,
    double cost_usd,
    double bound_usd,
    double gap,
    int sampleDraws,
    int freshDraws,
    int rounds,
    int options,
    List<PlannedWork> works,
    List<PlannedLimit> limits,
    List<Refusal> refused,
    Scenario scenario) {
  public PlanAnswer {
    works = List.copyOf(works);
    limits = List.copyOf(limits);
    refused = List.copyOf(refused);
  }

  public enum Status {
    /// Proven within the gap, and every limit holds in fresh draws.
    PROVEN,
    /// Every limit holds in fresh draws; the time was over before the gap was closed.
    FOUND,
    /// Some limits hold in fewer fresh draws than asked for.
    HOLDS_LESS,
    /// Money or means do not pay for all: the most river is kept, and the limits given up wait.
    BUDGET_TOO_SMALL,
    /// No choice meets all that is required.
    IMPOSSIBLE,
    /// No plan was found in the time given.
    NOT_FOUND,
    /// Every limit that works can keep holds already.
    NOTHING_TO_DO;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
