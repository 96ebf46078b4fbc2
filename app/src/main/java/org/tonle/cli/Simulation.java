package org.tonle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Outcome;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Reads and runs a study, telling its problems on standard error.
final class Simulation {
  private Simulation() {}

  /// The result, or nothing where the study has errors.
  static Optional<Result> run(Path folder, RunOptions how, Words words) {
    StudySource source = StudySource.read(folder);
    if (source.study().isEmpty()) {
      StudySource.print(source.problems(), folder, words);
      return Optional.empty();
    }
    Study study = source.study().get();
    Console.progress(words.text("run.computing"));
    Outcome outcome =
        Runner.run(
            study,
            how.scenario(study),
            how.options(study),
            (done, of) -> Console.progress(words.text("run.progress", done, of)));
    Console.progressDone();
    List<Problem> problems = new ArrayList<>(source.problems());
    problems.addAll(outcome.problems());
    StudySource.print(problems, folder, words);
    return outcome.result().map(r -> r.withProblems(problems));
  }
}
