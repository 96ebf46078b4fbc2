package org.tonle.compare;

import org.tonle.assess.Verdict;

/// Verdict change: two verdicts on one place, season and limit with different outcomes.
public record VerdictChange(Verdict before, Verdict after) {
  /// Whether the limit is met in more draws.
  public boolean isBetter() {
    return after.probabilityOfMeeting() > before.probabilityOfMeeting();
  }
}
