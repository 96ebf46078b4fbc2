package org.tonle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.lines.ExplainLines;
import org.tonle.cli.option.LanguageOption;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.AskedPlace;
import org.tonle.explain.AskedSource;
import org.tonle.explain.ExplainJson;
import org.tonle.explain.Explanation;
import org.tonle.explain.InputRows;
import org.tonle.explain.OutfallLoads;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.problem.Nearest;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.StudyPlaces;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `tonle explain`.
@Command(
    name = "explain",
    description =
        "Says where one figure comes from: the chain from people, factories and land to the"
            + " concentration at a place, or to the load of a source, with the file and row of each"
            + " input; or what a source adds to each place downstream.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle explain studies/cambodia --at SR2 --constituent BOD",
      "  tonle explain studies/cambodia --at TSL --constituent TP --season low --json",
      "  tonle explain studies/cambodia --source 'Siem Reap' --constituent BOD"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(
      names = "--at",
      paramLabel = "PLACE",
      defaultValue = "",
      description =
          "id or name, in any script, of a reach, lake, receptor or node, or of a source, whose load"
              + " is then explained")
  private String at = "";

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      defaultValue = "",
      description =
          "id or name of a town, sewershed, plant, factory, herd or land: lists what it adds to each"
              + " place downstream")
  private String source = "";

  @Option(names = "--constituent", paramLabel = "C", required = true, description = "constituent")
  private String constituent = "";

  @Option(
      names = "--season",
      paramLabel = "S",
      defaultValue = "",
      description = "season (default: the one in which the figure is worst)")
  private String season = "";

  @Option(
      names = "--scenario",
      paramLabel = "S",
      defaultValue = "baseline",
      description = "scenario of the study (default: ${DEFAULT-VALUE})")
  private String scenario = "baseline";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "5",
      description = "number of loads to show in full (default: ${DEFAULT-VALUE})")
  private int most = 5;

  @Option(names = "--json", description = "print the chain as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    Words words = language.words();
    if (at.isEmpty() == source.isEmpty()) {
      throw new UsageProblem("usage.explain_what");
    }
    if (most < 0 || most > 1000) {
      throw new UsageProblem("usage.range", "--most", 0, 1000, most);
    }
    RunOrder central =
        new RunOrder(scenario, "", OptionalInt.of(0), OptionalLong.empty(), OptionalInt.empty());
    Simulation.Done done = Simulation.run(study, central, new ConsoleWatcher(words));
    if (done.result().isEmpty()) {
      ProblemLines.brief(done.problems(), study, words);
      if (isJson) {
        Console.printJson(ProblemJson.of(done.problems(), words).toString());
      }
      return Exit.PROBLEMS;
    }
    Result result = done.result().get();
    InputRows rows = new InputRows(done.inputs());
    int of = constituent(result);
    if (source.isEmpty()) {
      at(result, rows, of, words);
    } else {
      downstream(result, of, words);
    }
    return Exit.DONE;
  }

  private int constituent(Result result) {
    List<String> known =
        result.concentrations().constituents().stream().map(Constituent::id).toList();
    return known(known, constituent, "usage.constituent");
  }

  private int season(Result result) {
    List<String> known = result.concentrations().seasons().stream().map(Season::id).toList();
    return known(known, season, "usage.season");
  }

  private static int known(List<String> known, String wanted, String key) {
    int index = known.indexOf(wanted);
    if (index < 0) {
      throw UsageProblem.unknown(key, Nearest.id(wanted, known), wanted, String.join(", ", known));
    }
    return index;
  }

  private void at(Result result, InputRows rows, int of, Words words) {
    List<Place> places = AskedPlace.named(result, at);
    List<AskedSource> sources = AskedSource.named(result.instance(), at);
    if (places.isEmpty() && sources.isEmpty()) {
      places = AskedPlace.said(result, at);
      sources = AskedSource.said(result.instance(), at);
    }
    boolean isById = places.size() == 1 && places.getFirst().id().equals(at);
    if (places.size() + sources.size() > 1 && !isById) {
      List<String> ids = new ArrayList<>(places.stream().map(Place::id).toList());
      sources.stream().map(AskedSource::id).forEach(ids::add);
      String all = ids.stream().distinct().collect(Collectors.joining(", "));
      throw new UsageProblem("usage.explain_several", at, all);
    }
    if (!places.isEmpty()) {
      place(result, rows, places.getFirst(), of, words);
    } else if (!sources.isEmpty()) {
      load(result, rows, sources.getFirst(), of, words);
    } else {
      String nearest = new StudyPlaces(result.study()).nearest(at);
      throw UsageProblem.unknown("usage.explain_place", nearest, at);
    }
  }

  private void place(Result result, InputRows rows, Place place, int of, Words words) {
    int s = season.isEmpty() ? worst(result, place, of) : season(result);
    String id = result.concentrations().seasons().get(s).id();
    Question asked = new Question(place, id, constituent);
    Explanation explained = Explanation.of(result.instance(), rows, asked, most);
    if (isJson) {
      Console.printJson(ExplainJson.of(explained).toString());
    } else {
      new ExplainLines(result.study(), words).of(explained).forEach(Console::print);
    }
  }

  /// Season in which the concentration is highest, of oxygen lowest; of a node without results the
  /// first.
  private static int worst(Result result, Place place, int of) {
    Concentrations found = result.concentrations();
    int p = found.indexOf(place.kind(), place.id());
    double sign = found.constituents().get(of).isOxygen() ? -1 : 1;
    int worst = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int s = 0; p >= 0 && s < found.seasons().size(); s++) {
      double value = sign * found.value(Statistic.CENTRAL, p, s, of);
      if (found.isJudged(p, s) && value > most) {
        most = value;
        worst = s;
      }
    }
    return worst;
  }

  private void load(Result result, InputRows rows, AskedSource asked, int of, Words words) {
    Constituent what = result.concentrations().constituents().get(of);
    int s = season.isEmpty() ? new AddedPlaces(result, asked).worstSeason(of) : season(result);
    OutfallLoads loads = OutfallLoads.of(result.instance(), rows, asked, what, s);
    if (isJson) {
      Console.printJson(ExplainJson.of(loads).toString());
    } else {
      new ExplainLines(result.study(), words).of(loads).forEach(Console::print);
    }
  }

  private void downstream(Result result, int of, Words words) {
    List<AskedSource> sources = AskedSource.named(result.instance(), source);
    if (sources.isEmpty()) {
      sources = AskedSource.said(result.instance(), source);
    }
    if (sources.isEmpty()) {
      String nearest = new StudyPlaces(result.study()).nearest(source);
      throw UsageProblem.unknown("usage.explain_source", nearest, source);
    }
    if (sources.size() > 1) {
      String ids = sources.stream().map(AskedSource::id).collect(Collectors.joining(", "));
      throw new UsageProblem("usage.explain_several", source, ids);
    }
    AskedSource asked = sources.getFirst();
    AddedPlaces added = new AddedPlaces(result, asked);
    int s = season.isEmpty() ? added.worstSeason(of) : season(result);
    Constituent what = result.concentrations().constituents().get(of);
    String id = result.concentrations().seasons().get(s).id();
    List<AddedPlaces.Row> rows = added.rows(s, of);
    if (isJson) {
      ObjectNode root = new tools.jackson.databind.json.JsonMapper().createObjectNode();
      root.put("source", asked.id()).put("season", id).put("constituent", what.id());
      root.put("unit", what.unit().symbol()).set("places", ExplainJson.of(rows));
      Console.printJson(root.toString());
    } else {
      new ExplainLines(result.study(), words)
          .downstream(asked.names(), asked.id(), what, id, rows)
          .forEach(Console::print);
    }
  }
}
