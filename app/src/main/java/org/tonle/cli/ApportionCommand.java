package org.tonle.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.UnitTree;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.StudyRun;
import org.tonle.cli.option.WorstOption;
import org.tonle.convert.Text;
import org.tonle.export.Answers;
import org.tonle.export.CauseJson;
import org.tonle.export.CauseNames;
import org.tonle.i18n.Words;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.service.Receptors;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `tonle apportion`.
@Command(
    name = "apportion",
    description =
        "Computes who causes a concentration, for every breach or for one place. Writes the results"
            + " with contributions.csv.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle apportion studies/cambodia",
      "  tonle apportion studies/cambodia --at TSL --constituent TP --by source",
      "  tonle apportion studies/cambodia --at BAS01 --season low --by country --json"
    })
final class ApportionCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 30;

  @Option(
      names = "--at",
      paramLabel = "PLACE",
      defaultValue = "",
      description =
          "id or name, in any script, of a reach, lake, receptor or node (default: every place that"
              + " breaks a limit)")
  private String at = "";

  @Option(
      names = "--season",
      paramLabel = "S",
      defaultValue = "",
      description = "season (default: all)")
  private String season = "";

  @Option(
      names = "--constituent",
      paramLabel = "C",
      defaultValue = "",
      description = "constituent (default: all)")
  private String constituent = "";

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      defaultValue = "category",
      description =
          "grouping of the lines: category, unit, source or country (default:"
              + " ${DEFAULT-VALUE}); contributions.csv has all four")
  private String by = "category";

  @Mixin private StudyRun run = new StudyRun();

  @Mixin private WorstOption worst = new WorstOption();

  @Override
  public Integer call() throws IOException {
    Grouping grouping = grouping(by);
    worst.require();
    Optional<Result> found = run.compute("");
    if (found.isEmpty()) {
      return Exit.PROBLEMS;
    }
    Words words = run.words();
    Result result = found.get();
    List<Question> wanted = new Receptors(at, season, constituent).of(result, worst.places());
    Console.progress(words.text("apportion.computing", wanted.size()));
    long from = System.nanoTime();
    Answers findings = Answers.of(result, wanted, worst.places());
    double apportioned_s = (System.nanoTime() - from) / 1e9;
    run.write(findings);
    if (run.isJson()) {
      ObjectNode json = CauseJson.of(findings, grouping, words);
      json.put("secondsToApportion", StudyRun.rounded(apportioned_s));
      run.print(json);
    } else {
      tell(findings, grouping, words);
      Console.print(
          words.text(
              "apportion.done",
              wanted.size(),
              result.options().draws(),
              Text.format("%.1f", apportioned_s)));
      run.tellWhere();
    }
    return Exit.DONE;
  }

  private static Grouping grouping(String word) {
    return Stream.of(Grouping.values())
        .filter(g -> g.id().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageProblem(
                    "usage.word",
                    "--by",
                    word,
                    String.join(", ", Stream.of(Grouping.values()).map(Grouping::id).toList())));
  }

  private void tell(Answers findings, Grouping grouping, Words words) {
    CauseNames names = new CauseNames(findings.result().study());
    UnitTree units = new UnitTree(findings.result().study().emissions().units());
    if (!at.isEmpty()) {
      findings.causes().all().forEach(one -> full(one, grouping, names, units, words));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Apportionment one : findings.causes().all()) {
      Contribution first = one.by(grouping).getFirst();
      rows.add(
          List.of(
              name(one, words) + ", " + one.season(),
              one.constituent().id(),
              ConsoleTable.figure(one.total()) + " " + one.constituent().unit().symbol(),
              names.of(grouping, first.key(), words),
              ConsoleTable.percent(first.share())));
    }
    ConsoleTable.lines(rows).forEach(Console::print);
  }

  private static String name(Apportionment one, Words words) {
    String name = one.place().names().in(words.language());
    return one.place().id() + (name.isEmpty() ? "" : " " + name);
  }

  private static void full(
      Apportionment one, Grouping grouping, CauseNames names, UnitTree units, Words words) {
    Contribution all = one.all();
    String title = name(one, words) + ", " + one.season() + ", " + one.constituent().id();
    if (one.causes().isEmpty()) {
      Console.print(words.text("apportion.dry", title));
      return;
    }
    Console.print(
        words.text(
            one.isShortfall() ? "apportion.shortfall" : "apportion.concentration",
            title,
            ConsoleTable.figure(all.central()),
            one.constituent().unit().symbol(),
            ConsoleTable.figure(all.p5()),
            ConsoleTable.figure(all.p95())));
    List<List<String>> rows = new ArrayList<>();
    List<Contribution> parts = one.by(grouping);
    for (Contribution part : parts.subList(0, StrictMath.min(MOST_ROWS, parts.size()))) {
      rows.add(
          List.of(
              names.of(grouping, part.key(), words),
              ConsoleTable.figure(part.central()),
              ConsoleTable.figure(part.p5()) + " … " + ConsoleTable.figure(part.p95()),
              ConsoleTable.percent(part.share())));
    }
    if (parts.size() > MOST_ROWS) {
      double rest = 0;
      double share = 0;
      for (Contribution part : parts.subList(MOST_ROWS, parts.size())) {
        rest += part.central();
        share += part.share();
      }
      String more = words.text("apportion.more", parts.size() - MOST_ROWS);
      rows.add(List.of(more, ConsoleTable.figure(rest), "", ConsoleTable.percent(share)));
    }
    ConsoleTable.lines(rows).forEach(Console::print);
    String home = units.home(one.place());
    if (!home.isEmpty() && !one.isShortfall()) {
      double share = one.transboundaryShare(units, home);
      Console.print("  " + words.text("apportion.border", ConsoleTable.percent(share)));
    }
  }
}
