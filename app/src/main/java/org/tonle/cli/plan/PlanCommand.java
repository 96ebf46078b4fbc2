package org.tonle.cli.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.DrawOptions;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.LawOption;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanNotes;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.planning.ContrastJson;
import org.tonle.planning.PlanContrast;
import org.tonle.planning.PlanFiles;
import org.tonle.planning.PlanJson;
import org.tonle.planning.PlanRun;
import org.tonle.planning.WorksJson;
import org.tonle.problem.Problem;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import org.tonle.solve.MissingSolverException;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;
import org.tonle.store.PlanAnswerFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `tonle plan`.
@Command(
    name = "plan",
    description =
        "Finds the cheapest works that keep every limit that works can keep, at a stated confidence, and checks"
            + " them with fresh draws. Says what the plan costs, what no plan can cost less than, and which limits"
            + " no works keep. Costs are mostly estimates: see `tonle catalogue`.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle plan studies/two-towns",
      "  tonle plan studies/two-towns --budget 5 --maximise river --json",
      "  tonle plan studies/two-towns --law KH-27",
      "  tonle plan studies/two-towns --curve",
      "  tonle plan studies/two-towns --compare 0.8,0.9",
      "  tonle plan studies/two-towns --periods 2030,2035 --budget 2030:4,2035:4",
      "  tonle plan studies/two-towns --options",
      "  tonle plan studies/two-towns --save plan.toml"
    })
public final class PlanCommand implements Callable<Integer> {
  private static final int FRESH_DRAWS = 2000;
  private static final int HORIZON_A = 30;

  @Parameters(paramLabel = "STUDY", description = "folder of the study")
  private Path folder = Path.of("");

  @Option(
      names = "--scenario",
      paramLabel = "S",
      defaultValue = "baseline",
      description = "scenario that the plan starts from (default: ${DEFAULT-VALUE})")
  private String scenario = "baseline";

  @Option(
      names = "--confidence",
      paramLabel = "P",
      description = "share of draws in which limits must hold (default: the study's)")
  private @Nullable Double confidence;

  @Option(
      names = "--maximise",
      paramLabel = "WHAT",
      description =
          "seek the most `river` (km × share of the year) or `people` brought to standard within the budget")
  private @Nullable String maximise;

