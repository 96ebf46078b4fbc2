package org.tonle.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonle.compare.Contrast;
import org.tonle.disk.SideWork;
import org.tonle.disk.SqliteLibrary;
import org.tonle.export.Answers;
import org.tonle.export.Contrasts;
import org.tonle.export.Exports;
import org.tonle.export.Summary;
import org.tonle.export.book.Book;
import org.tonle.report.Reports;
import org.tonle.report.contrast.ContrastReports;
import org.tonle.run.Result;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;
import org.tonle.store.ScenarioLines;

/// Result folder: new, empty, or with nothing but results of Tonle in it.
public final class ResultFolder {
  private ResultFolder() {}

  /// Refuses a place that cannot be written, or that holds files of others.
  public static void require(Path out, Watcher watcher) throws IOException {
    Path target = Leftovers.real(out);
    if (Leftovers.tidy(target)) {
      watcher.notice("out.restored", out);
    }
    Path there = nearest(target);
    if (target.getParent() == null || !Files.isDirectory(there)) {
      throw new UsageProblem("usage.out_no_folder", out);
    }
    if (Files.isDirectory(target) && !Leftovers.isEmpty(target)) {
      requireOurs(target, out);
      if (Path.of("").toRealPath().startsWith(target)) {
        throw new UsageProblem("usage.out_stands_inside", out);
      }
    }
    // Reported now, not after an hour of computing.
    SqliteLibrary.require();
    if (!Files.isWritable(there)) {
      throw new AccessDeniedException(there.toString());
    }
  }

  /// The place, or its nearest parent that exists.
  private static Path nearest(Path target) {
    Path there = target;
    for (Path up = there.getParent(); !Files.exists(there) && up != null; up = up.getParent()) {
      there = up;
    }
    return there;
  }

  private static void requireOurs(Path target, Path out) throws IOException {
    ResultManifest manifest = ResultManifest.read(target);
    Optional<Path> foreign = manifest.foreign(target);
    if (foreign.isPresent()) {
      boolean isChanged = manifest.lists(foreign.get());
      throw new UsageProblem(
          isChanged ? "usage.out_changed" : "usage.out_foreign", out, foreign.get().getFileName());
    }
  }

  /// Refuses a folder that holds a demand of more than this constituent.
  public static void requirePart(Path out, String constituent) throws IOException {
    if (HeldResults.hasDemandBeyond(Leftovers.real(out), constituent)) {
      throw new UsageProblem("usage.out_part", out, constituent);
    }
  }

  /// Refuses a folder that holds a comparison with the load to cut, which one without would lose.
  public static void requireNoCuts(Path out) throws IOException {
    if (HeldResults.hasCutsCompared(Leftovers.real(out))) {
      throw new UsageProblem("usage.out_demand", out);
    }
  }

  private static RunFacts facts(Result result, RunOrder order) {
    return new RunFacts(
        Summary.version(),
        result.study().id(),
        result.scenario().id(),
        order.designFlow(),
        result.options().draws(),
        result.options().seed(),
        ScenarioLines.of(result.scenario()));
  }

  /// Writes results, the inputs of their run and reports in these languages, in full or not at all;
  /// a result with a report, or in a folder with a workbook, also as a workbook.
  public static void write(
      Answers findings, Simulation.Done run, List<String> languages, Path out, Watcher watcher)
      throws IOException {
    write(findings, run, languages, !languages.isEmpty(), out, watcher);
  }

  /// Writes results, the inputs of their run and reports in these languages, in full or not at all.
  /// Whatever else the folder holds of the same run stays; of another run it is computed anew.
  ///
  /// @param hasBook whether all tables are also written as a workbook
  public static void write(
      Answers findings,
      Simulation.Done run,
      List<String> languages,
      boolean hasBook,
      Path out,
      Watcher watcher)
      throws IOException {
    require(out, watcher);
    Path there = Leftovers.real(out);
    HeldResults held = HeldResults.in(there);
    if (held.isComparison()) {
      throw new UsageProblem("usage.out_comparison", out);
    }
    whole(
        out,
        watcher,
        folder -> {
          try (SideWork pages = new SideWork()) {
            fill(findings, run, languages, folder, pages, watcher);
            if (held.isResult()) {
              pages.join();
            }
            if (held.isResult() && AddedCauses.areOfOneRun(there, folder)) {
              AddedCauses.keep(there, folder);
            } else if (held.isMoreThan(findings, languages)) {
              watcher.notice("out.other_run", out);
              fill(held.complete(findings), run, held.with(languages), folder, pages, watcher);
            }
            if (hasBook || held.hasBook()) {
              watcher.working("run.workbook");
              Book.write(folder);
            }
            pages.join();
          }
        });
  }

  /// Writes everything but the workbook; the reports are done when `pages` are.
  private static void fill(
      Answers findings,
      Simulation.Done run,
      List<String> languages,
      Path folder,
      SideWork pages,
      Watcher watcher)
      throws IOException {
    for (Path file : Leftovers.list(folder)) {
      if (!Leftovers.isClaim(file)) {
        Files.delete(file);
      }
    }
    for (String language : languages) {
      watcher.working("run.reporting", language);
      pages.start(() -> Reports.write(findings, run.plan(), List.of(language), folder));
    }
    watcher.working("run.writing");
    Exports.write(findings, folder);
    RunFacts facts = facts(findings.result(), run.order());
    InputsFile.write(folder.resolve(InputsFile.NAME), facts, run.inputs());
  }

  /// Writes comparisons with one report in each of these languages, in full or not at all.
  public static void write(ContrastRun.Done done, List<String> languages, Path out, Watcher watcher)
      throws IOException {
    List<Contrast> contrasts = done.contrasts();
    if (HeldResults.in(Leftovers.real(out)).isResult()) {
      throw new UsageProblem("usage.out_result", out);
    }
    if (contrasts.stream().allMatch(c -> c.demand().isEmpty())) {
      requireNoCuts(out);
    }
    whole(
        out,
        watcher,
        folder -> {
          Contrasts.write(contrasts, done.plans(), folder);
          for (String language : languages) {
            watcher.working("run.reporting", language);
            ContrastReports.write(contrasts, done.plans(), language, folder);
          }
        });
  }

  /// Writer of files into a folder.
  @FunctionalInterface
  private interface Writing {
    void into(Path folder) throws IOException;
  }

  private static void whole(Path out, Watcher watcher, Writing writing) throws IOException {
    require(out, watcher);
    try (WholeFolder folder = WholeFolder.at(out, watcher)) {
      watcher.working("run.writing");
      writing.into(folder.path());
      ResultManifest.write(folder.path());
      folder.finish();
    } finally {
      watcher.done();
    }
  }
}
