package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.agreement.Agreements;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.lines.ErrorTable;
import org.tonle.cli.option.LanguageOption;
import org.tonle.convert.Text;
import org.tonle.export.FitSummary;
import org.tonle.fit.EnsembleRunner;
import org.tonle.fit.Estimate;
import org.tonle.fit.FitRunner;
import org.tonle.fit.FitTargets;
import org.tonle.fit.LeaveOut;
import org.tonle.fit.Solution;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.model.Observation;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.service.ModelErrorText;
import org.tonle.service.PosteriorFile;
import org.tonle.service.StartFile;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle fit`.
@Command(
    name = "fit",
    description =
        "Changes the figures that parameters.csv names until the study agrees best with the"
            + " observations marked for fitting, and checks the result against the others.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle fit studies/cambodia",
      "  tonle fit studies/cambodia --start other.csv --json",
      "  tonle fit studies/cambodia --draws 1000",
      "  tonle fit studies/cambodia --ensemble",
      "  tonle fit studies/cambodia --leave-out --write model_error.csv"
    })
final class FitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path folder = Path.of("");

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "values to start from, columns parameter and value (default: the study's)")
  private @Nullable Path start;

  @Option(
      names = "--ensemble",
      description =
          "condition the draws of uncertain inputs on the observations instead: write posterior.csv"
              + " into the study; every later run uses it")
  private boolean isEnsemble;

  @Option(
      names = "--leave-out",
      description =
          "estimate the model errors instead: compare every station with a model that has not seen"
              + " it, and print how far they lie apart beyond the spreads of the inputs")
  private boolean isLeaveOut;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "of --leave-out: write the model errors as a table of a study")
  private @Nullable Path table;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "draws of --ensemble (default: 400) and --leave-out (default: 1000); without them, draws"
              + " of the fitted study for the coverage of its 90 %% band (default: none)")
  private @Nullable Integer given;

  @Option(names = "--json", description = "print the fit, or the problems, as JSON")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    StudySource source = StudySource.read(folder);
    ProblemLines.brief(source.problems(), folder, words);
    if (source.study().isEmpty()) {
      return refused(source.problems(), words);
    }
    Study study = source.study().get();
    if (isEnsemble) {
      return ensemble(study, words);
    }
    if (table != null && !isLeaveOut) {
      throw new UsageProblem("fit.write_alone");
    }
    if (isLeaveOut) {
      return leaveOut(study, words);
    }
    int draws = given == null ? 0 : given;
    if (given != null && (draws < 10 || draws > 100_000)) {
      throw new UsageProblem("usage.range", "--draws", 10, 100_000, draws);
    }
    Optional<double[]> begins =
        start == null
            ? Optional.empty()
            : Optional.of(StartFile.read(start, study.evidence().parameters()));
    long begin = System.nanoTime();
    FitRunner runner = FitRunner.of(study);
    if (!runner.isPossible()) {
      ProblemLines.print(runner.problems(), folder, words);
      return refused(runner.problems(), words);
    }
    long built = System.nanoTime();
    Console.progress(words.text("fit.fitting", runner.targets().size()));
    Solution solution = runner.solve(runner.starts(begins));
    double seconds = (System.nanoTime() - built) / 1e9;
    double building = (built - begin) / 1e9;
    Console.progressDone();
    Outcome outcome = runner.run(solution, Options.of(draws, study.settings().sampling().seed()));
    List<Agreements.Row> agreement = FitSummary.agreement(runner, solution, outcome);
    if (isJson) {
      Console.printJson(
          FitSummary.json(study, runner, solution, agreement, seconds, building).toString());
    } else {
      tell(study, runner, solution, agreement, seconds, words);
    }
    return Exit.DONE;
  }

  private int ensemble(Study study, Words words) throws IOException {
    int draws = given == null ? 400 : given;
    if (draws < 50 || draws > 100_000) {
      throw new UsageProblem("usage.range", "--draws", 50, 100_000, draws);
    }
    FitTargets targets = FitTargets.of(study, Observation.Use.FIT);
    if (targets.targets().isEmpty()) {
      List<Problem> none =
          List.of(Problem.error("nothing_to_fit", "observations.csv", 0, "use", "fit", "", ""));
      ProblemLines.print(none, folder, words);
      return refused(none, words);
    }
    long begin = System.nanoTime();
    Console.progress(words.text("fit.fitting", targets.targets().size()));
    EnsembleRunner.Conditioned found =
        EnsembleRunner.run(
            study,
            new Options(draws, study.settings().sampling().seed(), Options.of(0, 1).threads()));
    Console.progressDone();
    PosteriorFile.write(found.posterior(), folder);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (isJson) {
      Console.printJson(FitSummary.ensemble(study, found, draws, seconds).toString());
    } else {
      ProblemLines.print(targets.problems(), folder, words);
      Console.print(
          words.text(
              "fit.ensemble",
              found.targets(),
              draws,
              three(found.sseBefore()),
              three(found.sseAfter()),
              found.posterior().inputs().size(),
              Text.format("%.1f", seconds)));
    }
    return Exit.DONE;
  }

  private int leaveOut(Study study, Words words) throws IOException {
    int draws = given == null ? 1000 : given;
    if (draws < 50 || draws > 100_000) {
      throw new UsageProblem("usage.range", "--draws", 50, 100_000, draws);
    }
    if (table != null && Files.exists(table)) {
      throw new UsageProblem("fit.write_exists", table);
    }
    int stations = LeaveOut.fitted(study).size();
    LeaveOut.Found found =
        LeaveOut.of(
            study,
            new Options(draws, study.settings().sampling().seed(), Options.of(0, 1).threads()),
            i -> Console.progress(words.text("fit.left_out.fitting", i + 1, stations)));
    Console.progressDone();
    if (found.estimates().isEmpty()) {
      List<Problem> none =
          found.problems().isEmpty()
              ? List.of(Problem.error("nothing_left_out", "observations.csv", 0, "", "", "", ""))
              : found.problems();
      ProblemLines.print(none, folder, words);
      return refused(none, words);
    }
    if (table != null) {
      ModelErrorText.write(study, found.estimates(), table);
    }
    ErrorTable told = new ErrorTable(found);
    if (isJson) {
      Console.printJson(told.json().toString());
    } else {
      ProblemLines.print(found.problems(), folder, words);
      told.tell(words);
    }
    return Exit.DONE;
  }

  private int refused(List<Problem> problems, Words words) {
    if (isJson) {
      Console.printJson(ProblemJson.of(problems, words).toString());
    }
    return Exit.PROBLEMS;
  }

  private static void tell(
      Study study,
      FitRunner runner,
      Solution solution,
      List<Agreements.Row> agreement,
      double seconds,
      Words words) {
    ProblemLines.print(runner.problems(), Path.of(study.id()), words);
    Console.print(words.text("fit.head", runner.targets().size(), three(solution.sse())));
    Console.print(
        Text.format(
            "%-24s %12s %12s %8s",
            words.text("fit.parameter"), words.text("fit.estimate"), words.text("fit.error"), "t"));
    for (Estimate e : solution.estimates()) {
      Console.print(
          Text.format(
              "%-24s %12s %12s %8s%s",
              e.parameter().name(),
              three(e.value()),
              three(e.standardError()),
              three(e.t()),
              note(e, words)));
    }
    Console.print(
        words.text(
            solution.isIdentifiable() ? "fit.identifiable" : "fit.not_identifiable",
            three(solution.condition()),
            String.join("; ", solution.entangled())));
    Console.print(words.text("fit.starts", solution.agreeing(), solution.starts()));
    Console.print(words.text("fit.measures"));
    for (Agreements.Row row : agreement) {
      Console.print(
          Text.format(
              "%-10s %-6s %5d %9s %9s %7s %7s %7s %7s %7s  %s",
              row.constituent(),
              words.text("fit.use." + row.use().name().toLowerCase(Locale.ROOT)),
              row.agreement().count(),
              three(row.agreement().bias()),
              three(row.agreement().rmse()),
              three(row.agreement().r2()),
              three(row.agreement().nse()),
              three(row.agreement().kge()),
              three(row.agreement().percentBias()),
              three(100 * row.agreement().covered()),
              words.text("fit.grade." + row.grade().name().toLowerCase(Locale.ROOT))));
    }
    Console.print(words.text("fit.seconds", Text.format("%.2f", seconds)));
  }

  private static String note(Estimate e, Words words) {
    String key = e.isAtBound() ? "fit.bound" : e.isFromPrior() ? "fit.prior" : "";
    return key.isEmpty() ? "" : "  " + words.text(key);
  }

  /// Three significant digits; "–" if there is no number.
  private static String three(double value) {
    return Double.isFinite(value) ? org.tonle.problem.Figure.of(value) : "–";
  }
}
