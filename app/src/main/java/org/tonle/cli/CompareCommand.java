package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.lines.ContrastLines;
import org.tonle.cli.option.DrawOptions;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.LawOption;
import org.tonle.cli.option.RunOptions;
import org.tonle.cli.option.StudyRun;
import org.tonle.compare.Contrast;
import org.tonle.convert.Text;
import org.tonle.export.Contrasts;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.ContrastRun;
import org.tonle.service.ResultFolder;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;
import org.tonle.tell.ContrastWords;
import org.tonle.tell.PlanCostWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `tonle compare`.
@Command(
    name = "compare",
    description =
        "Compares scenarios of a study with the first one named, in the same draws: every lever that"
            + " differs, the effect of each alone and of all together, and why the rest does not"
            + " move. Writes tables, a summary and one report per language.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle compare studies/cambodia baseline phnom-penh-works-2035",
      "  tonle compare my-study baseline lower-works --lang km",
      "  tonle compare my-study lower-works baseline --draws 200 --json"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SCENARIO",
      description =
          "two or more scenarios; the others are compared with the first (baseline: the study as it"
              + " is)")
  private List<String> scenarios = List.of();

  @Mixin private LawOption by = new LawOption();

  @Mixin private DrawOptions drawing = new DrawOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>-<scenarios>)")
  private @Nullable Path out;

  @Option(
      names = "--no-demand",
      description = "leave out the load to cut, which takes longest to compute")
  private boolean isWithoutDemand;

  @Option(
      names = "--json",
      description = "print the findings, or the problems, as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    long start_ns = System.nanoTime();
    Words words = language.words();
    ConsoleWatcher watcher = new ConsoleWatcher(words);
    drawing.require();
    if (out != null) {
      ResultFolder.require(out, watcher);
    }
    RunOrder order = drawing.order("", "");
    StudySource source = StudySource.read(study, order.threads()).by(by.law());
    if (source.study().isEmpty()) {
      return refused(ContrastRun.Done.refused(source.problems()), words);
    }
    Study read = source.study().get();
    String name = read.id() + "-" + String.join("-", scenarios) + RunOrder.ending(read, by.law());
    Path to = out != null ? out : Path.of("results", RunOptions.fileName(name));
    if (isWithoutDemand) {
      ResultFolder.requireNoCuts(to);
    }
    ContrastRun.Done done = ContrastRun.run(source, scenarios, order, !isWithoutDemand, watcher);
    if (done.contrasts().isEmpty()) {
      return refused(done, words);
    }
    ProblemLines.brief(done.problems(), study, words);
    ResultFolder.write(done, Words.LANGUAGES, to, watcher);
    double seconds = (System.nanoTime() - start_ns) / 1e9;
    if (isJson) {
      ObjectNode json = Contrasts.json(done.contrasts(), done.plans());
      json.put("seconds", StudyRun.rounded(seconds)).put("out", to.toString());
      Console.printJson(json.toString());
    } else {
      PlanCostWords costs = new PlanCostWords(done.contrasts(), done.plans(), words);
      if (!costs.isEmpty()) {
        tell(costs);
      }
      for (Contrast contrast : done.contrasts()) {
        new ContrastLines(new ContrastWords(contrast, words), contrast).tell();
      }
      Console.print(words.text("compare.done", Text.format("%.1f", seconds)));
      Console.print(words.text("run.out", to));
    }
    return Exit.DONE;
  }

  private static void tell(PlanCostWords costs) {
    Console.print(costs.title());
    List<List<String>> rows = new ArrayList<>();
    rows.add(costs.heads().stream().map(h -> h.replaceFirst("^#", "")).toList());
    rows.addAll(costs.rows());
    ConsoleTable.lines(rows).forEach(Console::print);
    Console.print(costs.note());
    Console.print("");
  }

  private int refused(ContrastRun.Done done, Words words) {
    ProblemLines.brief(done.problems(), study, words);
    if (isJson) {
      Console.printJson(ProblemJson.of(done.problems(), words).toString());
    }
    return Exit.PROBLEMS;
  }
}
