package org.tonle.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.fit.Estimate;
import org.tonle.fit.FitRunner;
import org.tonle.fit.Solution;
import org.tonle.model.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// FEATURE UNDER TEST: a fit of the published SPARROW models (cases/sparrow-mrb3) reaches the
/// independent optimum from the published start and from another one, with its standard errors.
class SparrowFitTest {
  @TempDir Path folder;

  private static JsonNode optimum(String model) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(SparrowCase.mrb3().resolve("case.json")))
        .path("calibration")
        .path("independent_optimum")
        .path("Model" + model);
  }

  @Tag("slow")
  @ParameterizedTest(name = "model {0}")
  @CsvSource({"1", "2", "4", "5"})
  void theIndependentOptimumIsReached(String model) throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), model, folder);
    JsonNode expected = optimum(model);
    FitRunner runner = FitRunner.of(study);
    assertEquals(List.of(), runner.problems());
    assertTrue(runner.isSwept(), "derivatives are exact");
    for (double[] start : runner.starts(Optional.empty())) {
      Solution found = runner.solve(List.of(start));
      assertTrue(
          found.sse() <= expected.path("sse").asDouble() * (1 + 1e-6),
          "%s from %s".formatted(found.sse(), java.util.Arrays.toString(start)));
      assertTrue(found.isIdentifiable());
      for (Estimate e : found.estimates()) {
        String name = e.parameter().name();
        double estimate = expected.path("estimates").path(name).asDouble();
        double error = expected.path("se").path(name).asDouble();
        assertEquals(estimate, e.value(), 1e-4 * error, name);
        assertEquals(error, e.standardError(), 1e-4 * error, name);
      }
    }
  }

  @Tag("slow")
  @Test
  void model6WithItsDeliveryFromThreeStarts() throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), "6", folder);
    FitRunner runner = FitRunner.of(study);
    Solution found = runner.solve(runner.starts(Optional.empty()));
    assertEquals(3, found.agreeing());
    // the published optimiser stopped at 115.687; its estimates lie within 0.4 standard errors
    assertTrue(found.sse() < 115.687340820003, "" + found.sse());
    assertEquals(115.66322072, found.sse(), 115.66 * 1e-6);
    assertTrue(found.isIdentifiable());
    ForeignTable published = ForeignTable.find(SparrowCase.mrb3(), "parameters.csv").orElseThrow();
    int compared = 0;
    for (int i = 0; i < published.size(); i++) {
      for (Estimate e : found.estimates()) {
        if (published.text(i, "model").equals("Model6")
            && published.text(i, "parameter").equals(e.parameter().name())) {
          double error = published.number(i, "published_se");
          assertEquals(published.number(i, "published_estimate"), e.value(), 0.4 * error);
          compared++;
        }
      }
    }
    assertEquals(13, compared);
  }
}
