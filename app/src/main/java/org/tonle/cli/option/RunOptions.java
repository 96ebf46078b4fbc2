package org.tonle.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.ProblemLines;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.ResultFolder;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// How a study is run.
public final class RunOptions {
  private static final int MOST_DRAWS = 1_000_000;
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      defaultValue = "baseline",
      description = "scenario of the study (default: ${DEFAULT-VALUE})")
  private String scenario = "baseline";

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "number of draws, random samples of what is uncertain; 0 = only the central run (default:"
              + " the study's)")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the draws (default: the study's)")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads; results do not depend on it (default: all cores)")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>-<scenario>)")
  private @Nullable Path out;

  private String designFlow = "";

  /// Refuses what could never run, before anything is read.
  public void require(Words words) throws IOException {
    if (draws != null && (draws < 0 || draws > MOST_DRAWS)) {
      throw new UsageProblem("usage.range", "--draws", 0, MOST_DRAWS, draws);
    }
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new UsageProblem("usage.range", "--threads", 1, MOST_THREADS, threads);
    }
    if (out != null) {
      ResultFolder.require(out, new ConsoleWatcher(words));
    }
  }

  /// Works at a low flow that this scenario of the study sets; "" for the seasons' own.
  void at(String designFlow) {
    this.designFlow = designFlow;
  }

  /// The order that these options give.
  public RunOrder order() {
    return new RunOrder(
        scenario,
        designFlow,
        draws == null ? OptionalInt.empty() : OptionalInt.of(draws),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        threads == null ? OptionalInt.empty() : OptionalInt.of(threads));
  }

  public Path out(Study study) {
    return out != null ? out : Path.of("results", fileName(order().name(study)));
  }

  /// An id is free text; a folder's name is not.
  private static String fileName(String id) {
    String name = id.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_");
    return name.startsWith(".") ? "_" + name : name;
  }

  /// Runs a study and lists every problem on standard error.
  public Simulation.Done run(Path study, Words words) {
    Simulation.Done done = Simulation.run(study, order(), new ConsoleWatcher(words));
    ProblemLines.print(done.problems(), study, words);
    return done;
  }
}
