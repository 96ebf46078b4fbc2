package org.tonle.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.Figures;
import org.tonle.bench.OrderBench;
import org.tonle.bench.Rivers;
import org.tonle.i18n.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `tonle bench`.
@Command(
    name = "bench",
    description =
        "Measures the engine on generated rivers or on a network of yours; docs/benchmarks.md"
            + " explains the figures.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle bench order",
      "  tonle bench order --reaches 1000000 --workers 16 --json",
      "  tonle bench order --network rivers.csv"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int MOST_REPETITIONS = 1000;
  private static final int MOST_WORKERS = 100_000;

  /// What can be measured.
  enum Job {
    order
  }

  @Parameters(
      paramLabel = "JOB",
      description = "order: bring reaches into the order of the sweep and cut them for workers")
  private Job job = Job.order;

  @Mixin private BenchRivers rivers = new BenchRivers();

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "8",
      description = "order: workers to cut the rivers for (default: ${DEFAULT-VALUE})")
  private int workers = 8;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "5",
      description = "repetitions after the warm-up (default: ${DEFAULT-VALUE})")
  private int repetitions = 5;

  @Option(names = "--json", description = "print the figures as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    requireRange("--workers", 1, MOST_WORKERS, workers);
    requireRange("--repeat", 1, MOST_REPETITIONS, repetitions);
    rivers.require();
    @Nullable Rivers found = rivers.get(words);
    if (found == null) {
      return Main.PROBLEMS;
    }
    Figures figures =
        switch (job) {
          case order ->
              OrderBench.run(
                  found,
                  workers,
                  repetitions,
                  (key, arguments) -> Console.progress(words.text(key, arguments)));
        };
    Console.progressDone();
    tell(figures, words);
    return Main.DONE;
  }

  static void requireRange(String option, long least, long most, long value) {
    if (value < least || value > most) {
      throw new UsageProblem("usage.range", option, least, most, value);
    }
  }

  private void tell(Figures figures, Words words) {
    if (isJson) {
      ObjectNode json = new JsonMapper().createObjectNode();
      figures.values().forEach((key, value) -> json.putPOJO(key, value));
      Console.printJson(json.toString());
      return;
    }
    for (Map.Entry<String, Object> figure : figures.values().entrySet()) {
      Console.print(words.text("bench." + figure.getKey(), shown(figure.getValue())));
    }
  }

  private static String shown(Object value) {
    return value instanceof Double d ? String.format(Locale.ROOT, "%.4g", d) : value.toString();
  }
}
