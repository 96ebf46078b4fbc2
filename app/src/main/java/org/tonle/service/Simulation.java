package org.tonle.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonle.export.plan.SavedPlan;
import org.tonle.folder.Inputs;
import org.tonle.memory.GarbageSweep;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.MemoryNeed;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Progress;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.store.PlanAnswerFile;

/// Simulation: reads and runs a study.
public final class Simulation {
  /// Memory need of a run for which a garbage collection of about a second is worthwhile.
  private static final double LARGE_BYTE = 400e6;

  private Simulation() {}

  /// Finished simulation.
  ///
  /// @param result result; empty if the study has errors
  /// @param inputs inputs of the result
  /// @param plan plan that its scenario came from
  public record Done(
      Optional<Result> result,
      List<Problem> problems,
      Inputs inputs,
      RunOrder order,
      Optional<SavedPlan> plan) {
    public Done {
      problems = List.copyOf(problems);
    }
  }

  public static Done run(Path folder, RunOrder order, Watcher watcher) {
    StudySource source = StudySource.read(folder, order.threads()).by(order.law());
    if (source.study().isEmpty()) {
      return new Done(
          Optional.empty(), source.problems(), source.inputs(), order, Optional.empty());
    }
    Study study = source.study().get();
    watcher.working("run.computing");
    Scenario scenario = order.scenario(study);
    Options options = order.options(study);
    Progress progress = (done, of) -> watcher.working("run.progress", done, of);
    double need_byte = MemoryNeed.of(study, options).size_byte();
    Supplier<Outcome> run = () -> Runner.run(study, scenario, options, progress);
    Outcome outcome = MemoryFault.within(need_byte, swept(need_byte, run));
    watcher.done();
    List<Problem> problems = new ArrayList<>(source.problems());
    outcome.problems().forEach(p -> problems.add(source.inputs().located(p)));
    return new Done(
        outcome.result().map(r -> r.withProblems(problems)),
        problems,
        source.inputs(),
        order,
        PlanAnswerFile.of(folder, source.inputs(), StudySource.scenario(study, order.scenario())));
  }

  /// A large run, with its garbage collected.
  private static Supplier<Outcome> swept(double need_byte, Supplier<Outcome> run) {
    if (need_byte < LARGE_BYTE) {
      return run;
    }
    return () -> {
      try (var _ = new GarbageSweep(need_byte)) {
        return run.get();
      }
    };
  }
}
