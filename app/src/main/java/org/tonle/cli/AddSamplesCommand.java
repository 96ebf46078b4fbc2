package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.Words;
import org.tonle.lab.ChangedVerdict;
import org.tonle.lab.SampleAddition;
import org.tonle.model.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle add-samples`.
@Command(
    name = "add-samples",
    description =
        "Appends a laboratory's sheet, a CSV file with the columns of observations.csv, to the"
            + " observations of a study. It lists the sheet's problems first and appends nothing if one"
            + " of them is an error; rows that the study has already are named and skipped. Then it says"
            + " which measured verdicts changed.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle add-samples my-study november.csv --dry-run",
      "  tonle add-samples my-study november.csv"
    })
final class AddSamplesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Parameters(index = "1", paramLabel = "FILE", description = "sheet of the laboratory, as CSV")
  private Path sheet = Path.of("");

  @Option(names = "--dry-run", description = "say what would change, and change nothing")
  private boolean isDry;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    SampleAddition addition = SampleAddition.of(study, sheet);
    if (addition.isRefused()) {
      return refused(addition, words);
    }
    Optional<Study> before = addition.studyBefore();
    boolean isNew = addition.addedRows() > 0;
    Optional<Study> after = isNew ? addition.write(isDry) : before;
    if (addition.isRefused()) {
      return refused(addition, words);
    }
    ProblemLines.print(addition.problems(), sheet, words);
    tell(addition, words);
    if (isNew && before.isPresent() && after.isPresent()) {
      tell(ChangedVerdict.between(before.get(), after.get()), words);
    }
    return Exit.DONE;
  }

  private int refused(SampleAddition addition, Words words) {
    ProblemLines.print(addition.problems(), sheet, words);
    Console.error(words.text("samples.refused", study));
    return Exit.PROBLEMS;
  }

  private void tell(SampleAddition addition, Words words) {
    for (SampleAddition.Duplicate d : addition.duplicates()) {
      Console.print(
          words.text(
              "samples.duplicate",
              sheet.getFileName(),
              d.row(),
              d.station(),
              d.constituent(),
              d.value(),
              d.where()));
    }
    if (addition.addedRows() == 0) {
      Console.print(words.text("samples.nothing", addition.duplicates().size(), study));
      return;
    }
    Console.print(
        words.text(
            isDry ? "samples.would_add" : "samples.added",
            addition.addedRows(),
            study.resolve("observations.csv"),
            addition.duplicates().size()));
    for (SampleAddition.Count count : addition.counts()) {
      Console.print(
          words.text("samples.count", count.station(), count.constituent(), count.rows()));
    }
  }

  private static void tell(List<ChangedVerdict> changes, Words words) {
    if (changes.isEmpty()) {
      Console.print(words.text("samples.no_verdict"));
      return;
    }
    Console.print(words.text("samples.verdicts"));
    for (ChangedVerdict change : changes) {
      Console.print(
          words.text(
              "samples.verdict",
              change.station(),
              change.constituent(),
              change.standard(),
              words.text(
                  change.before().map(v -> "samples.is." + v.id()).orElse("samples.is.none")),
              words.text("samples.is." + change.after().id())));
    }
  }
}
