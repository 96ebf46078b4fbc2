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

/// A scenario as somebody wrote it, in TOML or in JSON, with what is wrong with it.
///
/// @param scenario empty when there is an error
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

  /// @param file name that problems show, "" where there is none
  public static ScenarioText json(String file, String text, ScenarioCheck check) {
    Problems problems = new Problems();
    return read(Toml.json(file, text, problems), ChangeLines.NONE, problems, check);
  }

  /// Asks the study only about what could be read: a gap would be said to be a second fault.
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
