package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.lines.DiffLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.diff.Attribution;
import org.tonle.diff.DiffJson;
import org.tonle.diff.ResultDiff;
import org.tonle.diff.ResultFiles;
import org.tonle.disk.SqliteLibrary;
import org.tonle.i18n.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle diff`.
@Command(
    name = "diff",
    description =
        "Says why two results differ: whether the version, settings, a table, the scenario, the"
            + " number of draws or the seed differs, in which row and column, and which figures moved.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle diff results/may results/june",
      "  tonle diff results/may results/june --attribute --json"
    })
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "folder of the earlier result")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "folder of the later result")
  private Path after = Path.of("");

  @Option(
      names = "--attribute",
      description =
          "if several parts differ, change them one after the other, run every study in between, and"
              + " give each part its share of the change")
  private boolean isAttributed;

  @Option(names = "--json", description = "print the difference as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    SqliteLibrary.require();
    ResultDiff diff = ResultDiff.between(ResultFiles.open(before), ResultFiles.open(after));
    boolean isAsked = isAttributed && diff.verdict() == ResultDiff.Verdict.SEVERAL;
    Optional<Attribution> attribution =
        isAsked ? Optional.of(Attribution.of(diff, new ConsoleWatcher(words))) : Optional.empty();
    if (isJson) {
      Console.printJson(DiffJson.of(diff, attribution).toString());
      return Exit.DONE;
    }
    DiffLines lines = new DiffLines(diff, words);
    lines.all().forEach(Console::print);
    attribution.ifPresent(a -> lines.of(a).forEach(Console::print));
    return Exit.DONE;
  }
}
