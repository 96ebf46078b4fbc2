package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonle.assess.CcmeIndex;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.service.IndexFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `tonle ccme`.
@Command(
    name = "ccme",
    description =
        "Computes the water quality index of CCME for each group of a CSV file with the columns"
            + " group, variable, value, lower and upper.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle ccme samples.csv", "  tonle ccme samples.csv --json"})
final class CcmeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "measured values with their limits")
  private Path file = Path.of("");

  @Option(names = "--json", description = "print the indices as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    IndexFile read = IndexFile.read(file);
    if (isJson) {
      Console.printJson(json(read).toString());
      return Exit.DONE;
    }
    List<List<String>> rows = new ArrayList<>();
    read.groups()
        .forEach(
            (group, tests) -> {
              CcmeIndex index = CcmeIndex.of(tests);
              rows.add(
                  List.of(
                      group,
                      Text.format("%.1f", index.value()),
                      words.text("ccme." + index.category())));
            });
    ConsoleTable.lines(rows).forEach(Console::print);
    return Exit.DONE;
  }

  private static ObjectNode json(IndexFile read) {
    ObjectNode root = new JsonMapper().createObjectNode();
    ArrayNode groups = root.putArray("groups");
    read.groups()
        .forEach(
            (group, tests) -> {
              CcmeIndex index = CcmeIndex.of(tests);
              groups
                  .addObject()
                  .put("group", group)
                  .put("index", index.value())
                  .put("category", index.category())
                  .put("f1", index.f1())
                  .put("f2", index.f2())
                  .put("f3", index.f3())
                  .put("variables", tests.stream().map(CcmeIndex.Test::variable).distinct().count())
                  .put("tests", tests.size());
            });
    return root;
  }
}
