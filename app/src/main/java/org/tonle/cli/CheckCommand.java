package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.folder.Reading;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.service.StudySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle check`.
@Command(
    name = "check",
    description =
        "Reads a study and lists every problem with its file, row and column, as a spreadsheet shows"
            + " them, and says what to do. It computes nothing and changes no file of the study.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle check studies/cambodia",
      "  tonle check my-study --lang km",
      "  tonle check my-study --convert-legacy-fonts my-study-unicode"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(names = "--json", description = "print the problems as JSON on standard output")
  private boolean isJson;

  @Option(
      names = "--convert-legacy-fonts",
      paramLabel = "NEW",
      description =
          "convert Khmer typed for an old font to Unicode in a copy of the study in the new folder"
              + " NEW, list each converted cell, and check the copy")
  private @Nullable Path unicode;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    @Nullable Path copy = unicode;
    if (copy != null && FontCopy.write(study, copy, words)) {
      study = copy;
    }
    StudySource source = StudySource.check(study);
    if (isJson) {
      Console.printJson(ProblemJson.of(source.problems(), words).toString());
    } else {
      for (Reading.FileRows file : source.rows()) {
        Console.print(words.text("check.rows", file.file(), file.rows()));
      }
      ProblemLines.print(source.problems(), study, words);
    }
    return source.study().isPresent() ? Exit.DONE : Exit.PROBLEMS;
  }
}
