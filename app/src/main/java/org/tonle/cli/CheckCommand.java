package org.tonle.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonle.folder.Reading;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle check`.
@Command(
    name = "check",
    description = "Reads a study and lists every problem; computes nothing and changes no file.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle check studies/cambodia", "  tonle check my-study --lang km"})
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(names = "--json", description = "print the problems as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    Words words = language.words();
    StudySource source = StudySource.check(study);
    if (isJson) {
      Console.printJson(ProblemJson.of(source.problems(), words).toString());
    } else {
      for (Reading.FileRows file : source.rows()) {
        Console.print(words.text("check.rows", file.file(), file.rows()));
      }
      StudySource.print(source.problems(), study, words);
    }
    return source.study().isPresent() ? Main.DONE : Main.PROBLEMS;
  }
}
