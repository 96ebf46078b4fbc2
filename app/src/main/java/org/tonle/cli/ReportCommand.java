package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.RunOptions;
import org.tonle.cli.option.WorstOption;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import org.tonle.service.Causes;
import org.tonle.service.ResultFolder;
import org.tonle.service.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle report`.
@Command(
    name = "report",
    description = "Computes a study and writes its results with one HTML report per language.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle report studies/cambodia --lang en,zh,km"})
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      split = ",",
      defaultValue = "en,zh,km",
      description = "languages of the reports (default: ${DEFAULT-VALUE})")
  private List<String> languages = Words.LANGUAGES;

  @Mixin private RunOptions how = new RunOptions();

  @Mixin private WorstOption worst = new WorstOption();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    languages.forEach(LanguageOption::known);
    Words words = Words.in(languages.getFirst());
    worst.require();
    how.require(words);
    Simulation.Done run = how.run(study, words);
    Optional<Result> result = run.result();
    if (result.isEmpty()) {
      return Exit.PROBLEMS;
    }
    Path out = how.out(result.get().study());
    ResultFolder.write(
        Causes.ofBreaches(result.get(), worst.places()),
        run,
        languages.stream().distinct().toList(),
        out,
        new ConsoleWatcher(words));
    RunCommand.tell(result.get(), words, (System.nanoTime() - start) / 1e9);
    Console.print(words.text("run.out", out));
    return Exit.DONE;
  }
}
