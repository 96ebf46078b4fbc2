package org.tonle.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.Inputs;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.MemoryNeed;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Progress;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Simulation: reads and runs a study.
public final class Simulation {
  /// Memory need of a run for which a garbage collection of about a second is worthwhile.
  private static final double LARGE_BYTE = 400e6;

  private Simulation() {}

  /// Finished simulation.
  ///
  /// @param result result; empty if the study has errors
  /// @param inputs inputs of the result
  public record Done(
      Optional<Result> result, List<Problem> problems, Inputs inputs, RunOrder order) {
    public Done {
      problems = List.copyOf(problems);
    }
  }

  public static Done run(Path folder, RunOrder order, Watcher watcher) {
    StudySource source = StudySource.read(folder, order.threads());
    if (source.study().isEmpty()) {
      return new Done(Optional.empty(), source.problems(), source.inputs(), order);
    }
    Study study = source.study().get();
    watcher.working("run.computing");
    Scenario scenario = order.scenario(study);
    Options options = order.options(study);
    Progress progress = (done, of) -> watcher.working("run.progress", done, of);
    double need_byte = MemoryNeed.of(study, options).size_byte();
    sweep(need_byte);
    Outcome outcome =
        MemoryFault.within(need_byte, () -> Runner.run(study, scenario, options, progress));
    sweep(need_byte);
    watcher.done();
    List<Problem> problems = new ArrayList<>(source.problems());
    outcome.problems().forEach(p -> problems.add(source.inputs().located(p)));
    return new Done(
        outcome.result().map(r -> r.withProblems(problems)), problems, source.inputs(), order);
  }

  /// Collects garbage. Before and after a large run the tables read and the vectors drawn are no
  /// longer used. Java would leave them in the old generation until it is full, which may be a
  /// quarter of the machine's memory.
  private static void sweep(double need_byte) {
    if (need_byte >= LARGE_BYTE) {
      System.gc();
    }
  }
}
