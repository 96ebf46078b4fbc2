package org.tonle.store;

import java.util.List;

/// Run facts that are not in a table of the study: the study, the scenario, and the draws.
///
/// @param designFlow scenario whose low flow was set in addition, or ""
/// @param changes changes of the scenario, each as one line that can be compared
public record RunFacts(
    String version,
    String study,
    String scenario,
    String designFlow,
    int draws,
    long seed,
    List<String> changes) {
  public RunFacts {
    changes = List.copyOf(changes);
  }

  /// Whether the scenario with this id was run.
  public boolean names(String id) {
    return scenario.equals(id) || designFlow.equals(id);
  }

  /// The same facts with another version of Tonle.
  public RunFacts by(String other) {
    return new RunFacts(other, study, scenario, designFlow, draws, seed, changes);
  }

  /// The same facts with the scenario of another run.
  public RunFacts underScenarioOf(RunFacts o) {
    return new RunFacts(version, study, o.scenario, o.designFlow, draws, seed, o.changes);
  }

  public RunFacts drawn(int otherDraws, long otherSeed) {
    return new RunFacts(version, study, scenario, designFlow, otherDraws, otherSeed, changes);
  }
}
