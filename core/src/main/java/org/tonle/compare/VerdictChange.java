package org.tonle.compare;

import org.tonle.assess.Verdict;

/// Verdict change: two verdicts on one place, season and limit with different outcomes.
public record VerdictChange(Verdict before, Verdict after) {
  /// Whether the outcome is better.
  public boolean isBetter() {
    return rank(after.outcome()) > rank(before.outcome());
  }

  private static int rank(Verdict.Outcome outcome) {
    return switch (outcome) {
      case BREACHED -> 0;
      case NOT_KNOWN -> 1;
      case MET -> 2;
    };
  }
}
