package org.tonle.plan.answer;

import org.tonle.assess.Verdict;
import org.tonle.run.Question;

/// Limit before and after a plan.
///
/// @param verdict on the limit without the plan
/// @param aim share of draws that the plan must meet it in; NaN where it is beyond the sources
/// @param best share of the sample's draws that meet it at best: of the best choice found; of a
///   limit beyond works a bound
/// @param before share of fresh draws that meet it without the plan
/// @param after share of fresh draws that meet it with the plan
/// @param sureOf lower 95 % bound of `after`
/// @param year first year of the period whose loads it is judged with
public record PlannedLimit(
    Question question,
    Verdict verdict,
    Reach reach,
    double aim,
    double best,
    double before,
    double after,
    double sureOf,
    int year) {

  /// What works can do for a limit.
  public enum Reach {
    /// A row of the plan.
    PLANNED,
    /// Given up for the budget.
    GIVEN_UP,
    /// No choice of works was found that meets it, and none is proven impossible.
    NONE_FOUND,
    /// No choice of the works considered meets it.
    BEYOND_WORKS,
    /// Broken without any listed source, too.
    BEYOND_SOURCES;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Limit that works cannot keep, before a plan is checked.
  static PlannedLimit beyond(
      Question question, Verdict v, Reach reach, double aim, double best, int year) {
    double now = v.probabilityOfMeeting();
    return new PlannedLimit(question, v, reach, aim, best, now, now, Double.NaN, year);
  }

  /// Whether fresh draws prove that it holds.
  public boolean holds() {
    return sureOf >= aim;
  }
}
