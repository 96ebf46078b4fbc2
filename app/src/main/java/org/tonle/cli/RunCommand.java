package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonle.export.Summary;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.run.Findings;
import org.tonle.run.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `tonle run`.
@Command(
    name = "run",
    description =
        "Computes a study and writes its results: CSV tables, a GeoPackage, summary.json.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle run studies/cambodia",
      "  tonle run studies/cambodia --draws 5000 --out out/cambodia",
      "  tonle run my-study --scenario lower-works --json"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Mixin private RunOptions how = new RunOptions();

  @Option(
      names = "--json",
      description = "print a summary, or the problems, as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Words words = language.words();
    how.require(words);
    Simulation.Done done = Simulation.run(study, how, words);
    if (done.result().isEmpty()) {
      if (isJson) {
        Console.printJson(ProblemJson.of(done.problems(), words).toString());
      }
      return Main.PROBLEMS;
    }
    Result result = done.result().get();
    Path out = how.out(result.study());
    ResultFolder.write(Findings.of(result), List.of(), out, words);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (isJson) {
      ObjectNode summary = Summary.of(result);
      summary.put("seconds", StrictMath.rint(seconds * 1000) / 1000);
      summary.put("out", out.toString());
      Console.printJson(summary.toString());
    } else {
      tell(result, words, seconds, out);
    }
    return Main.DONE;
  }

  /// The result in a few lines.
  static void tell(Result result, Words words, double seconds, Path out) {
    ObjectNode s = Summary.of(result);
    Console.print(
        words.text(
            "run.people",
            String.format(Locale.ROOT, "%.1f", result.loads().people() / 1e6),
            percent(result.loads().safelyManagedShare()),
            percent(result.loads().wastewaterSafelyTreatedShare())));
    Console.print(
        words.text(
            "run.verdicts",
            s.get("breaches").asLong(),
            s.get("breachedPlaces").asLong(),
            s.get("met").asLong(),
            s.get("notKnown").asLong()));
    Console.print(
        words.text(
            "run.observed", s.get("observationsCovered").asLong(), s.get("observations").asLong()));
    Console.print(
        words.text(
            "run.balance",
            String.format(Locale.ROOT, "%.1e", result.massBalanceError()),
            result.options().draws(),
            String.format(Locale.ROOT, "%.1f", seconds)));
    Console.print(words.text("run.out", out));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }
}
