package org.tonle.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.cause.Breaches;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.cli.console.Exit;
import org.tonle.cli.lines.MeasureTable;
import org.tonle.cli.option.StudyRun;
import org.tonle.cli.option.WorstOption;
import org.tonle.convert.Text;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandCheck;
import org.tonle.demand.Robustness;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.CauseNames;
import org.tonle.export.DemandJson;
import org.tonle.export.DemandRow;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import org.tonle.service.Receptors;
import org.tonle.service.UsageProblem;
import org.tonle.tell.RobustWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonle demand`.
@Command(
    name = "demand",
    description =
        "Computes how much load must be cut so that every breached limit is met, and by whom, and"
            + " simulates the cuts. Says what to measure first. Writes the results with demand.csv,"
            + " capacity.csv, permits.csv, measure.csv, demand_marks.csv and contributions.csv.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle demand studies/cambodia",
      "  tonle demand studies/cambodia --rule by-contribution --constituent TP",
      "  tonle demand studies/cambodia --design-flow low-flow-90 --confidence 0.5 --json"
    })
final class DemandCommand implements Callable<Integer> {
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
      description =
          "scenario of the study that sets a low flow; only the seasons it names are judged")
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

  @Mixin private StudyRun run = new StudyRun();

  @Mixin private WorstOption worst = new WorstOption();

  @Override
  public Integer call() throws IOException {
    Rule chosen = rule(rule);
    if (confidence != null && !(confidence > 0 && confidence < 1)) {
      throw new UsageProblem("usage.range", "--confidence", "0.01", "0.99", confidence);
    }
    worst.require();
    if (!constituent.isEmpty()) {
      run.part(constituent);
    }
    Optional<Result> found = run.compute(designFlow);
    if (found.isEmpty()) {
      return Exit.PROBLEMS;
    }
    Words words = run.words();
    Result result = found.get();
    Console.progress(words.text("demand.computing"));
    double c = confidence == null ? result.study().settings().judging().confidence() : confidence;
    Answers findings =
        Answers.of(result, new Receptors("", "", constituent).of(result), worst.places())
            .withDemand(chosen, c, designFlow)
            .withRobustness();
    Demand demand = findings.demand().orElseThrow();
    Console.progress(words.text("demand.checking"));
    DemandCheck check = DemandCheck.of(result, demand);
    run.write(findings);
    if (run.isJson()) {
      run.print(DemandJson.of(findings, check, words));
    } else {
      tell(findings, check, words);
      findings.worth().ifPresent(w -> new MeasureTable(result, demand, w, words).tell());
      Console.print(
          words.text("demand.done", result.options().draws(), Text.format("%.1f", run.seconds())));
      run.tellWhere();
    }
    return Exit.DONE;
  }

  private static Rule rule(String word) {
    List<String> all = Stream.of(Rule.values()).map(r -> r.id().replace('_', '-')).toList();
    int found = all.indexOf(word);
    if (found < 0) {
      throw new UsageProblem("usage.word", "--rule", word, String.join(", ", all));
    }
    return Rule.values()[found];
  }

  private static void tell(Answers findings, DemandCheck check, Words words) {
    Result result = findings.result();
    Demand demand = findings.demand().orElseThrow();
    long ofYear = new Breaches(result).ofYear();
    if (ofYear > 0) {
      Console.print(words.text("report.limits_of_year", ofYear));
    }
    CauseNames names = new CauseNames(result.study());
    String last = "";
    List<List<String>> rows = new ArrayList<>();
    for (DemandRow row : DemandRow.of(demand)) {
      Optional<Robustness.Part> part = findings.robustness().flatMap(row::in);
      boolean isUnknown = part.isPresent() && !part.get().isRobust();
      if (row.level() == DemandRow.Level.SOURCE || !(row.cut_t_per_a() > 0 || isUnknown)) {
        continue;
      }
      if (!row.constituent().equals(last)) {
        ConsoleTable.lines(rows).forEach(Console::print);
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
              ConsoleTable.figure(row.now_t_per_a()),
              ConsoleTable.figure(row.now_t_per_a() - row.cut_t_per_a()),
              ConsoleTable.figure(row.cut_t_per_a()),
              ConsoleTable.percent(row.reductionRate()),
              ConsoleTable.figure(row.peopleEquivalent()),
              ConsoleTable.figure(row.treat_m3_per_d()),
              binding == null ? "" : binding.of().place().id() + " " + binding.of().season(),
              part.map(p -> robust(p, words)).orElse("")));
    }
    ConsoleTable.lines(rows).forEach(Console::print);
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
            count[Allocation.Status.BEYOND_SOURCES.ordinal()],
            count[Allocation.Status.LESS_SURE.ordinal()]));
    findings.robustness().ifPresent(r -> Console.print(RobustWords.sentence(r, words)));
    if (demand.tooClose() > 0) {
      Console.print(words.text("report.demand.close", demand.tooClose(), result.options().draws()));
    }
    Console.print(
        words.text(
            "demand.checked",
            check.met(),
            check.asked(),
            ConsoleTable.figure(demand.allocation().confidence() * 100)));
  }

  /// Whether a unit's demand is robust; else the cuts between which it lies.
  private static String robust(Robustness.Part part, Words words) {
    return part.isRobust()
        ? words.text("report.demand.robust.yes")
        : words.text("report.demand.not_known")
            + " ("
            + ConsoleTable.figure(StrictMath.min(part.less_t_per_a(), part.more_t_per_a()))
            + "–"
            + ConsoleTable.figure(StrictMath.max(part.less_t_per_a(), part.more_t_per_a()))
            + ")";
  }

  private static List<String> header(Words words) {
    return Stream.of(
            "unit", "now", "allowed", "cut", "rate", "people", "water", "binding", "robust")
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
