package org.tonle.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tonle.export.plan.PlanReader;
import org.tonle.export.plan.SavedPlan;
import org.tonle.folder.Inputs;
import org.tonle.model.Scenario;

/// File of a plan's answer, which lies beside the scenario of the plan.
public final class PlanAnswerFile {
  /// End of its name; the scenario's ends with `.toml`.
  private static final String ANSWER = ".plan.json";

  /// Lines of a scenario's file that say what it is called, not what it does.
  private static final Pattern NAMING = Pattern.compile("#.*|(id|name|name_zh|name_km)\\s*=.*");

  private PlanAnswerFile() {}

  /// The file beside a scenario's file.
  public static Path beside(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    return scenario.resolveSibling(name.replaceFirst("\\.toml$", "") + ANSWER);
  }

  /// The plan that a scenario of a study came from; empty if it came from none.
  public static Optional<SavedPlan> of(Path study, Inputs inputs, Scenario scenario) {
    Optional<Inputs.ScenarioFile> found =
        inputs.scenarios().stream().filter(s -> s.id().equals(scenario.id())).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path file = beside(study.resolve(found.get().file()));
    try {
      return Files.isRegularFile(file)
          ? PlanReader.read(Files.readString(file), hash(found.get().text()))
          : Optional.empty();
    } catch (IOException e) {
      // A report without the plan's chapter is better than none.
      return Optional.empty();
    }
  }

  /// Hash of what the text of a scenario's file does, without its names and comments: whoever
  /// changes a plan by hand must not be shown its old costs without a word.
  public static String hash(String scenario) {
    String lines =
        scenario
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !NAMING.matcher(l).matches())
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
