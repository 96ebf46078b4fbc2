package org.tonle.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// Files of a saved plan: the scenario, which runs, and beside it the whole answer, which the
/// report and comparisons read.
public final class PlanFiles {
  /// End of the name of an answer's file; the scenario's ends with `.toml`.
  public static final String ANSWER = ".plan.json";

  private PlanFiles() {}

  /// Writes both files, and the folder if it is not there.
  ///
  /// @param file of the scenario
  /// @param scenario its text
  public static void write(Path file, String scenario, ObjectNode answer) throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, scenario);
    Files.writeString(answer(file), answer.toPrettyString() + "\n");
  }

  /// File of the answer beside a scenario's file.
  public static Path answer(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    return scenario.resolveSibling(name.replaceFirst("\\.toml$", "") + ANSWER);
  }
}
