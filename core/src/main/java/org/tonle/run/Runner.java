package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Course;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Kinetics;
import org.tonle.network.KineticsBuilder;
import org.tonle.network.LoadEntries;
import org.tonle.network.LoadEntriesBuilder;
import org.tonle.network.Multipliers;
import org.tonle.network.NetworkBuilder;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.scenario.ScenarioCheck;
import org.tonle.simulate.DoubleKernel;
import org.tonle.simulate.FloatKernel;
import org.tonle.simulate.FloatVectors;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.step.DrawVectors;

/// Runs a study under a scenario: loads, network, draws, simulation, assessment.
public final class Runner {
  private final Study study;
  private final Scenario scenario;
  private final Options options;
  private final Progress progress;

  private Runner(Study study, Scenario scenario, Options options, Progress progress) {
    this.study = study;
    this.scenario = scenario;
    this.options = options;
    this.progress = progress;
  }

  /// A result, or the errors that kept it from being computed.
  public static Outcome run(Study study, Scenario scenario, Options options) {
    return run(study, scenario, options, Progress.NONE);
  }

  /// The same, telling how far it is.
  public static Outcome run(Study study, Scenario scenario, Options options, Progress progress) {
    return new Runner(study, scenario, options, progress).run();
  }

  /// Everything that would keep a study from running, or should be known before.
  public static List<Problem> check(Study study, Scenario scenario) {
    return prepared(study, scenario).problems();
  }

  /// What a run needs before it draws.
  record Prepared(
      Applied applied,
      Loads loads,
      NetworkBuilder builder,
      Multipliers multipliers,
      List<Kinetics> groups,
      List<LoadEntries> entries,
      List<Problem> problems) {
    boolean isWrong() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  static Prepared prepared(Study study, Scenario scenario) {
    return new Runner(study, scenario, Options.of(0, 1), Progress.NONE).prepare();
  }

  private Prepared prepare() {
    ScenarioCheck check = ScenarioCheck.of(study);
    List<Problem> wrong = check.check(scenario);
    // What cannot be applied is left out, so that the rest can still be looked at.
    Applied applied = Applied.of(check.index(), scenario);
    Loads loads = LoadModel.of(study, applied);
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    Multipliers multipliers = new Multipliers();
    List<Problem> problems = new ArrayList<>(wrong);
    problems.addAll(loads.problems());
    problems.addAll(builder.problems());
    problems.addAll(SwallowedLoads.find(study, loads));
    List<Kinetics> groups = List.of();
    List<LoadEntries> entries = List.of();
    if (problems.stream().noneMatch(Problem::isError)) {
      groups = new KineticsBuilder(study, applied, builder.network(), multipliers).build();
      LoadEntriesBuilder entriesBuilder =
          new LoadEntriesBuilder(study, builder, loads, multipliers);
      entries = groups.stream().map(entriesBuilder::build).toList();
      problems.addAll(entriesBuilder.problems());
      problems.addAll(ClosedLakes.find(study, builder.network(), groups));
    }
    List<Problem> accepted = Listing.cut(study.settings().accept(problems));
    return new Prepared(applied, loads, builder, multipliers, groups, entries, accepted);
  }

  private Outcome run() {
    Prepared prepared = prepare();
    if (prepared.isWrong()) {
      return new Outcome(Optional.empty(), prepared.problems());
    }
    Loads loads = prepared.loads();
    NetworkBuilder builder = prepared.builder();
    Multipliers multipliers = prepared.multipliers();
    List<Kinetics> groups = prepared.groups();
    List<LoadEntries> entries = prepared.entries();
    List<Problem> problems = prepared.problems();
    Layout layout = new Layout(study, builder, groups);
    Vectors vectors = new Vectors(study, prepared.applied(), builder, multipliers);
    Course course = CourseBuilder.of(builder.network());
    int lakeSteps = study.settings().lakeSteps();
    DrawVectors one = vectors.central();
    Kernel exact = new DoubleKernel(builder.network(), course, one, lakeSteps);
    List<GroupResult> central = simulate(exact, groups, entries, layout);
    List<Problem> beyond = BeyondRange.find(study, builder.network(), groups, layout, central);
    if (!beyond.isEmpty()) {
      List<Problem> all = new ArrayList<>(problems);
      all.addAll(beyond);
      return new Outcome(Optional.empty(), all);
    }
    DrawVectors drawn = options.draws() > 0 ? vectors.drawn(options) : one;
    FloatVectors narrow = new FloatVectors(drawn);
    Kernel kernel =
        new FloatKernel(builder.network(), course, narrow, lakeSteps, FloatKernel.isVectorAtHand());
    List<GroupResult> draws =
        options.draws() > 0 ? simulate(kernel, groups, entries, layout) : central;
    Assembly assembly = new Assembly(study, builder, groups, layout, central, draws, drawn);
    return new Outcome(
        Optional.of(assembly.result(scenario, options, kernel.name(), loads, problems)), problems);
  }

  /// One task per linked group, and within it one per part of the network; parts do not depend on
  /// the threads, so threads change no bit.
  private List<GroupResult> simulate(
      Kernel kernel, List<Kinetics> groups, List<LoadEntries> entries, Layout layout) {
    List<Callable<GroupResult>> tasks = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Kinetics kinetics = groups.get(g);
      LoadEntries own = entries.get(g);
      int group = g;
      tasks.add(() -> kernel.run(kinetics, own, layout.places, layout.thresholds(group)));
    }
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      List<GroupResult> results = new ArrayList<>();
      for (Future<GroupResult> future : pool.invokeAll(tasks)) {
        results.add(future.get());
        progress.done(results.size(), tasks.size());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while simulating.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A linked group failed.", e.getCause());
    }
  }
}
