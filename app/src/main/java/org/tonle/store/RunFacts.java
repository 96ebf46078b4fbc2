package org.tonle.store;

import java.util.List;

/// Facts of a run that are no table of the study: what was run, under which scenario, drawn how.
///
/// @param designFlow scenario whose low flow was set besides, or ""
/// @param changes of the scenario, each as one line that compares
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

  /// Whether a scenario of this id was run.
  public boolean names(String id) {
    return scenario.equals(id) || designFlow.equals(id);
  }

  /// The same by another version of Tonle.
  public RunFacts by(String other) {
    return new RunFacts(other, study, scenario, designFlow, draws, seed, changes);
  }

  /// The same under the scenario of another run.
  public RunFacts underScenarioOf(RunFacts o) {
    return new RunFacts(version, study, o.scenario, o.designFlow, draws, seed, o.changes);
  }

  public RunFacts drawn(int otherDraws, long otherSeed) {
    return new RunFacts(version, study, scenario, designFlow, otherDraws, otherSeed, changes);
  }
}
