package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.scenario.JoinedScenario;
import picocli.CommandLine.Option;

/// How a study is run.
final class RunOptions {
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
  void require(Words words) throws IOException {
    if (draws != null && (draws < 0 || draws > MOST_DRAWS)) {
      throw new UsageProblem("usage.range", "--draws", 0, MOST_DRAWS, draws);
    }
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new UsageProblem("usage.range", "--threads", 1, MOST_THREADS, threads);
    }
    if (out != null) {
      ResultFolder.require(out, words);
    }
  }

  /// Works at a low flow that this scenario of the study sets; "" for the seasons' own.
  void at(String designFlow) {
    this.designFlow = designFlow;
  }

  Scenario scenario(Study study) {
    Scenario own = StudySource.scenario(study, scenario);
    if (designFlow.isEmpty()) {
      return own;
    }
    Scenario flow = StudySource.scenario(study, designFlow);
    if (flow.seasonsOfSetFlow().isEmpty()) {
      throw new UsageProblem("usage.design_flow", designFlow);
    }
    return JoinedScenario.of(own, own.id(), flow.changes());
  }

  Path out(Study study) {
    return out != null ? out : Path.of("results", fileName(name(study)));
  }

  private String name(Study study) {
    return study.id() + "-" + scenario + (designFlow.isEmpty() ? "" : "-" + designFlow);
  }

  /// An id is free text; a folder's name is not.
  private static String fileName(String id) {
    String name = id.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_");
    return name.startsWith(".") ? "_" + name : name;
  }

  Options options(Study study) {
    int n = draws == null ? study.settings().draws() : draws;
    int t = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    return new Options(n, seed == null ? study.settings().seed() : seed, t);
  }
}
