package org.tonle.cli.plan;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle catalogue`.
@Command(
    name = "catalogue",
    description =
        "Lists the technologies and prices that a plan of a study may choose from, built in and its own: what"
            + " they remove, cost and take, and how good the figures are. Compares their costs with what was"
            + " planned or paid.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle catalogue studies/cambodia",
      "  tonle catalogue studies/cambodia --capacity 500 --json"
    })
public final class CatalogueCommand implements Callable<Integer> {
  /// Capacity of a plant for a town of 50,000.
  private static final double USUAL_M3_PER_D = 10_000;

  private static final double LARGEST_M3_PER_D = 1e7;

  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path folder = Path.of("");

  @Option(
      names = "--capacity",
      paramLabel = "Q",
      description = "capacity in m³/d at which costs are shown (default: 10000)")
  private double capacity_m3_per_d = USUAL_M3_PER_D;

  @Option(names = "--json", description = "print the catalogue as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    if (!(capacity_m3_per_d > 0 && capacity_m3_per_d <= LARGEST_M3_PER_D)) {
      throw new UsageProblem(
          "usage.range", "--capacity", "0", "10000000", Double.toString(capacity_m3_per_d));
    }
    Words words = language.words();
    StudySource source = StudySource.read(folder);
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), folder, words);
      return Exit.PROBLEMS;
    }
    Study study = source.study().get();
    if (isJson) {
      Console.printJson(new CatalogueJson(study.catalogue(), capacity_m3_per_d).text());
    } else {
      new CatalogueLines(study, capacity_m3_per_d, words).lines().forEach(Console::print);
    }
    return Exit.DONE;
  }
}
