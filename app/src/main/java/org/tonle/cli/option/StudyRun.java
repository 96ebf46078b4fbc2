package org.tonle.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.export.Answers;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import org.tonle.service.ResultFolder;
import org.tonle.service.Simulation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Study run, shared by the commands that run a study: which study to run and how, where its result
/// goes, and whether to print words or JSON.
public final class StudyRun {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Mixin private RunOptions how = new RunOptions();

  @Option(
      names = "--json",
      description = "print the findings, or the problems, as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  private long start_ns;
  private @Nullable Path out;
  private Simulation.@Nullable Done done;

  public Words words() {
    return language.words();
  }

  public boolean isJson() {
    return isJson;
  }

  /// The findings are about one constituent: they go to a folder of their own, or to one that holds
  /// no more.
  public void part(String constituent) throws IOException {
    how.part(constituent);
  }

  /// Runs the study at the low flow of this scenario; "" for the seasons' own flows.
  ///
  /// @return the result; empty if the study has errors, which are printed
  public Optional<Result> compute(String designFlow) throws IOException {
    start_ns = System.nanoTime();
    how.require(words());
    how.at(designFlow);
    Simulation.Done run = how.run(study, words());
    done = run;
    if (run.result().isEmpty() && isJson) {
      Console.printJson(ProblemJson.of(run.problems(), words()).toString());
    }
    return run.result();
  }

  public void write(Answers findings) throws IOException {
    write(findings, false);
  }

  /// @param hasBook whether all tables are also written as a workbook
  public void write(Answers findings, boolean hasBook) throws IOException {
    out = how.out(findings.result().study());
    Simulation.Done run = Objects.requireNonNull(done, "compute comes first");
    ResultFolder.write(findings, run, List.of(), hasBook, out, new ConsoleWatcher(words()));
  }

  /// Seconds since the command began.
  public double seconds() {
    return (System.nanoTime() - start_ns) / 1e9;
  }

  /// Prints the findings, with the time taken and the folder of the results.
  public void print(ObjectNode json) {
    json.put("seconds", rounded(seconds()));
    json.put("out", String.valueOf(out));
    Console.printJson(json.toString());
  }

  /// Prints the folder of the results.
  public void tellWhere() {
    Console.print(words().text("run.out", String.valueOf(out)));
  }

  public static double rounded(double seconds) {
    return StrictMath.rint(seconds * 1000) / 1000;
  }
}
