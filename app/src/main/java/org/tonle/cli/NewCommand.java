package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonle.i18n.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tonle new`.
@Command(
    name = "new",
    description = "Puts a small study into a new folder, to be changed into your own.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle new my-study"})
final class NewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "folder to make; must not hold anything yet")
  private Path folder = Path.of("");

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new UsageProblem(words.text("new.not_empty", folder));
    }
    try (PackedStudy study = PackedStudy.open("two-towns")) {
      study.copyTo(folder);
    }
    Console.print(words.text("new.done", folder));
    return Main.DONE;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
