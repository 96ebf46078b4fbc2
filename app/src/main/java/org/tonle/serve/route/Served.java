package org.tonle.serve.route;

import org.tonle.serve.guard.Turnstile;
import org.tonle.serve.held.Preparation;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.ScenarioResults;

/// What routes are served from: the study, its results under scenarios, and the turnstile before
/// work that computes.
public record Served(Preparation preparation, ScenarioResults scenarios, Turnstile turnstile) {
  public PreparedStudy study() {
    return preparation.require();
  }
}
