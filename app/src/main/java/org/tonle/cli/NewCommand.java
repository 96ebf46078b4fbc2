package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.Words;
import org.tonle.packed.MinimalStudy;
import org.tonle.packed.PackedStudy;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
import org.tonle.service.WholeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle new`.
@Command(
    name = "new",
    description =
        "Copies the small example study two-towns into a new folder, where you can change it into"
            + " your own. With --minimal it writes a study that holds what is known for a whole"
            + " country, and one river and one town as example rows to replace.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle new my-study", "  tonle new --minimal --country KH my-province"})
final class NewCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "folder to create; it must be empty or not exist yet")
  private Path folder = Path.of("");

  @Option(
      names = "--minimal",
      description = "write the country's factors, limits and spreads, and example rows to replace")
  private boolean isMinimal;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "country of a minimal study: KH; it implies --minimal (default: KH)")
  private @Nullable String country;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    Path target = Leftovers.real(folder);
    Leftovers.tidy(target);
    if (Files.exists(target) && !(Files.isDirectory(target) && Leftovers.isEmpty(target))) {
      throw new UsageProblem("new.not_empty", folder);
    }
    String of = country == null ? "KH" : country;
    if (!MinimalStudy.countries().contains(of)) {
      throw new UsageProblem("new.no_country", of, String.join(", ", MinimalStudy.countries()));
    }
    try (PackedStudy study = PackedStudy.open("two-towns");
        WholeFolder copy = WholeFolder.at(folder, new ConsoleWatcher(words))) {
      if (isMinimal || country != null) {
        MinimalStudy.write(of, copy.path());
      } else {
        study.copyTo(copy.path());
      }
      copy.finish();
    }
    Console.print(words.text("new.done", folder));
    return Exit.DONE;
  }
}
