package org.tonle.cli.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.ApportionBench;
import org.tonle.bench.FeatureBench;
import org.tonle.bench.KernelBench;
import org.tonle.bench.Measurements;
import org.tonle.bench.OrderBench;
import org.tonle.bench.ReadingBench;
import org.tonle.bench.StudyRecipe;
import org.tonle.bench.TortureBench;
import org.tonle.bench.Watch;
import org.tonle.bench.job.Job;
import org.tonle.bench.job.JobRecipe;
import org.tonle.bench.river.Rivers;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.LanguageOption;
import org.tonle.convert.Text;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
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
        "Measures the speed of the engine on generated rivers or on your own network; docs/benchmarks.md"
            + " explains the figures.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle bench kernel --against-c",
      "  tonle bench whatif --percentiles --json",
      "  tonle bench torture --repeat 1000",
      "  tonle bench torture --on studies --repeat 2000",
      "  tonle bench torture --input --repeat 5000 --json",
      "  tonle bench apportion --receptors 1000 --constituents 6 --threads 2 --repeat 1",
      "  tonle bench study --reaches 60000 --seasons 12 --towns 6000 --groups 5 --out grown",
      "  tonle bench reading --reaches 400000",
      "  tonle bench session",
      "  tonle bench session --reaches 60000 --towns 6000 --seasons 4 --draws 256",
      "  tonle bench order --reaches 1000000 --workers 16",
      "  tonle bench order --network rivers.csv",
      "  tonle bench serve --clients 50",
      "  tonle bench torture --serve --repeat 10000 --kills 200",
      "  tonle bench plan --reaches 60000 --sources 10000 --options 5 --json"
    })
public final class BenchCommand implements Callable<Integer> {
  /// Mistakes in tables by default.
  private static final int MISTAKES = 100_000;

  /// Malformed requests by default.
  private static final int REQUESTS = 10_000;

  private static final int MOST_REPETITIONS = 1_000_000;
  private static final int MOST_WORKERS = 100_000;
  private static final int MOST_RECEPTORS = 1_000_000;
  private static final int MOST_THREADS = 1024;
  private static final int MOST_DRAWS = 1_000_000;
  private static final int MOST_CONSTITUENTS = 100;
  private static final int MOST_SEASONS = 366;

  /// Task of a benchmark, with its default size.
  enum Task {
    kernel(60_000, 1, false, 5),
    whatif(60_000, 6, true, 5),
    apportion(60_000, 1, false, 5),
    order(8_500_000, 1, false, 5),
    globe(8_500_000, 6, true, 1),
    features(60_000, 6, true, 5),
    torture(1, 1, true, 100),
    study(60_000, 6, false, 1),
    session(60_000, 6, true, 1),
    reading(400_000, 1, false, 1),
    plan(60_000, 1, false, 1),
    serve(1, 1, true, 1);

    final int reaches;
    final int constituents;
    final boolean usesAllCores;
    final int repetitions;

    Task(int reaches, int constituents, boolean usesAllCores, int repetitions) {
      this.reaches = reaches;
      this.constituents = constituents;
      this.usesAllCores = usesAllCores;
      this.repetitions = repetitions;
    }
  }

  @Parameters(
      paramLabel = "JOB",
      description = {
        "kernel: one constituent on one thread;",
        "whatif: six constituents on all cores, then changes at single reaches;",
        "apportion: trace concentrations in the largest rivers back to all loads;",
        "order: put reaches in the order of the sweep and cut them into parts for workers;",
        "globe: six constituents on 8.5 million reaches;",
        "features: cost of individual sources, linked groups, oxygen and lakes, compared with whatif;",
        "torture: random and degenerate rivers, on which all kernels must agree, and random"
            + " studies, on which sessions must equal full runs; or, with --input, mistakes in"
            + " tables, which must be told; or, with --serve, malformed requests to a server;",
        "study: write a study folder with rivers, towns and plants to --out;",
        "session: seeded levers on a study held ready (default: studies/cambodia);",
        "reading: processor time of reading one long table, of four tables and three lengths;",
        "plan: least cost of standards on a generated river tree;",
        "serve: clients that move levers of Cambodia on a server"
      })
  private Task task = Task.order;

  @Mixin private BenchRivers rivers = new BenchRivers();

  @Mixin private BenchStudy study = new BenchStudy();

  @Mixin private BenchSession session = new BenchSession();

  @Mixin private BenchPlan plan = new BenchPlan();

