package org.tonle.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.Measurements;
import org.tonle.bench.SessionBench;
import org.tonle.bench.StudyRecipe;
import org.tonle.bench.Watch;
import org.tonle.cli.console.ProblemLines;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.packed.PackedStudy;
import org.tonle.run.Options;
import org.tonle.service.Leftovers;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench session: the study whose levers `tonle bench session` pulls, and how many.
final class BenchSession {
  private static final int MOST_LEVERS = 1_000_000;

  @Option(
      names = "--study",
      paramLabel = "DIR",
      description =
          "session: folder of the study (default: a generated one with --reaches, else"
              + " studies/cambodia)")
  private @Nullable Path folder;

  @Option(
      names = "--levers",
      paramLabel = "N",
      defaultValue = "300",
      description = "session: levers to pull (default: ${DEFAULT-VALUE})")
  private int levers = 300;

  void require(boolean isWanted, boolean isGenerated) {
    BenchCommand.requireRange("--levers", 1, MOST_LEVERS, levers);
    if (folder != null && !isWanted) {
      throw new UsageProblem("usage.needs", "--study", "session");
    }
    if (folder != null && isGenerated) {
      throw new UsageProblem("usage.not_together", "--study", "--reaches");
    }
  }

  /// @param recipe recipe of a study to generate, or null
  /// @param draws number of draws; the study's if null
  @Nullable Measurements measure(
      @Nullable StudyRecipe recipe,
      @Nullable Integer draws,
      int threads,
      long seed,
      Watch watch,
      Words words)
      throws IOException {
    if (recipe != null) {
      Path grown = Files.createTempDirectory("tonle-grown");
      try {
        recipe.write(grown, watch);
        return measure(grown, draws, threads, seed, watch, words);
      } finally {
        Leftovers.delete(grown);
      }
    }
    if (folder != null) {
      return measure(folder, draws, threads, seed, watch, words);
    }
    try (PackedStudy packed = PackedStudy.open("cambodia")) {
      return measure(packed.folder(), draws, threads, seed, watch, words);
    }
  }

  private @Nullable Measurements measure(
      Path from, @Nullable Integer draws, int threads, long seed, Watch watch, Words words) {
    StudySource source = StudySource.read(from);
    if (source.study().isEmpty()) {
      ProblemLines.brief(source.problems(), from, words);
      return null;
    }
    Study study = source.study().get();
    int count = draws == null ? study.settings().sampling().draws() : draws;
    Options options = new Options(count, study.settings().sampling().seed(), threads);
    return SessionBench.run(study, options, levers, seed, watch);
  }
}
