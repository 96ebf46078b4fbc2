package org.tonle.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.tonle.compare.Contrast;
import org.tonle.compare.ContrastBuilder;
import org.tonle.export.plan.SavedPlan;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;
import org.tonle.store.PlanAnswerFile;

/// Contrast run: compares scenarios of a study with the first of them, in the same draws.
public final class ContrastRun {
  private final Study study;
  private final RunOrder order;
  private final Watcher watcher;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, SavedPlan> plans = new HashMap<>();

  private ContrastRun(Study study, RunOrder order, List<Problem> problems, Watcher watcher) {
    this.study = study;
    this.order = order;
    this.watcher = watcher;
    this.problems.addAll(problems);
  }

  /// Finished comparison.
  ///
  /// @param contrasts one for each scenario except the first; empty if there are errors
  /// @param plans plans that scenarios came from, by the id of the scenario
  public record Done(
      List<Contrast> contrasts, List<Problem> problems, Map<String, SavedPlan> plans) {
    public Done {
      contrasts = List.copyOf(contrasts);
      problems = List.copyOf(problems);
      plans = Map.copyOf(plans);
    }

    /// A comparison that errors kept from being made.
    public static Done refused(List<Problem> problems) {
      return new Done(List.of(), problems, Map.of());
    }
  }

  /// @param source study without errors
  /// @param ids ids of scenarios; the others are compared with the first
  /// @param order draws, seed and threads; its scenario is ignored
  /// @param withDemand whether to compute the load to cut too
  public static Done run(
      StudySource source, List<String> ids, RunOrder order, boolean withDemand, Watcher watcher) {
    Study study = source.study().orElseThrow();
    List<Scenario> scenarios = ids.stream().map(id -> StudySource.scenario(study, id)).toList();
    if (scenarios.size() < 2) {
      throw new UsageProblem("usage.compare_one", String.join(", ", StudySource.scenarios(study)));
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new UsageProblem("usage.compare_same", id);
      }
    }
    ContrastRun run = new ContrastRun(study, order, source.problems(), watcher);
    scenarios.forEach(
        s ->
            PlanAnswerFile.of(source.folder(), source.inputs(), s)
                .ifPresent(plan -> run.plans.put(s.id(), plan)));
    try {
      return run.done(scenarios, withDemand);
    } finally {
      watcher.done();
    }
  }

  private Done done(List<Scenario> scenarios, boolean withDemand) {
    Scenario first = scenarios.getFirst();
    watcher.working("compare.computing", first.id());
    Instance instance = Instance.of(Applied.of(study, first));
    problems.addAll(instance.problems());
    if (instance.isWrong()) {
      return Done.refused(problems);
    }
    Options options = order.options(study);
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      Baseline baseline = Baseline.of(instance, options, pool);
      problems.addAll(baseline.problems());
      if (baseline.result().isEmpty()) {
        return Done.refused(problems);
      }
      return with(new ContrastBuilder(Session.on(baseline, pool), withDemand), scenarios);
    }
  }

  private Done with(ContrastBuilder builder, List<Scenario> scenarios) {
    List<Contrast> contrasts = new ArrayList<>();
    for (Scenario other : scenarios.subList(1, scenarios.size())) {
      watcher.working("compare.comparing", other.id());
      ContrastBuilder.Outcome outcome = builder.contrast(other);
      outcome.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
      if (outcome.contrast().isEmpty()) {
        return Done.refused(problems);
      }
      contrasts.add(outcome.contrast().get());
    }
    return new Done(contrasts, problems, plans);
  }
}
