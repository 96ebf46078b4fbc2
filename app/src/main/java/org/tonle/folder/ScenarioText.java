package org.tonle.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.build.ChangeLines;
import org.tonle.folder.build.ScenarioReader;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.scenario.ScenarioCheck;

/// Scenario written as text, in TOML or in JSON, with its problems.
///
/// @param scenario empty if there is an error
public record ScenarioText(Optional<Scenario> scenario, List<Problem> problems) {
  public ScenarioText {
    problems = List.copyOf(problems);
  }

  /// @param file name that problems show
  public static ScenarioText toml(String file, String text, ScenarioCheck check) {
    Problems problems = new Problems();
    Toml toml = Toml.parse(file, text, problems);
    return read(toml, new ChangeLines(text), problems, check);
  }

  /// @param file name that problems show, "" if it has no file
  public static ScenarioText json(String file, String text, ScenarioCheck check) {
    Problems problems = new Problems();
    return read(Toml.json(file, text, problems), ChangeLines.NONE, problems, check);
  }

  /// Checks against the study only the parts that could be read: a gap would be reported as a
  /// second problem.
  private static ScenarioText read(
      Toml toml, ChangeLines lines, Problems problems, ScenarioCheck check) {
    if (problems.hasErrors()) {
      return new ScenarioText(Optional.empty(), problems.all());
    }
    ScenarioReader.Read read = new ScenarioReader(toml, lines, problems).read();
    List<Problem> found = new ArrayList<>(problems.all());
    if (!problems.hasErrors()) {
      found.addAll(check.check(read.scenario(), read.rows()));
    }
    boolean isWrong = found.stream().anyMatch(Problem::isError);
    return new ScenarioText(isWrong ? Optional.empty() : Optional.of(read.scenario()), found);
  }
}
