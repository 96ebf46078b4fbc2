package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The way of a user from published SPARROW tables (cases/sparrow-mrb3) to a fitted study.
class ImportCommandTest {
  @TempDir Path folder;

  @Test
  void tablesBecomeAStudyThatFits() throws IOException {
    Path tables = Path.of(System.getProperty("tonle.shared", ""), "cases", "sparrow-mrb3");
    Assumptions.assumeTrue(Files.isDirectory(tables), "the published model is not here: " + tables);
    Path study = folder.resolve("mrb3");
    CommandsTest.Ran made =
        CommandsTest.run("import", "sparrow", tables, "--model", 6, "--out", study);
    assertEquals(Exit.DONE, made.code(), made.err());
    CommandsTest.Ran again =
        CommandsTest.run("import", "sparrow", tables, "--model", 6, "--out", study);
    assertEquals(Exit.USAGE, again.code(), "a folder that holds something stays as it is");

    CommandsTest.Ran checked = CommandsTest.run("check", study, "--json");
    assertEquals(Exit.DONE, checked.code(), checked.out());
    assertEquals(0, json(checked).get("errors").asInt());

    CommandsTest.Ran fitted = CommandsTest.run("fit", study, "--json");
    assertEquals(Exit.DONE, fitted.code(), fitted.err());
    JsonNode fit = json(fitted);
    // the least sum of squares, as in SparrowFitTest
    assertEquals(115.66322072, fit.get("sse").asDouble(), 115.66 * 1e-6);
    assertTrue(fit.get("identifiable").asBoolean());
    assertTrue(fit.get("seconds").asDouble() > 0);
    for (JsonNode parameter : fit.get("parameters")) {
      Stream.of("name", "estimate", "standardError", "t")
          .forEach(key -> assertTrue(parameter.hasNonNull(key), key + " of " + parameter));
    }
    assertEquals(13, fit.get("parameters").size());
  }

  private static JsonNode json(CommandsTest.Ran ran) {
    return new JsonMapper().readTree(ran.out());
  }
}
