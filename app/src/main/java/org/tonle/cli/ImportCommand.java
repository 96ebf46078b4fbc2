package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.ProblemText;
import org.tonle.i18n.Words;
import org.tonle.imports.SparrowImport;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
import org.tonle.service.WholeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle import`.
@Command(
    name = "import",
    description = "Turns the tables of another model into a study.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle import sparrow tables --model 6 --out my-study",
      "  tonle import sparrow tables --out my-study --tolerate fractions_do_not_sum,cycle_in_network"
    })
final class ImportCommand implements Callable<Integer> {
  private enum Kind {
    sparrow
  }

  @Parameters(index = "0", paramLabel = "KIND", description = "sparrow")
  private Kind kind = Kind.sparrow;

  @Parameters(index = "1", paramLabel = "DIR", description = "folder of the tables")
  private Path tables = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "N",
      defaultValue = "",
      description = "number or name of the model, if the tables hold several")
  private String model = "";

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "file that says which file and column hold which values (default: found by the headers)")
  private @Nullable Path mapping;

  @Option(
      names = "--tolerate",
      paramLabel = "CODE",
      split = ",",
      description = "problems of the tables to accept; they are written to the study with a reason")
  private List<String> tolerate = List.of();

  @Option(
      names = "--out",
      paramLabel = "STUDY",
      required = true,
      description = "folder to create; it must be empty or not exist yet")
  private Path out = Path.of("");

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    require();
    SparrowImport read =
        switch (kind) {
          case sparrow ->
              SparrowImport.read(tables, Optional.ofNullable(mapping), model, Set.copyOf(tolerate));
        };
    ProblemText text = new ProblemText(words);
    text.lines(read.problems()).forEach(Console::error);
    if (!read.isSound()) {
      List<Problem> errors = read.problems().stream().filter(Problem::isError).toList();
      Set<String> codes = new TreeSet<>();
      errors.forEach(p -> codes.add(p.code()));
      codes.retainAll(SparrowImport.TOLERABLE);
      if (!codes.isEmpty()) {
        long count = ProblemText.count(read.problems(), Severity.ERROR);
        Console.error(words.text("import.refused", count, String.join(",", codes)));
      }
      return Exit.PROBLEMS;
    }
    try (WholeFolder folder = WholeFolder.at(out, new ConsoleWatcher(words))) {
      read.write(folder.path());
      folder.finish();
    }
    Console.print(words.text("import.done", out));
    return Exit.DONE;
  }

  private void require() throws IOException {
    if (!Files.isDirectory(tables)) {
      throw new UsageProblem("import.no_folder", tables);
    }
    for (String code : tolerate) {
      if (!SparrowImport.TOLERABLE.contains(code)) {
        throw new UsageProblem(
            "import.tolerate", code, String.join(", ", new TreeSet<>(SparrowImport.TOLERABLE)));
      }
    }
    Path target = Leftovers.real(out);
    Leftovers.tidy(target);
    if (Files.exists(target) && !(Files.isDirectory(target) && Leftovers.isEmpty(target))) {
      throw new UsageProblem("new.not_empty", out);
    }
  }
}
