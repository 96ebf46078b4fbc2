package org.tonle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.RunOptions;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.service.HeldStudy;
import org.tonle.service.StudySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tonle levers`.
@Command(
    name = "levers",
    description =
        "Keeps a study prepared and answers changes at once. Reads one scenario per line as JSON from"
            + " standard input and writes the difference it makes, with the milliseconds, as one line of"
            + " JSON. The line ? lists the levers. Ends with its input.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  echo '?' | tonle levers studies/cambodia",
      "  echo '{\"scale_load\": {\"source\": \"TN001\", \"factor\": 0.5}}' | tonle levers"
          + " studies/cambodia"
    })
final class LeversCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path folder = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    StudySource source =
        StudySource.read(folder, options.order().threads()).by(options.order().law());
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), folder, words);
      return Exit.PROBLEMS;
    }
    Study study = source.study().get();
    Options run = options.order().options(study);
    Console.progress(words.text("levers.preparing", study.id()));
    long start = System.nanoTime();
    try (HeldStudy held = HeldStudy.of(study, options.order().scenario(study), run, words)) {
      Console.progressDone();
      if (!held.problems().isEmpty()) {
        ProblemLines.brief(held.problems(), folder, words);
        return Exit.PROBLEMS;
      }
      String seconds = Text.format("%.1f", (System.nanoTime() - start) * 1e-9);
      int reaches = study.waterways().reaches().size();
      Console.error(words.text("levers.ready", study.id(), reaches, run.draws(), seconds));
      answer(held);
    }
    return Exit.DONE;
  }

  private static void answer(HeldStudy held) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        Console.printLine(held.answer(line).toString());
      }
    }
  }
}
