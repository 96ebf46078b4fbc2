package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.StudyPlaces;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// `tonle places`.
@Command(
    name = "places",
    description =
        "Lists the towns, sewersheds, plants, factories, parks, reaches, lakes, nodes, receptors and units of a"
            + " study, or those whose id or name, in any script, contains a word.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle places studies/cambodia",
      "  tonle places studies/cambodia 金边 --json",
      "  tonle places studies/cambodia --missing-names names.csv",
      "  tonle places studies/cambodia --names names.csv --out cambodia-named"
    })
final class PlacesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORD",
      description = "part of an id or name, in any script (default: every place)")
  private String word = "";

  @Option(
      names = "--missing-names",
      paramLabel = "FILE",
      description =
          "write a CSV of all rows without a Chinese or Khmer name, for a translator to fill")
  private @Nullable Path missing;

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description = "with --out: read the filled CSV and write a copy of the study with its names")
  private @Nullable Path names;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the copy that --names writes; must not exist or be empty")
  private @Nullable Path out;

  @Option(names = "--json", description = "print the places as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    Path filled = names;
    if (filled != null) {
      return NameCopy.write(study, filled, out, words) ? Exit.DONE : Exit.PROBLEMS;
    }
    if (out != null) {
      throw new UsageProblem("usage.needs", "--out", "--names");
    }
    StudySource source = StudySource.read(study);
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), study, words);
      return Exit.PROBLEMS;
    }
    Path sheet = missing;
    if (sheet != null) {
      NameCopy.writeMissing(source.inputs(), sheet, words);
      return Exit.DONE;
    }
    Study read = source.study().get();
    StudyPlaces places = new StudyPlaces(read);
    List<StudyPlaces.One> found = places.matching(word);
    if (found.isEmpty()) {
      throw UsageProblem.unknown("usage.no_such_place", places.nearest(word), word);
    }
    if (isJson) {
      Console.printJson(json(found).toString());
    } else {
      for (StudyPlaces.One one : found) {
        String kind = words.text("place." + one.kind().id());
        Console.print(
            kind + "  " + one.id() + "  " + one.names().in(words.language()) + "  " + one.unit());
      }
    }
    return Exit.DONE;
  }

  private static ArrayNode json(List<StudyPlaces.One> places) {
    ArrayNode list = new JsonMapper().createArrayNode();
    for (StudyPlaces.One one : places) {
      list.addObject()
          .put("kind", one.kind().id())
          .put("id", one.id())
          .put("name", one.names().en())
          .put("name_zh", one.names().zh())
          .put("name_km", one.names().km())
          .put("unit", one.unit());
    }
    return list;
  }
}
