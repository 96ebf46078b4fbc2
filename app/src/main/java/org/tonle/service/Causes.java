package org.tonle.service;

import org.tonle.assess.Rule;
import org.tonle.run.Findings;
import org.tonle.run.Result;

/// What reports tell of causes and demand.
public final class Causes {
  private Causes() {}

  /// All breaches apportioned, with the demand in equal percentages at the study's confidence.
  public static Findings ofBreaches(Result result) {
    return Findings.of(result, Findings.breached(result))
        .withDemand(Rule.EQUAL_PERCENTAGE, result.study().settings().confidence(), "");
  }
}
