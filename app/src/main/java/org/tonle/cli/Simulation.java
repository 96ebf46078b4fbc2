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

/// Reads and runs a study.
final class Simulation {
  private Simulation() {}

  /// @param result nothing where the study has errors
  record Done(Optional<Result> result, List<Problem> problems) {}

  /// Tells every problem on standard error.
  static Done run(Path folder, RunOptions how, Words words) {
    Done done = compute(folder, how, words);
    StudySource.print(done.problems(), folder, words);
    return done;
  }

  static Done compute(Path folder, RunOptions how, Words words) {
    StudySource source = StudySource.read(folder);
    if (source.study().isEmpty()) {
      return new Done(Optional.empty(), source.problems());
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
    return new Done(outcome.result().map(r -> r.withProblems(problems)), problems);
  }
}
