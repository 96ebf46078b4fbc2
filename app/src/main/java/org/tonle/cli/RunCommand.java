package org.tonle.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.StudyRun;
import org.tonle.cli.option.WorstOption;
import org.tonle.convert.Text;
import org.tonle.export.Answers;
import org.tonle.export.Summary;
import org.tonle.i18n.Words;
import org.tonle.load.ServiceShares;
import org.tonle.run.Result;
import org.tonle.service.Causes;
import org.tonle.tell.ServiceWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `tonle run`.
@Command(
    name = "run",
    description =
        "Computes a study and writes its results: CSV tables, a GeoPackage and summary.json; with"
            + " --worst also who causes the breaches at the worst places.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle run studies/cambodia",
      "  tonle run studies/cambodia --draws 5000 --out out/cambodia",
      "  tonle run my-study --scenario lower-works --json"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private StudyRun run = new StudyRun();

  @Mixin private WorstOption worst = new WorstOption();

  @Option(names = "--workbook", description = "also write all tables as one workbook, results.xlsx")
  private boolean hasBook;

  @Override
  public Integer call() throws IOException {
    worst.require();
    Optional<Result> found = run.compute("");
    if (found.isEmpty()) {
      return Exit.PROBLEMS;
    }
    Result result = found.get();
    run.write(
        worst.isAsked()
            ? Answers.of(result, Causes.ofWorst(result, worst.places()), worst.places())
            : Answers.of(result),
        hasBook);
    if (run.isJson()) {
      run.print(Summary.of(result));
    } else {
      tell(result, run.words(), run.seconds());
      run.tellWhere();
    }
    return Exit.DONE;
  }

  /// A count in full, of a country in millions.
  private static String people(double count, Words words) {
    return count < 1e6
        ? Text.format("%,d", StrictMath.round(count))
        : words.text("run.people.millions", Text.format("%.1f", count / 1e6));
  }

  /// Prints the result in a few lines.
  static void tell(Result result, Words words, double seconds) {
    ObjectNode s = Summary.of(result);
    Console.print(
        words.text(
            "run.people",
            people(result.loads().people(), words),
            percent(ServiceShares.of(result.loads()).safe().total()),
            percent(result.loads().wastewaterSafelyTreatedShare())));
    new ServiceWords(words, result).sentences().forEach(Console::print);
    Console.print(
        words.text(
            "run.verdicts",
            s.get("breaches").asLong(),
            s.get("breachedPlaces").asLong(),
            s.get("met").asLong(),
            s.get("notKnown").asLong(),
            Text.format("%.1f", s.get("breachesStandardError").asDouble())));
    JsonNode verdicts = s.get("verdicts");
    Console.print(
        words.text(
            "run.others",
            verdicts.get("beyond_sources").asLong(),
            s.get("beyondSourcesPlaces").asLong(),
            verdicts.get("needs_more_draws").asLong(),
            verdicts.get("model_not_valid").asLong(),
            verdicts.get("not_judged").asLong()));
    Console.print(
        words.text(
            "run.observed",
            s.get("observationsCovered").asLong(),
            s.get("observations").asLong() - s.get("observationsCircular").asLong()));
    if (s.get("modelErrorAssumed").asLong() > 0) {
      Console.print(words.text("run.model_error", s.get("modelErrorAssumed").asLong()));
    }
    Console.print(
        words.text(
            "run.balance",
            Text.format("%.1e", result.massBalanceError()),
            result.options().draws(),
            Text.format("%.1f", seconds)));
  }

  private static String percent(double share) {
    return Text.format("%.1f", share * 100);
  }
}
