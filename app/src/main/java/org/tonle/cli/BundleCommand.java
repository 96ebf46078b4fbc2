package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.bundle.Bundle;
import org.tonle.bundle.Machine;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.convert.Text;
import org.tonle.disk.ProgramPlace;
import org.tonle.export.Summary;
import org.tonle.i18n.Words;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonle bundle`.
@Command(
    name = "bundle",
    description =
        "Writes Tonle as one zip for machines like this one, with the Java it needs: unpack it and"
            + " start tonle. Nothing is installed, and no network is needed.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle bundle --out bundles", "  tonle bundle --out bundles --any"})
final class BundleCommand implements Callable<Integer> {
  private static final double MB = 1e6;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder of the zip (default: the current folder)")
  private Path out = Path.of(".");

  @Option(
      names = "--any",
      description = "a zip without Java for every system; it needs a JDK 25 where it is used")
  private boolean isForAny;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    Path jar = ProgramPlace.find();
    if (!Files.isRegularFile(jar)) {
      throw new UsageProblem("bundle.no_jar");
    }
    ConsoleWatcher watcher = new ConsoleWatcher(words);
    Optional<Machine> machine = isForAny ? Optional.empty() : Optional.of(Machine.here());
    if (machine.isPresent() && !Bundle.canLink()) {
      watcher.notice("bundle.any");
      machine = Optional.empty();
    }
    Path zip = new Bundle(jar, Summary.version(), machine, watcher).write(out);
    Console.print(words.text("bundle.done", zip, Text.format("%.1f", Files.size(zip) / MB)));
    return Exit.DONE;
  }
}
