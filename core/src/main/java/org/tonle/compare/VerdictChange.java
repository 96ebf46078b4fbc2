package org.tonle.compare;

import org.tonle.assess.Verdict;

/// Verdict on one place, season and limit whose outcome differs.
public record VerdictChange(Verdict before, Verdict after) {
  /// Whether the place is better judged.
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
