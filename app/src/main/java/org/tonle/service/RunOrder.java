package org.tonle.service;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.scenario.JoinedScenario;

/// Run order: under which scenario, with how many draws and from which seed to run a study.
///
/// @param designFlow scenario of the study whose low flow is set in addition; "" for the seasons'
///   own flows
/// @param law id or name of the law of the study that takes the place of its main one; "" for its
///   own
/// @param draws number of draws; the study's if empty
/// @param seed seed; the study's if empty
/// @param threads number of threads; all cores if empty
public record RunOrder(
    String scenario,
    String designFlow,
    String law,
    OptionalInt draws,
    OptionalLong seed,
    OptionalInt threads) {
  /// The study's own baseline.
  public static final RunOrder BASELINE =
      new RunOrder(
          Scenario.BASELINE.id(),
          "",
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  /// An order by the study's own main law.
  public RunOrder(
      String scenario,
      String designFlow,
      OptionalInt draws,
      OptionalLong seed,
      OptionalInt threads) {
    this(scenario, designFlow, "", draws, seed, threads);
  }

  /// The same order by another law; "" for the study's own.
  public RunOrder by(String other) {
    return new RunOrder(scenario, designFlow, other, draws, seed, threads);
  }

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

  /// A name for the result that distinguishes it from results of other orders.
  public String name(Study study) {
    return study.id()
        + "-"
        + scenario
        + (designFlow.isEmpty() ? "" : "-" + designFlow)
        + ending(study, law);
  }

  /// What a law that is not the study's own adds to the name of a result; "" for its own.
  public static String ending(Study study, String law) {
    return law.isEmpty() ? "" : "-" + StudySource.law(study, law);
  }
}
