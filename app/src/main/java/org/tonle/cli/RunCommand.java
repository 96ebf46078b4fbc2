package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.export.Exports;
import org.tonle.export.Summary;
import org.tonle.i18n.Words;
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
      "  tonle run studies/cambodia --scenario all-planned-works --draws 2000 --out out/planned"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Mixin private RunOptions how = new RunOptions();

  @Option(names = "--json", description = "print a summary as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Words words = language.words();
    Optional<Result> result = Simulation.run(study, how, words);
    if (result.isEmpty()) {
      return Main.PROBLEMS;
    }
    Path out = how.out(result.get().study());
    write(result.get(), out);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (isJson) {
      ObjectNode summary = Summary.of(result.get());
      summary.put("seconds", StrictMath.rint(seconds * 1000) / 1000);
      summary.put("out", out.toString());
      Console.print(summary.toString());
    } else {
      tell(result.get(), words, seconds, out);
    }
    return Main.DONE;
  }

  /// Results, whole or not at all.
  static void write(Result result, Path out) throws IOException {
    try (ResultFolder folder = ResultFolder.at(out)) {
      Exports.write(result, folder.path());
      folder.finish();
    }
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
