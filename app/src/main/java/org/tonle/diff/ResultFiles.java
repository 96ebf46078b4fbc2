package org.tonle.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonle.export.Exports;
import org.tonle.service.UsageProblem;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Result files: a folder of results, opened for comparison.
///
/// @param inputs inputs; empty for a result of an older version, which did not keep them
public record ResultFiles(Path folder, JsonNode summary, Optional<InputsFile.Stored> inputs) {

  public static ResultFiles open(Path folder) throws IOException {
    Path file = folder.resolve(Exports.SUMMARY);
    if (!Files.isDirectory(folder)) {
      throw new UsageProblem("usage.no_result_folder", folder);
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem("usage.no_result", folder, Exports.SUMMARY);
    }
    JsonNode summary;
    try {
      summary = new JsonMapper().readTree(Files.readString(file));
    } catch (JacksonException | java.nio.charset.MalformedInputException e) {
      throw new UsageProblem("usage.broken_result", folder, Exports.SUMMARY);
    }
    if (!summary.path("study").isString() || !summary.path("breaches").isNumber()) {
      throw new UsageProblem("usage.broken_result", folder, Exports.SUMMARY);
    }
    return new ResultFiles(folder, summary, inputs(folder));
  }

  private static Optional<InputsFile.Stored> inputs(Path folder) {
    Path file = folder.resolve(InputsFile.NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InputsFile.read(file));
    } catch (IOException e) {
      throw new UsageProblem("usage.broken_result", folder, InputsFile.NAME);
    }
  }

  /// Facts of the run; for an older result those in its summary.
  RunFacts run() {
    return inputs
        .map(InputsFile.Stored::run)
        .orElseGet(
            () ->
                new RunFacts(
                    summary.path("version").asString(""),
                    summary.path("study").asString(""),
                    summary.path("scenario").asString(""),
                    "",
                    summary.path("draws").asInt(0),
                    summary.path("seed").asLong(0),
                    List.of()));
  }
}
