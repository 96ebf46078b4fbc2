package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.cost.Horizon;
import org.tonle.run.Options;
import org.tonle.solve.Solvers;

/// Copy of a study folder whose tables a test changes.
record StudyCopy(Path folder) {
  static StudyCopy of(String study, Path into) throws IOException {
    Path from = Path.of(System.getProperty("tonle.home", "..")).resolve("studies").resolve(study);
    Path copy = into.resolve(study);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(from.relativize(file).toString()));
      }
    }
    return new StudyCopy(copy);
  }

  /// Replaces what a pattern matches; it must match something.
  void replace(String table, String pattern, String by) throws IOException {
    Path file = folder.resolve(table);
    String before = Files.readString(file);
    String after = before.replaceAll(pattern, by);
    assertNotEquals(before, after, pattern + " in " + table);
    Files.writeString(file, after);
  }

  Study study() {
    var read = StudyReader.read(folder);
    return read.study().orElseThrow(() -> new AssertionError(read.problems().toString()));
  }

  static PlanRequest request(Study study, double confidence, List<String> with) {
    return new PlanRequest(
        confidence,
        PlanRequest.Goal.LEAST_COST,
        OptionalDouble.empty(),
        study.settings().year(),
        new Horizon(30, study.catalogue().money().discount_per_a()),
        List.of(),
        with,
        1000);
  }

  static Planner.Planned plan(
      Study study,
      Scenario scenario,
      double confidence,
      UnaryOperator<PlanRequest> means,
      List<String> with) {
    PlanRun.Outcome outcome =
        PlanRun.run(
            study,
            scenario,
            new Options(200, 1, 2),
            means.apply(request(study, confidence, with)),
            Solvers.highs(),
            0.001,
            Duration.ofSeconds(60),
            new PlanRun.Listener() {
              @Override
              public void begins(PlanRun.Step step) {}

              @Override
              public boolean goesOn(double best_usd, double bound_usd) {
                return true;
              }
            });
    return outcome.planned().orElseThrow(() -> new AssertionError(outcome.problems().toString()));
  }
}
