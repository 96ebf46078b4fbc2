package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.tonle.assess.FailedChecks;
import org.tonle.check.BeyondRange;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.entry.LoadEntries;
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
            .result(options, simulated.kernel, simulated.failed);
    return new Outcome(Optional.of(result), instance.problems());
  }

  /// Simulated results that the assessment needs. The vectors of the draws are left out: they take
  /// half a gigabyte for 60,000 reaches.
  private record Simulated(
      List<Problem> beyond,
      List<GroupResults.One> found,
      FlowFactors flow,
      String kernel,
      FailedChecks failed) {}

  private static Simulated simulate(Instance instance, Options options, Progress progress) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      GroupRuns runs = new GroupRuns(instance, options, pool, Cancel.NEVER);
      List<GroupResult> central = runs.central();
      List<Problem> beyond = beyondRange(instance, central);
      List<GroupResults.One> found = new ArrayList<>();
      FailedChecks failed = FailedChecks.NONE;
      if (beyond.isEmpty()) {
        // Half of the work: the draws with the listed sources, and without them.
        int groups = central.size();
        List<GroupResult> draws =
            runs.draws(central, Keep.ALL, (done, of) -> progress.done(done, 2 * groups));
        List<GroupResults.Without> without =
            runs.without((done, of) -> progress.done(groups + done, 2 * groups));
        for (int g = 0; g < central.size(); g++) {
          found.add(
              new GroupResults.One(central.get(g), draws.get(g), runs.limits(g), without.get(g)));
        }
        failed = failedChecks(instance, central, pool);
      }
      return new Simulated(beyond, found, runs.drawn().flow(), runs.kernelName(), failed);
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

  /// Waters for which one of the study's own checks fails, on the study without changes: what a
  /// scenario does to the water says nothing about whether the model is valid there.
  ///
  /// @param central central run of the instance, which serves if the scenario is empty: a year or a
  ///   climate changes the water as much as a change does
  static FailedChecks failedChecks(
      Instance instance, List<GroupResult> central, ForkJoinPool pool) {
    Study study = instance.study();
    if (study.evidence().checks().isEmpty()) {
      return FailedChecks.NONE;
    }
    if (instance.applied().scenario().isEmpty()) {
      return failedChecks(instance, central);
    }
    Instance base = Instance.of(Applied.of(study, Scenario.BASELINE));
    if (base.isWrong()) {
      return FailedChecks.NONE;
    }
    Options options = new Options(0, 0, pool.getParallelism());
    return failedChecks(base, new GroupRuns(base, options, pool, Cancel.NEVER).central());
  }

  private static FailedChecks failedChecks(Instance instance, List<GroupResult> central) {
    List<GroupResults.One> found = new ArrayList<>();
    for (int g = 0; g < central.size(); g++) {
      found.add(GroupResults.One.central(central.get(g), instance.places().thresholds(g, 0)));
    }
    return FailedChecks.of(
        instance.study().evidence().checks(),
        new PlaceResults(instance, new GroupResults(found), 1).concentrations());
  }

  /// The central run of a group with other loads.
  public static GroupResult central(Instance instance, int group, LoadEntries entries) {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      return new GroupRuns(instance, new Options(0, 0, 1), pool, Cancel.NEVER)
          .exactly(group, entries);
    }
  }

  /// Problems that would keep a study from running or that the user should know of.
  public static List<Problem> check(Study study, Scenario scenario) {
    return Instance.of(Applied.of(study, scenario)).problems();
  }
}
