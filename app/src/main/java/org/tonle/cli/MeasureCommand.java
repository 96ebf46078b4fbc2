package org.tonle.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.lines.MeasureTable;
import org.tonle.cli.option.StudyRun;
import org.tonle.convert.Text;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.MeasureJson;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import org.tonle.service.Receptors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tonle measure`.
@Command(
    name = "measure",
    description =
        "Says what to measure first: constituents that break a limit and were never sampled, then"
            + " the measurements that remove most of the uncertainty about the loads to cut. Writes"
            + " the same tables as tonle demand, measure.csv among them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle measure studies/cambodia",
      "  tonle measure studies/cambodia --draws 4000 --json"
    })
final class MeasureCommand implements Callable<Integer> {
  @Mixin private StudyRun run = new StudyRun();

  @Override
  public Integer call() throws IOException {
    Optional<Result> found = run.compute("");
    if (found.isEmpty()) {
      return Exit.PROBLEMS;
    }
    Words words = run.words();
    Result result = found.get();
    Console.progress(words.text("demand.computing"));
    Answers findings =
        Answers.of(result, new Receptors("", "", "").of(result))
            .withDemand(
                Rule.EQUAL_PERCENTAGE, result.study().settings().judging().confidence(), "");
    run.write(findings);
    if (run.isJson()) {
      run.print(MeasureJson.of(findings, words));
    } else {
      Demand demand = findings.demand().orElseThrow();
      new MeasureTable(result, demand, findings.worth().orElseThrow(), words).tell();
      Console.print(
          words.text("demand.done", result.options().draws(), Text.format("%.1f", run.seconds())));
      run.tellWhere();
    }
    return Exit.DONE;
  }
}