  @Option(
      names = "--without",
      paramLabel = "OPTION",
      description = "option that must not be chosen, as SITE:WORKS; may be given several times")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--with",
      paramLabel = "OPTION",
      description = "option that must be chosen, as SITE:WORKS; may be given several times")
  private List<String> with = new ArrayList<>();

  @Option(
      names = "--gap",
      paramLabel = "G",
      defaultValue = "0.002",
      description = "share of the cost that need not be saved (default: ${DEFAULT-VALUE})")
  private double gap = 0.002;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "longest time of the search for the plan in seconds, and again of all that is asked of it afterwards"
              + " (default: ${DEFAULT-VALUE})")
  private int limit_s = 60;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "write the plan as a scenario file, to run, compare and report")
  private @Nullable Path save;

  @Option(
      names = "--options",
      description =
          "list the options of every site with their costs, and those that are not possible with the reason,"
              + " and plan nothing")
  private boolean isList;

  @Option(
      names = "--compare",
      paramLabel = "A,B",
      description =
          "compare two or more plans side by side: saved plans (FILE.toml), scenarios of the study, or confidences")
  private @Nullable String compare;

  @Option(
      names = "--lp",
      paramLabel = "FILE",
      description = "write the program of the plan as text in the LP format")
  private @Nullable Path lp;

  @Option(names = "--json", description = "print the plan as JSON on standard output")
  private boolean isJson;

  @Mixin private TradeOptions trades = new TradeOptions();
  @Mixin private MeansOptions means = new MeansOptions();
  @Mixin private DrawOptions drawing = new DrawOptions();
  @Mixin private LawOption by = new LawOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    require();
    Words words = language.words();
    StudySource source = StudySource.read(folder).by(by.law());
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), folder, words);
      return Exit.PROBLEMS;
    }
    Study study = source.study().get();
    PlanRequest request = request(study);
    RunOrder order = drawing.order(scenario, "");
    if (isList) {
      return list(study, order, request, words);
    }
    try (StopSignal stop = StopSignal.listening()) {
      return answered(study, order, request, stop, words);
    }
  }

  /// A stop must not be over before it is told.
  private Integer answered(
      Study study, RunOrder order, PlanRequest request, StopSignal stop, Words words)
      throws IOException {
    try {
      PlanProgress progress = new PlanProgress(words, maximise == null, stop);
      if (compare != null) {
        return compare(study, order, progress, words);
      }
      TradeRequest asks = trades.request(order.options(study).seed());
      PlanRun.Outcome outcome = run(study, order, request, asks, progress);
      if (outcome.planned().isEmpty()) {
        ProblemLines.brief(outcome.problems(), folder, words);
        return Exit.PROBLEMS;
      }
      tell(study, order.scenario(study), outcome, request, words);
      return Exit.DONE;
    } catch (CancellationException e) {
      Console.error(words.text("plan.interrupted.nothing"));
      return Exit.PROBLEMS;
    }
  }

  private Integer compare(Study study, RunOrder order, PlanRun.Listener listener, Words words)
      throws IOException {
    List<String> names = List.of(compare == null ? new String[0] : compare.split(",", -1));
    if (names.size() < 2) {
      throw new UsageProblem("usage.compare_two", names.getFirst());
    }
    List<Problem> problems = new ArrayList<>();
    DoubleFunction<PlanRun.Outcome> planner =
        p -> run(study, order, request(study, p), TradeRequest.NONE, listener);
    List<PlanContrast.Entry> entries = new ComparedPlans(study, planner, problems).entries(names);
    PlanRequest request = request(study);
    Optional<PlanContrast> contrast =
        entries.size() < names.size()
            ? Optional.empty()
            : PlanContrast.of(
                study, order.scenario(study), order.options(study), request, entries, problems);
    if (contrast.isEmpty()) {
      ProblemLines.brief(problems, folder, words);
      return Exit.PROBLEMS;
    }
    if (isJson) {
      Console.printJson(ContrastJson.of(study, contrast.get(), request).toString());
    } else {
      new PlanContrastLines(study, contrast.get(), words).lines().forEach(Console::print);
    }
    return Exit.DONE;
  }

  private PlanRun.Outcome run(
      Study study,
      RunOrder order,
      PlanRequest request,
      TradeRequest asks,
      PlanRun.Listener listener) {
    PlanRun.Order asked =
        new PlanRun.Order(request, asks, gap, Duration.ofSeconds(limit_s), lp != null);
    PlanRun.Outcome outcome =
        PlanRun.run(study, order.scenario(study), order.options(study), asked, solver(), listener);
    Console.progressDone();
    return outcome;
  }

  private Integer list(Study study, RunOrder order, PlanRequest request, Words words) {
    List<Problem> errors = new ArrayList<>();
    Optional<PlanOptions> found =
        PlanRun.options(study, order.scenario(study), order.options(study), request, errors);
    if (found.isEmpty()) {
      ProblemLines.brief(errors, folder, words);
      return Exit.PROBLEMS;
    }
    new OptionLines(found.get(), request, words).lines().forEach(Console::print);
    return Exit.DONE;
  }

  private static Solver solver() {
    try {
      return Solvers.highs();
    } catch (MissingSolverException e) {
      throw new UsageProblem("usage.no_solver", System.getProperty("os.name"));
    }
  }

  private void require() {
    drawing.require();
    if (confidence != null && !(confidence > 0 && confidence < 1)) {
      throw new UsageProblem("usage.range", "--confidence", "0.01", "0.99", confidence);
    }
    means.require();
    if (maximise != null && !List.of("river", "people").contains(maximise)) {
      throw new UsageProblem("usage.word", "--maximise", maximise, "river, people");
    }
    if (!(gap >= 0 && gap < 1)) {
      throw new UsageProblem("usage.range", "--gap", "0", "1", gap);
    }
    trades.require();
    List<Path> written = new ArrayList<>();
    if (save != null) {
      written.addAll(List.of(save, PlanAnswerFile.beside(save)));
    }
    if (lp != null) {
      written.add(lp);
    }
    for (Path file : written) {
      if (Files.exists(file)) {
        throw new UsageProblem("fit.write_exists", file);
      }
    }
    if (limit_s < 1) {
      throw new UsageProblem("usage.range", "--limit", "1", "86400", limit_s);
    }
  }

  private PlanRequest request(Study study) {
    return request(
        study, confidence == null ? study.settings().judging().confidence() : confidence);
  }

  private PlanRequest request(Study study, double share) {
    PlanRequest.Goal goal =
        maximise == null
            ? PlanRequest.Goal.LEAST_COST
            : maximise.equals("river") ? PlanRequest.Goal.MOST_RIVER : PlanRequest.Goal.MOST_PEOPLE;
    PlanRequest request =
        new PlanRequest(
            share,
            goal,
            means.whole(),
            study.settings().year(),
            new Horizon(HORIZON_A, study.catalogue().money().discount_per_a()),
            without,
            with,
            FRESH_DRAWS);
    return means.of(request, study);
  }

  private void tell(
      Study study, Scenario before, PlanRun.Outcome outcome, PlanRequest request, Words words)
      throws IOException {
    PlanAnswer answer = outcome.planned().orElseThrow().answer();
    boolean isSaved = save != null && !answer.works().isEmpty();
    ObjectNode json = PlanJson.of(study, outcome, request);
    WorksJson.add(json, study, before, answer, request.horizon());
    if (save != null && isSaved) {
      PlanFiles.write(save, answer.scenario(), List.of(words.text("plan.scenario")), json);
    }
    if (lp != null) {
      PlanFiles.write(lp, outcome.lp());
    }
    if (isJson) {
      PlanJson.addSeconds(json, outcome);
      Console.printJson(json.toString());
      return;
    }
    new PlanLines(study, outcome, request, words).lines().forEach(Console::print);
    PlanNotes notes = outcome.planned().orElseThrow().notes();
    new PeriodLines(study, answer, notes, request, words).lines().forEach(Console::print);
    if (lp != null) {
      Console.print(words.text("plan.lp", lp));
    }
    if (save != null) {
      Console.print(words.text(isSaved ? "plan.saved" : "plan.not_saved", save));
    }
  }
}
