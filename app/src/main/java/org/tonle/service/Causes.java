package org.tonle.service;

import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.run.Result;

/// What reports tell of causes and demand.
public final class Causes {
  private Causes() {}

  /// All breaches apportioned, with the demand in equal percentages at the study's confidence.
  public static Answers ofBreaches(Result result) {
    return Answers.ofBreaches(result)
        .withDemand(Rule.EQUAL_PERCENTAGE, result.study().settings().judging().confidence(), "");
  }
}