  @Mixin private BenchServe serve = new BenchServe();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "random samples (default: 1024; session: the study's)")
  private @Nullable Integer givenDraws;

  @Option(
      names = "--constituents",
      paramLabel = "N",
      description = "first-order constituents (default: 1; whatif, globe, features: 6)")
  private @Nullable Integer constituents;

  @Option(
      names = "--seasons",
      paramLabel = "N",
      defaultValue = "1",
      description = "seasons of the year (default: ${DEFAULT-VALUE})")
  private int seasons = 1;

  @Option(
      names = "--sources",
      paramLabel = "N",
      description =
          "sources at each reach, in 8 classes (default: 1); plan: in all (default: 10000)")
  private @Nullable Integer givenSources;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads (default: 1; whatif, globe, features: all cores)")
  private @Nullable Integer threads;

  @Option(
      names = "--percentiles",
      description = "find P5, P50 and P95 in addition to means and probabilities")
  private boolean hasPercentiles;

  @Option(names = "--plain", description = "run the plain kernel even where vectors are available")
  private boolean isPlain;

  @Option(
      names = "--against-c",
      description = "kernel: also run bench/reference/kernel.c, if gcc is installed")
  private boolean isAgainstC;

  @Option(
      names = "--receptors",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "apportion: number of places traced back, largest first (default: ${DEFAULT-VALUE})")
  private int receptors = 1;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "8",
      description = "order: workers to cut the rivers for (default: ${DEFAULT-VALUE})")
  private int workers = 8;

  @Option(
      names = "--on",
      paramLabel = "WHAT",
      description = "torture: ${COMPLETION-CANDIDATES} (default: all, which is rivers and studies)")
  private TortureBench.@Nullable On tortured;

  @Option(names = "--input", description = "torture: the same as --on input")
  private boolean isInput;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "repetitions after the warm-up (default: 5; globe: 1); torture: rounds (default: 100;"
              + " --input: 100000)")
  private @Nullable Integer repetitions;

  @Option(names = "--json", description = "print the figures as JSON on standard output")
  private boolean isJson;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    require();
    rivers.require();
    Watch watch = (key, arguments) -> Console.progress(words.text(key, arguments));
    @Nullable Measurements figures = measure(words, watch);
    Console.progressDone();
    if (figures == null) {
      return Exit.PROBLEMS;
    }
    tell(figures, words);
    return figures.isFailed() ? Exit.FAULT : Exit.DONE;
  }

  private @Nullable Measurements measure(Words words, Watch watch) throws IOException {
    if (task == Task.torture && serve.isTorture()) {
      int requests = repetitions == null ? REQUESTS : repetitions;
      return serve.torture(requests, threads(), rivers.seed(), watch);
    }
    if (task == Task.serve) {
      return serve.measure(givenDraws, threads(), rivers.seed(), watch);
    }
    if (task == Task.torture && tortured() == TortureBench.On.input) {
      return BenchStudy.torture(repetitions(), rivers.seed(), watch);
    }
    if (task == Task.torture) {
      return TortureBench.run(tortured(), repetitions(), rivers.seed(), watch);
    }
    if (task == Task.session) {
      @Nullable StudyRecipe recipe =
          rivers.isGenerated()
              ? study.recipe(rivers.count(task.reaches), seasons, constituents(), rivers.seed())
              : null;
      return session.measure(recipe, givenDraws, threads(), rivers.seed(), watch, words);
    }
    if (task == Task.reading) {
      return reading(watch);
    }
    if (task == Task.plan) {
      int reaches = rivers.count(task.reaches);
      return plan.measure(reaches, sources(), constituents(), rivers.seed(), threads(), watch);
    }
    if (task == Task.study) {
      int reaches = rivers.count(task.reaches);
      return study.write(reaches, seasons, constituents(), rivers.seed(), watch, words);
    }
    if (task == Task.order) {
      @Nullable Rivers found = rivers.get(task.reaches, words);
      return found == null ? null : OrderBench.run(found, workers, repetitions(), watch);
    }
    if (task == Task.features) {
      @Nullable Rivers found = rivers.get(task.reaches, words);
      return found == null ? null : new FeatureBench(found, recipe(), way(), watch).run();
    }
    @Nullable Job job = job(words, watch);
    if (job == null) {
      return null;
    }
    return task == Task.apportion
        ? ApportionBench.run(job, way(), receptors, watch)
        : new KernelBench(job, way(), watch).run();
  }

  private Measurements reading(Watch watch) throws IOException {
    Path folder = Files.createTempDirectory("tonle-reading");
    try {
      return ReadingBench.run(
          folder,
          rivers.count(task.reaches),
          rivers.seed(),
          f -> StudyReader.read(f).study().isPresent(),
          watch);
    } finally {
      Leftovers.delete(folder);
    }
  }

  /// Makes a job; the rivers can be freed once it is made.
  private @Nullable Job job(Words words, Watch watch) throws IOException {
    @Nullable Rivers found = rivers.get(task.reaches, words);
    if (found == null) {
      return null;
    }
    watch.doing("bench.preparing");
    return recipe().on(found);
  }

  private JobRecipe recipe() {
    return new JobRecipe(draws(), constituents(), seasons, sources(), rivers.seed());
  }

  private void require() {
    requireRange("--workers", 1, MOST_WORKERS, workers);
    requireRange("--repeat", 1, MOST_REPETITIONS, repetitions());
    requireRange("--receptors", 1, MOST_RECEPTORS, receptors);
    requireRange("--draws", 1, MOST_DRAWS, draws());
    requireRange("--constituents", 1, MOST_CONSTITUENTS, constituents());
    requireRange("--seasons", 1, MOST_SEASONS, seasons);
    if (task == Task.plan) {
      BenchPlan.requireSources(sources());
    } else {
      requireRange("--sources", 1, JobRecipe.CLASSES, sources());
    }
    plan.require(task == Task.plan);
    requireRange("--threads", 1, MOST_THREADS, threads());
    study.require(task == Task.study);
    serve.require(task == Task.torture);
    session.require(task == Task.session, rivers.isGenerated());
    if ((tortured != null || isInput) && task != Task.torture) {
      throw new UsageProblem("usage.needs", isInput ? "--input" : "--on", Task.torture);
    }
    if (isInput && tortured() != TortureBench.On.input) {
      throw new UsageProblem("usage.not_together", "--input", "--on");
    }
    if (isAgainstC && task != Task.kernel) {
      throw new UsageProblem("usage.needs", "--against-c", Task.kernel);
    }
    if (isAgainstC && (seasons > 1 || threads() > 1)) {
      throw new UsageProblem("usage.against_c");
    }
  }

  private int sources() {
    int usual = task == Task.plan ? 10_000 : 1;
    return givenSources == null ? usual : givenSources;
  }

  private int draws() {
    return givenDraws == null ? 1024 : givenDraws;
  }

  private int constituents() {
    return constituents == null ? task.constituents : constituents;
  }

  private TortureBench.On tortured() {
    if (tortured != null) {
      return tortured;
    }
    return isInput ? TortureBench.On.input : TortureBench.On.all;
  }

  private int repetitions() {
    boolean isLong = task == Task.torture && tortured() == TortureBench.On.input;
    int usual = isLong ? MISTAKES : task.repetitions;
    return repetitions == null ? usual : repetitions;
  }

  private int threads() {
    int all = task.usesAllCores ? Runtime.getRuntime().availableProcessors() : 1;
    return threads == null ? all : threads;
  }

  private KernelBench.Way way() {
    Optional<Path> reference =
        isAgainstC
            ? Optional.of(home().resolve("bench").resolve("reference").resolve("kernel.c"))
            : Optional.empty();
    return new KernelBench.Way(
        task.name(),
        threads(),
        repetitions(),
        hasPercentiles,
        isPlain,
        task == Task.whatif,
        reference);
  }

  /// Tonle's folder, which contains the folder of the jar or the classes.
  private static Path home() {
    try {
      Path built =
          Path.of(BenchCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      @Nullable Path module = built.resolve("../..").normalize().getParent();
      return module == null ? built : module;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Tonle's folder has no path.", e);
    }
  }

  static void requireRange(String option, long least, long most, long value) {
    if (value < least || value > most) {
      throw new UsageProblem("usage.range", option, least, most, value);
    }
  }

  private void tell(Measurements figures, Words words) {
    if (isJson) {
      ObjectNode json = new JsonMapper().createObjectNode();
      figures.values().forEach((key, value) -> json.putPOJO(key, value));
      Console.printJson(json.toString());
      return;
    }
    for (Map.Entry<String, Object> figure : figures.values().entrySet()) {
      if (figure.getValue() instanceof Map<?, ?> figuresOfOneKind) {
        figuresOfOneKind.forEach(
            (name, value) ->
                Console.print(words.text("bench." + figure.getKey(), all(name, value))));
      } else {
        Console.print(words.text("bench." + figure.getKey(), shown(figure.getValue())));
      }
    }
  }

  /// A name and its value, or its several values.
  private static Object[] all(Object name, Object value) {
    List<Object> all = new ArrayList<>(List.of(name));
    all.addAll(value instanceof Map<?, ?> several ? several.values() : List.of(value));
    return all.toArray();
  }

  private static String shown(Object value) {
    if (value instanceof Double d) {
      return Text.format("%.4g", d);
    }
    return value.toString().isEmpty() ? "–" : value.toString();
  }
}
