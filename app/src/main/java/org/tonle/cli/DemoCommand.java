package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.WorstOption;
import org.tonle.i18n.Words;
import org.tonle.packed.PackedStudy;
import org.tonle.run.Result;
import org.tonle.service.Causes;
import org.tonle.service.ResultFolder;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonle demo`.
@Command(
    name = "demo",
    description = "Computes Cambodia and writes its results, with reports in three languages.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle demo", "  tonle demo --out cambodia"})
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "tonle-demo",
      description = "folder of the results (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("tonle-demo");

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private WorstOption worst = new WorstOption();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    worst.require();
    Words words = language.words();
    Watcher watcher = new ConsoleWatcher(words);
    ResultFolder.require(out, watcher);
    try (PackedStudy study = PackedStudy.open("cambodia")) {
      Simulation.Done done = Simulation.run(study.folder(), RunOrder.BASELINE, watcher);
      Result result =
          done.result().orElseThrow(() -> new IllegalStateException(done.problems().toString()));
      // The report lists the warnings of this study; a first look needs only their number.
      ProblemLines.count(done.problems(), study.folder(), words);
      ResultFolder.write(
          Causes.ofBreaches(result, worst.places()), done, Words.LANGUAGES, out, watcher);
      RunCommand.tell(result, words, (System.nanoTime() - start) / 1e9);
      Console.print(words.text("run.out", out));
      Console.print(words.text("demo.open", out.resolve("report-" + words.language() + ".html")));
      Console.print(words.text("demo.serve"));
    }
    return Exit.DONE;
  }
}
