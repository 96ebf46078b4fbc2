package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Allocation;
import org.tonle.assess.Bound;
import org.tonle.assess.Demand;
import org.tonle.assess.Rule;
import org.tonle.export.CauseNames;
import org.tonle.export.DemandJson;
import org.tonle.export.DemandRow;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.run.DemandCheck;
import org.tonle.run.Findings;
import org.tonle.run.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `tonle demand`.
@Command(
    name = "demand",
    description =
        "Computes how much load must go so that every breached limit is met, and who must cut it;"
            + " simulates the cuts. Tells what to measure first. Writes the results with demand.csv,"
            + " capacity.csv, permits.csv, measure.csv, demand_marks.csv and contributions.csv.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle demand studies/cambodia",
      "  tonle demand studies/cambodia --rule by-contribution --constituent TP",
      "  tonle demand studies/cambodia --design-flow low-flow-90 --confidence 0.5 --json"
    })
final class DemandCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      defaultValue = "equal-percentage",
      description =
          "how a cut is divided: equal-percentage, equal-concentration or by-contribution (default:"
              + " ${DEFAULT-VALUE})")
  private String rule = "equal-percentage";

  @Option(
      names = "--design-flow",
      paramLabel = "ID",
      defaultValue = "",
      description = "scenario of the study that sets a low flow; its seasons alone are judged")
  private String designFlow = "";

  @Option(
      names = "--confidence",
      paramLabel = "P",
      description = "share of draws in which limits must be met (default: the study's)")
  private @Nullable Double confidence;

  @Option(
      names = "--constituent",
      paramLabel = "C",
      defaultValue = "",
      description = "only breaches of this constituent (default: all)")
  private String constituent = "";

  @Mixin private RunOptions how = new RunOptions();

  @Option(names = "--json", description = "print the demand as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Words words = language.words();
    Rule chosen = rule(rule);
    if (confidence != null && !(confidence > 0 && confidence < 1)) {
      throw new UsageProblem("usage.range", "--confidence", "0.01", "0.99", confidence);
    }
    how.require(words);
    how.at(designFlow);
    Simulation.Done done = Simulation.run(study, how, words);
    if (done.result().isEmpty()) {
      if (isJson) {
        Console.printJson(ProblemJson.of(done.problems(), words).toString());
      }
      return Main.PROBLEMS;
    }
    Result result = done.result().get();
    Console.progress(words.text("demand.computing"));
    double c = confidence == null ? result.study().settings().confidence() : confidence;
    Findings findings =
        Findings.of(result, new Receptors("", "", constituent).of(result))
            .withDemand(chosen, c, designFlow);
    Demand demand = findings.demand().orElseThrow();
    Console.progress(words.text("demand.checking"));
    DemandCheck check = DemandCheck.of(result, demand);
    Path out = how.out(result.study());
    ResultFolder.write(findings, List.of(), out, words);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (isJson) {
      ObjectNode json = DemandJson.of(findings, check, words);
      json.put("seconds", ApportionCommand.rounded(seconds));
      json.put("out", out.toString());
      Console.printJson(json.toString());
    } else {
      tell(result, demand, check, words);
      findings.worth().ifPresent(w -> new MeasureTable(result, w, words).tell(demand));
      Console.print(
          words.text(
              "demand.done",
              result.options().draws(),
              String.format(Locale.ROOT, "%.1f", seconds)));
      Console.print(words.text("run.out", out));
    }
    return Main.DONE;
  }

  private static Rule rule(String word) {
    List<String> all = Stream.of(Rule.values()).map(r -> r.id().replace('_', '-')).toList();
    int found = all.indexOf(word);
    if (found < 0) {
      throw new UsageProblem("usage.word", "--rule", word, String.join(", ", all));
    }
    return Rule.values()[found];
  }

  private static void tell(Result result, Demand demand, DemandCheck check, Words words) {
    CauseNames names = new CauseNames(result.study());
    String last = "";
    List<List<String>> rows = new ArrayList<>();
    for (DemandRow row : DemandRow.of(demand)) {
      if (row.level() == DemandRow.Level.SOURCE || !(row.cut_t_per_a() > 0)) {
        continue;
      }
      if (!row.constituent().equals(last)) {
        Cells.lines(rows).forEach(Console::print);
        rows.clear();
        last = row.constituent();
        Console.print(words.text("demand.title", last, unit(result, last, words)));
        rows.add(header(words));
      }
      boolean isTotal = row.level() == DemandRow.Level.TOTAL;
      String name = isTotal ? words.text("report.demand.all") : names.unit(row.unit(), words);
      Bound binding = row.binding() < 0 ? null : demand.allocation().bounds().get(row.binding());
      rows.add(
          List.of(
              name,
              Cells.figure(row.now_t_per_a()),
              Cells.figure(row.now_t_per_a() - row.cut_t_per_a()),
              Cells.figure(row.cut_t_per_a()),
              Cells.percent(row.reductionRate()),
              Cells.figure(row.peopleEquivalent()),
              Cells.figure(row.treat_m3_per_d()),
              binding == null ? "" : binding.of().place().id() + " " + binding.of().season()));
    }
    Cells.lines(rows).forEach(Console::print);
    int[] count = new int[Allocation.Status.values().length];
    for (int b = 0; b < demand.allocation().bounds().size(); b++) {
      count[demand.allocation().status(b).ordinal()]++;
    }
    Console.print(
        words.text(
            "demand.statuses",
            demand.allocation().bounds().size(),
            count[Allocation.Status.KEPT.ordinal()],
            count[Allocation.Status.NOT_BY_RULE.ordinal()],
            count[Allocation.Status.BEYOND_SOURCES.ordinal()]));
    Console.print(
        words.text(
            "demand.checked",
            check.met(),
            check.asked(),
            Cells.figure(demand.allocation().confidence() * 100)));
  }

  private static List<String> header(Words words) {
    return Stream.of("unit", "now", "allowed", "cut", "rate", "people", "water", "binding")
        .map(k -> words.text("report.demand." + k))
        .toList();
  }

  private static String unit(Result result, String constituent, Words words) {
    boolean counts =
        result.study().chemistry().constituents().stream()
            .anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return words.text(counts ? "report.unit.counts" : "report.unit.t_per_a");
  }
}
