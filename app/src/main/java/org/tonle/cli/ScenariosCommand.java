package org.tonle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;
import org.tonle.scenario.StudyIndex;
import org.tonle.scenario.Touch;
import org.tonle.service.StudySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `tonle scenarios`.
@Command(
    name = "scenarios",
    description =
        "Lists the scenarios of a study: id, name, year, number of changes, and whether they touch"
            + " loads, water or rates.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tonle scenarios studies/cambodia", "  tonle scenarios my-study --lang km --json"})
final class ScenariosCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(names = "--json", description = "print the scenarios as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    Words words = language.words();
    StudySource source = StudySource.read(study);
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), study, words);
      return Exit.PROBLEMS;
    }
    Study read = source.study().get();
    StudyIndex index = StudyIndex.of(read);
    List<Scenario> all = new ArrayList<>(List.of(Scenario.BASELINE));
    all.addAll(read.scenarios());
    ArrayNode list = new JsonMapper().createArrayNode();
    for (Scenario scenario : all) {
      Applied applied = Applied.of(index, scenario);
      if (isJson) {
        add(list.addObject(), applied);
      } else {
        Console.print(line(applied, words));
      }
    }
    if (isJson) {
      Console.printJson(list.toString());
    }
    return Exit.DONE;
  }

  private static List<String> touched(Touch touch) {
    List<String> parts = new ArrayList<>();
    if (!touch.loads().isNone()) {
      parts.add("loads");
    }
    if (!touch.water().isNone()) {
      parts.add("water");
    }
    if (!touch.rates().isNone()) {
      parts.add("rates");
    }
    return parts;
  }

  private static String line(Applied applied, Words words) {
    Scenario scenario = applied.scenario();
    List<String> parts =
        touched(applied.touch()).stream().map(part -> words.text("touch." + part)).toList();
    return words.text(
        "scenarios.line",
        scenario.id(),
        scenario.names().in(words.language()),
        Integer.toString(applied.year()),
        scenario.changes().size(),
        parts.isEmpty() ? words.text("touch.nothing") : String.join(", ", parts));
  }

  private static void add(ObjectNode one, Applied applied) {
    Scenario scenario = applied.scenario();
    one.put("id", scenario.id())
        .put("name", scenario.names().en())
        .put("name_zh", scenario.names().zh())
        .put("name_km", scenario.names().km())
        .put("year", applied.year())
        .put("changes", scenario.changes().size());
    ArrayNode parts = one.putArray("touches");
    touched(applied.touch()).forEach(parts::add);
  }
}
