package org.tonle.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tonle.export.plan.PlanReader;
import org.tonle.export.plan.SavedPlan;
import org.tonle.folder.Inputs;
import org.tonle.model.Scenario;

/// File of a plan's answer, which lies beside the scenario of the plan.
public final class PlanAnswerFile {
  /// End of its name; the scenario's ends with `.toml`.
  private static final String ANSWER = ".plan.json";

  private PlanAnswerFile() {}

  /// The file beside a scenario's file.
  public static Path beside(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    return scenario.resolveSibling(name.replaceFirst("\\.toml$", "") + ANSWER);
  }

  /// The plan that a scenario of a study came from; empty if it came from none.
  public static Optional<SavedPlan> of(Path study, Inputs inputs, Scenario scenario) {
    Optional<Path> file =
        inputs.scenarios().stream()
            .filter(s -> s.id().equals(scenario.id()))
            .findFirst()
            .map(s -> beside(study.resolve(s.file())));
    try {
      return file.isPresent() && Files.isRegularFile(file.get())
          ? PlanReader.read(Files.readString(file.get()), hash(scenario))
          : Optional.empty();
    } catch (IOException e) {
      // A report without the plan's chapter is better than none.
      return Optional.empty();
    }
  }

  /// Hash of what a scenario does: whoever changes a plan by hand must not be shown its old costs
  /// without a word.
  public static String hash(Scenario scenario) {
    // A file lists changes by their kind, a plan by its sites.
    String lines = String.join("\n", ScenarioLines.of(scenario).stream().sorted().toList());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
