package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.tonle.check.BeyondRange;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.step.FlowFactors;

/// Runner of a study under a scenario: loads, network, draws, simulation, assessment.
public final class Runner {
  private Runner() {}

  /// A result, or the errors that kept it from being computed.
  public static Outcome run(Study study, Scenario scenario, Options options) {
    return run(study, scenario, options, Progress.NONE);
  }

  /// The same, with reports of progress.
  public static Outcome run(Study study, Scenario scenario, Options options, Progress progress) {
    return run(Instance.of(Applied.of(study, scenario)), options, progress);
  }

  /// The same for a prepared study.
  public static Outcome run(Instance instance, Options options, Progress progress) {
    if (instance.isWrong()) {
      return new Outcome(Optional.empty(), instance.problems());
    }
    Simulated simulated = simulate(instance, options, progress);
    if (!simulated.beyond.isEmpty()) {
      List<Problem> all = new ArrayList<>(instance.problems());
      all.addAll(simulated.beyond);
      return new Outcome(Optional.empty(), all);
    }
    int draws = options.draws() == 0 ? 1 : options.draws();
    Result result =
        new ResultBuilder(instance, new GroupResults(simulated.found), simulated.flow, draws)
            .result(options, simulated.kernel);
    return new Outcome(Optional.of(result), instance.problems());
  }

  /// Simulated results that the assessment needs. The vectors of the draws are left out: they take
  /// half a gigabyte for 60,000 reaches.
  private record Simulated(
      List<Problem> beyond, List<GroupResults.One> found, FlowFactors flow, String kernel) {}

  private static Simulated simulate(Instance instance, Options options, Progress progress) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      GroupRuns runs = new GroupRuns(instance, options, pool, Cancel.NEVER);
      List<GroupResult> central = runs.central();
      List<Problem> beyond = beyondRange(instance, central);
      List<GroupResults.One> found = new ArrayList<>();
      if (beyond.isEmpty()) {
        List<GroupResult> draws = runs.draws(central, Keep.ALL, progress);
        for (int g = 0; g < central.size(); g++) {
          found.add(new GroupResults.One(central.get(g), draws.get(g), runs.limits(g)));
        }
      }
      return new Simulated(beyond, found, runs.drawn().flow(), runs.kernelName());
    }
  }

  static List<Problem> beyondRange(Instance instance, List<GroupResult> central) {
    return BeyondRange.find(
        instance.study(),
        instance.network(),
        instance.groups(),
        instance.places().named,
        instance.places().all(),
        (group, place) -> central.get(group));
  }

  /// Problems that would keep a study from running or that the user should know of.
  public static List<Problem> check(Study study, Scenario scenario) {
    return Instance.of(Applied.of(study, scenario)).problems();
  }
}
