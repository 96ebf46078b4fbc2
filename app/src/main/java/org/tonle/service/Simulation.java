package org.tonle.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.Inputs;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Outcome;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Reads and runs a study.
public final class Simulation {
  private Simulation() {}

  /// @param result nothing where the study has errors
  /// @param inputs of which it was computed
  public record Done(
      Optional<Result> result, List<Problem> problems, Inputs inputs, RunOrder order) {
    public Done {
      problems = List.copyOf(problems);
    }
  }

  public static Done run(Path folder, RunOrder order, Watcher watcher) {
    StudySource source = StudySource.read(folder);
    if (source.study().isEmpty()) {
      return new Done(Optional.empty(), source.problems(), source.inputs(), order);
    }
    Study study = source.study().get();
    watcher.working("run.computing");
    Outcome outcome =
        Runner.run(
            study,
            order.scenario(study),
            order.options(study),
            (done, of) -> watcher.working("run.progress", done, of));
    watcher.done();
    List<Problem> problems = new ArrayList<>(source.problems());
    problems.addAll(outcome.problems());
    return new Done(
        outcome.result().map(r -> r.withProblems(problems)), problems, source.inputs(), order);
  }
}
