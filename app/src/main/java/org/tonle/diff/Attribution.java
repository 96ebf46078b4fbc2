package org.tonle.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.Exports;
import org.tonle.run.Result;
import org.tonle.service.Leftovers;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.UsageProblem;
import org.tonle.service.Watcher;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;

/// Attribution of moved figures to several differences: the study before is turned into the study
/// after, part by part, and every study in between is run. The shares of a figure sum to its
/// change.
///
/// The order is fixed: settings, tables, scenario, draws, seed. If a study in between cannot be
/// run, the next part is changed with it. The remaining change is due to the version of Tonle.
public record Attribution(List<Figure> figures, List<Step> steps) {
  public Attribution {
    figures = List.copyOf(figures);
    steps = List.copyOf(steps);
  }

  /// Figure that is attributed.
  ///
  /// @param kind breaches, cut_t_per_a or concentration
  /// @param of constituent of a load to cut; place, season and constituent of a concentration; or
  ///   ""
  public record Figure(String kind, String of, double before, double after) {}

  /// One step from the study before to the study after.
  ///
  /// @param parts parts that were changed in this step
  /// @param changes changes of the figures, in their order
  public record Step(List<Part> parts, List<Double> changes) {
    public Step {
      parts = List.copyOf(parts);
      changes = List.copyOf(changes);
    }
  }

  /// The share of a step in the change of a figure; NaN if the figure did not change.
  public double share(Step step, int figure) {
    double all = figures.get(figure).after() - figures.get(figure).before();
    return all == 0 ? Double.NaN : step.changes().get(figure) / all;
  }

  /// @throws UsageProblem if a result did not keep the rows of its tables
  public static Attribution of(ResultDiff diff, Watcher watcher) throws IOException {
    if (!diff.areInputsKnown()) {
      throw new UsageProblem("usage.attribute_unknown");
    }
    if (diff.areRowsMissing()) {
      throw new UsageProblem("usage.attribute_large");
    }
    return new Runs(diff, watcher).all();
  }

  /// Runs of the studies in between.
  private static final class Runs {
    private final ResultDiff diff;
    private final Watcher watcher;
    private final Optional<MovedNumber> concentration;
    private final List<Headline> headlines = new ArrayList<>();
    private final List<List<Part>> parts = new ArrayList<>();

    Runs(ResultDiff diff, Watcher watcher) {
      this.diff = diff;
      this.watcher = watcher;
      concentration = diff.moved().concentration();
    }

    Attribution all() throws IOException {
      InputsFile.Stored before = diff.before().inputs().orElseThrow();
      InputsFile.Stored after = diff.after().inputs().orElseThrow();
      Blend blend = Blend.of(before);
      headlines.add(run(blend).orElseThrow(() -> new UsageProblem("usage.attribute_fails")));
      List<Part> swapped = new ArrayList<>();
      for (Part part : diff.parts()) {
        if (part.equals(Part.VERSION)) {
          continue;
        }
        swapped.add(part);
        blend = blend.with(part, after);
        Optional<Headline> found = run(blend);
        if (found.isPresent()) {
          parts.add(List.copyOf(swapped));
          headlines.add(found.get());
          swapped.clear();
        }
      }
      if (!swapped.isEmpty()) {
        throw new UsageProblem("usage.attribute_fails");
      }
      return attribution();
    }

    private Attribution attribution() throws IOException {
      Headline first = headlines.getFirst();
      Headline last = headlines.getLast();
      boolean isOtherVersion = diff.parts().contains(Part.VERSION);
      Headline before = isOtherVersion ? stored(diff.before()) : first;
      Headline after = isOtherVersion ? stored(diff.after()) : last;
      List<Headline.Name> names =
          first.figures().keySet().stream()
              .filter(n -> !Double.isNaN(last.get(n) + before.get(n) + after.get(n)))
              .toList();
      List<Figure> figures =
          names.stream()
              .map(n -> new Figure(word(n), n.of(), before.get(n), after.get(n)))
              .toList();
      List<Step> steps = new ArrayList<>();
      for (int s = 0; s < parts.size(); s++) {
        Headline from = headlines.get(s);
        Headline to = headlines.get(s + 1);
        steps.add(
            new Step(parts.get(s), names.stream().map(n -> to.get(n) - from.get(n)).toList()));
      }
      if (isOtherVersion) {
        List<Double> rest =
            names.stream()
                .map(n -> (first.get(n) - before.get(n)) + (after.get(n) - last.get(n)))
                .toList();
        steps.add(new Step(List.of(Part.VERSION), rest));
      }
      return new Attribution(figures, steps);
    }

    private static String word(Headline.Name name) {
      return name.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private Headline stored(ResultFiles files) throws IOException {
      return Headline.of(files.folder(), concentration);
    }

    /// The figures of a study; empty if the study has errors.
    private Optional<Headline> run(Blend blend) throws IOException {
      Path folder = Files.createTempDirectory("tonle-diff-");
      try {
        Path study = Files.createDirectory(folder.resolve("study"));
        blend.inputs().write(study);
        RunFacts how = blend.run();
        RunOrder order =
            new RunOrder(
                how.scenario(),
                how.designFlow(),
                OptionalInt.of(how.draws()),
                OptionalLong.of(how.seed()),
                OptionalInt.empty());
        Optional<Result> result;
        try {
          result = Simulation.run(study, order, watcher).result();
        } catch (UsageProblem noSuchScenario) {
          result = Optional.empty();
        }
        if (result.isEmpty()) {
          return Optional.empty();
        }
        Path out = Files.createDirectory(folder.resolve("out"));
        double confidence = result.get().study().settings().judging().confidence();
        Exports.write(
            Answers.ofBreaches(result.get())
                .withDemand(Rule.EQUAL_PERCENTAGE, confidence, how.designFlow()),
            out);
        return Optional.of(Headline.of(out, concentration));
      } finally {
        Leftovers.delete(folder);
      }
    }
  }
}
