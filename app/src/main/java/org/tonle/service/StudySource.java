package org.tonle.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Runner;

/// A study as a command finds it, with everything that is wrong with it.
///
/// @param study empty when there is an error
public record StudySource(
    Path folder, Optional<Study> study, List<Problem> problems, List<Reading.FileRows> rows) {

  /// Reads the folder and, if it is sound, checks what only shows once the parts are put together.
  public static StudySource check(Path folder) {
    Reading reading = StudyReader.read(folder);
    List<Problem> problems = new ArrayList<>(reading.problems());
    reading.study().ifPresent(s -> problems.addAll(Runner.check(s, Scenario.BASELINE)));
    return of(folder, reading, problems);
  }

  /// Reads the folder.
  public static StudySource read(Path folder) {
    Reading reading = StudyReader.read(folder);
    return of(folder, reading, reading.problems());
  }

  private static StudySource of(Path folder, Reading reading, List<Problem> problems) {
    boolean isWrong = problems.stream().anyMatch(Problem::isError);
    return new StudySource(
        folder,
        isWrong ? Optional.empty() : reading.study(),
        List.copyOf(problems),
        reading.rows());
  }

  /// The scenario with this id.
  static Scenario scenario(Study study, String id) {
    if (id.equals(Scenario.BASELINE.id())) {
      return Scenario.BASELINE;
    }
    return study.scenarios().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UsageProblem("usage.scenario", id, String.join(", ", scenarios(study))));
  }

  private static List<String> scenarios(Study study) {
    List<String> ids = new ArrayList<>(List.of(Scenario.BASELINE.id()));
    study.scenarios().forEach(s -> ids.add(s.id()));
    return ids;
  }
}
