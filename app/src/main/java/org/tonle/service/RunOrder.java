package org.tonle.service;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.scenario.JoinedScenario;

/// Order to run a study: under which scenario, with how many draws, from which seed.
///
/// @param designFlow scenario of the study whose low flow is set besides; "" for the seasons' own
/// @param draws the study's where empty
/// @param seed the study's where empty
/// @param threads all cores where empty
public record RunOrder(
    String scenario, String designFlow, OptionalInt draws, OptionalLong seed, OptionalInt threads) {
  /// The study's own baseline.
  public static final RunOrder BASELINE =
      new RunOrder(
          Scenario.BASELINE.id(),
          "",
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  public Scenario scenario(Study study) {
    Scenario own = StudySource.scenario(study, scenario);
    if (designFlow.isEmpty()) {
      return own;
    }
    Scenario flow = StudySource.scenario(study, designFlow);
    if (flow.seasonsOfSetFlow().isEmpty()) {
      throw new UsageProblem("usage.design_flow", designFlow);
    }
    return JoinedScenario.of(own, own.id(), flow.changes());
  }

  public Options options(Study study) {
    return new Options(
        draws.orElse(study.settings().sampling().draws()),
        seed.orElse(study.settings().sampling().seed()),
        threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
  }

  /// A name of the result that tells it from those of other orders.
  public String name(Study study) {
    return study.id() + "-" + scenario + (designFlow.isEmpty() ? "" : "-" + designFlow);
  }
}
