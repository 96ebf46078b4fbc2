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

/// Runs a study under a scenario: loads, network, draws, simulation, assessment.
public final class Runner {
  private Runner() {}

  /// A result, or the errors that kept it from being computed.
  public static Outcome run(Study study, Scenario scenario, Options options) {
    return run(study, scenario, options, Progress.NONE);
  }

  /// The same, telling how far it is.
  public static Outcome run(Study study, Scenario scenario, Options options, Progress progress) {
    return run(Instance.of(Applied.of(study, scenario)), options, progress);
  }

  /// The same of a study that was made ready.
  public static Outcome run(Instance instance, Options options, Progress progress) {
    if (instance.isWrong()) {
      return new Outcome(Optional.empty(), instance.problems());
    }
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      GroupRuns runs = new GroupRuns(instance, options, pool, Cancel.NEVER);
      List<GroupResult> central = runs.central();
      List<Problem> beyond = beyondRange(instance, central);
      if (!beyond.isEmpty()) {
        List<Problem> all = new ArrayList<>(instance.problems());
        all.addAll(beyond);
        return new Outcome(Optional.empty(), all);
      }
      List<GroupResult> draws = runs.draws(central, Keep.ALL, progress);
      List<GroupResults.One> found = new ArrayList<>();
      for (int g = 0; g < central.size(); g++) {
        found.add(
            new GroupResults.One(central.get(g), draws.get(g), instance.places().thresholds(g)));
      }
      ResultBuilder builder = new ResultBuilder(instance, new GroupResults(found), runs.drawn());
      return new Outcome(
          Optional.of(builder.result(options, runs.kernelName())), instance.problems());
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

  /// Everything that would keep a study from running, or should be known before.
  public static List<Problem> check(Study study, Scenario scenario) {
    return Instance.of(Applied.of(study, scenario)).problems();
  }
}
