package org.tonle.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.InputBench;
import org.tonle.bench.Measurements;
import org.tonle.bench.StudyRecipe;
import org.tonle.bench.Watch;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.i18n.Words;
import org.tonle.packed.PackedStudy;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
import org.tonle.service.WholeFolder;
import picocli.CommandLine.Option;

/// Bench study: the study that `tonle bench study` writes, its folder, and mistakes in studies.
final class BenchStudy {
  private static final int MOST_TOWNS = 10_000_000;
  private static final int MOST_GROUPS = 100;

  @Option(
      names = "--towns",
      paramLabel = "N",
      defaultValue = "6000",
      description = "study: towns (default: ${DEFAULT-VALUE})")
  private int towns = 6000;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "5",
      description = "study: hydrological groups (default: ${DEFAULT-VALUE})")
  private int groups = 5;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "study: folder to make; must not hold anything yet")
  private @Nullable Path folder;

  /// Refuses impossible values.
  void require(boolean isWanted) {
    BenchCommand.requireRange("--towns", 1, MOST_TOWNS, towns);
    BenchCommand.requireRange("--groups", 1, MOST_GROUPS, groups);
    if (isWanted == (folder == null)) {
      throw new UsageProblem(
          "usage.needs", isWanted ? "study" : "--out", isWanted ? "--out" : "study");
    }
  }

  StudyRecipe recipe(int reaches, int seasons, int constituents, long seed) {
    return new StudyRecipe(reaches, seasons, towns, groups, constituents, seed);
  }

  /// Makes mistakes in two-towns, and some in a small generated study.
  static Measurements torture(int rounds, long seed, Watch watch) throws IOException {
    Path grown = Files.createTempDirectory("tonle-grown");
    try (PackedStudy towns = PackedStudy.open("two-towns")) {
      new StudyRecipe(40, 3, 12, 2, 2, seed).write(grown, watch);
      return InputBench.run(List.of(towns.folder(), grown), rounds, seed, watch);
    } finally {
      Leftovers.delete(grown);
    }
  }

  Measurements write(
      int reaches, int seasons, int constituents, long seed, Watch watch, Words words)
      throws IOException {
    if (folder == null) {
      throw new IllegalStateException("No folder was required.");
    }
    Path target = Leftovers.real(folder);
    Leftovers.tidy(target);
    if (Files.exists(target) && !(Files.isDirectory(target) && Leftovers.isEmpty(target))) {
      throw new UsageProblem("new.not_empty", folder);
    }
    StudyRecipe recipe = recipe(reaches, seasons, constituents, seed);
    try (WholeFolder whole = WholeFolder.at(folder, new ConsoleWatcher(words))) {
      Measurements figures = recipe.write(whole.path(), watch);
      whole.finish();
      return figures;
    }
  }
}
