package org.tonle.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.export.plan.PlanReader;
import org.tonle.model.Scenario;
import org.tonle.store.PlanAnswerFile;
import tools.jackson.databind.node.ObjectNode;

/// Files of a saved plan: the scenario, which runs, and beside it the whole answer, which the
/// report and comparisons read.
public final class PlanFiles {
  private static final String ENDING = ".toml";

  private PlanFiles() {}

  /// Writes both files, and the folder if it is not there. The scenario has the name of its file as
  /// its id, so that a study may keep several plans.
  ///
  /// @param file of the scenario
  /// @param comments lines at its head
  public static void write(Path file, Scenario scenario, List<String> comments, ObjectNode answer)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    String name = String.valueOf(file.getFileName());
    String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    String text = ScenarioToml.of(scenario.called(id), comments);
    Files.writeString(file, text);
    ObjectNode kept = answer.deepCopy();
    kept.put(PlanReader.HASH, PlanAnswerFile.hash(text));
    Files.writeString(PlanAnswerFile.beside(file), kept.toPrettyString() + "\n");
  }

  /// Writes a text, and the folder if it is not there.
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, text);
  }
}
