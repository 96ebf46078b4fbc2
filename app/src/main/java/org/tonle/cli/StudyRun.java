package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.export.Answers;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// What the commands that run a study have in common: which study and how, what becomes of its
/// result, and whether it is told in words or as JSON.
final class StudyRun {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Mixin private RunOptions how = new RunOptions();

  @Option(
      names = "--json",
      description = "print what was found, or the problems, as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  private long start_ns;
  private @Nullable Path out;

  Words words() {
    return language.words();
  }

  boolean isJson() {
    return isJson;
  }

  /// Runs the study at a low flow that this scenario sets; "" for the seasons' own.
  ///
  /// @return nothing where it has errors: they are told
  Optional<Result> compute(String designFlow) throws IOException {
    start_ns = System.nanoTime();
    how.require(words());
    how.at(designFlow);
    Simulation.Done done = Simulation.run(study, how, words());
    if (done.result().isEmpty() && isJson) {
      Console.printJson(ProblemJson.of(done.problems(), words()).toString());
    }
    return done.result();
  }

  void write(Answers findings) throws IOException {
    out = how.out(findings.result().study());
    ResultFolder.write(findings, List.of(), out, words());
  }

  /// Since the command began.
  double seconds() {
    return (System.nanoTime() - start_ns) / 1e9;
  }

  /// Prints what was found, with how long it took and where the results are.
  void print(ObjectNode json) {
    json.put("seconds", rounded(seconds()));
    json.put("out", String.valueOf(out));
    Console.printJson(json.toString());
  }

  /// Says where the results are.
  void tellWhere() {
    Console.print(words().text("run.out", String.valueOf(out)));
  }

  static double rounded(double seconds) {
    return StrictMath.rint(seconds * 1000) / 1000;
  }
}
