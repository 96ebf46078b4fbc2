package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.tonle.assess.ConcentrationScale;
import org.tonle.convert.Text;
import org.tonle.model.Constituent;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Question;
import org.tonle.run.TargetIndex;
import org.tonle.run.Vectors;
import org.tonle.scenario.Applied;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Apportions concentrations of a study under a scenario: a study and what is wanted in, who causes
/// it out (docs/theory/apportionment.md). Studies with errors are refused by [Runner] before.
public final class Apportioner {
  /// Blocks of draws per thread, so that no thread waits long for another.
  private static final int BLOCKS = 4;

  private final Study study;
  private final Options options;
  private final Instance instance;
  private final TargetIndex places;
  private final DrawVectors central;
  private final DrawVectors drawn;

  private Apportioner(Study study, Scenario scenario, Options options) {
    this.study = study;
    this.options = options;
    instance = Instance.of(Applied.of(study, scenario));
    if (instance.isWrong()) {
      throw new IllegalArgumentException(Text.format("Study %s has errors.", study.id()));
    }
    places = new TargetIndex(study, instance.builder());
    Vectors vectors = new Vectors(instance);
    central = vectors.central();
    drawn = options.draws() > 0 ? vectors.drawn(options) : central;
  }

  /// One apportionment for each that is wanted, in the same order.
  public static List<Apportionment> of(
      Study study, Scenario scenario, Options options, List<Question> wanted) {
    return new Apportioner(study, scenario, options).all(wanted);
  }

  private List<Apportionment> all(List<Question> wanted) {
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      groups.add(new Group(g, wanted));
    }
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Group group : groups) {
      group.addTasks(tasks);
    }
    run(tasks);
    Apportionment[] found = new Apportionment[wanted.size()];
    groups.forEach(group -> group.finish(wanted, found));
    return List.of(found);
  }

  private void run(List<Callable<Void>> tasks) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      for (Future<Void> future : pool.invokeAll(tasks)) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while apportioning.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A linked group failed.", e.getCause());
    }
  }

  /// One linked group and what is wanted of it.
  private final class Group {
    private final Kinetics kinetics;
    private final LoadEntries entries;
    private final CauseIndex index;
    private final List<Integer> wantedIndex = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Group(int g, List<Question> wanted) {
      kinetics = instance.groups().get(g);
      entries = instance.entries().get(g);
      index = new CauseIndex(study, instance.loads(), kinetics, entries);
      List<String> ids = study.chemistry().constituents().stream().map(Constituent::id).toList();
      for (int w = 0; w < wanted.size(); w++) {
        for (int m = 0; m < kinetics.memberCount(); m++) {
          if (ids.get(kinetics.constituents()[m]).equals(wanted.get(w).constituent())) {
            wantedIndex.add(w);
            parts.add(new Part(places.target(wanted.get(w), m), kinetics));
          }
        }
      }
    }

    private Adjoint adjoint() {
      return new Adjoint(
          instance.network(), kinetics, entries, study.settings().routing().lakeSteps());
    }

    /// The central run at once, the draws as tasks.
    void addTasks(List<Callable<Void>> tasks) {
      if (parts.isEmpty()) {
        return;
      }
      Adjoint adjoint = adjoint();
      adjoint.draw(central, 0);
      double[] found = new double[index.causes.size() + 1];
      for (Part part : parts) {
        contributions(adjoint, part, found);
        part.keep(found, options.draws());
      }
      int block = StrictMath.max(1, options.draws() / (BLOCKS * options.threads()));
      for (int from = 0; from < options.draws(); from += block) {
        int start = from;
        int end = StrictMath.min(from + block, options.draws());
        tasks.add(
            () -> {
              draws(start, end);
              return null;
            });
      }
    }

    private void draws(int from, int to) {
      Adjoint adjoint = adjoint();
      double[] found = new double[index.causes.size() + 1];
      for (int d = from; d < to; d++) {
        adjoint.draw(drawn, d);
        for (Part part : parts) {
          contributions(adjoint, part, found);
          part.put(found, d);
        }
      }
    }

    /// What every cause adds, nature last; of oxygen what each withholds from saturation (Eq. 8).
    private void contributions(Adjoint adjoint, Part part, double[] found) {
      int nature = found.length - 1;
      Arrays.fill(found, 0);
      if (!part.isShortfall) {
        found[nature] =
            adjoint.contributions(part.target, index.ofEntry, found, new double[0], new double[0]);
        return;
      }
      double[] shares = new double[found.length];
      double natural =
          adjoint.contributions(part.target, index.ofEntry, found, index.water_m3_per_s, shares);
      double water = 0;
      for (int c = 0; c < nature; c++) {
        found[c] = part.saturation_g_per_m3 * shares[c] - found[c];
        water += shares[c];
      }
      found[nature] = part.saturation_g_per_m3 * (1 - water) - natural;
    }

    void finish(List<Question> wanted, Apportionment[] found) {
      for (int i = 0; i < parts.size(); i++) {
        int w = wantedIndex.get(i);
        found[w] = parts.get(i).finish(wanted.get(w), kinetics, index.causes);
      }
    }
  }

  /// One target: its causes that count, and what each adds [g/m³].
  private final class Part {
    final Target target;
    final boolean isShortfall;
    final double saturation_g_per_m3;
    private int[] cause = {};
    private double[] central = {};
    private float[][] draws = {};

    Part(Target target, Kinetics kinetics) {
      this.target = target;
      isShortfall = target.member() == kinetics.oxygen();
      saturation_g_per_m3 = isShortfall ? places.saturation_g_per_m3(target, kinetics) : 0;
    }

    void keep(double[] found, int drawCount) {
      int[] counting = new int[found.length];
      int n = 0;
      for (int c = 0; c < found.length; c++) {
        if (found[c] != 0) {
          counting[n++] = c;
        }
      }
      cause = Arrays.copyOf(counting, n);
      central = new double[n];
      for (int i = 0; i < n; i++) {
        central[i] = found[cause[i]];
      }
      draws = new float[n][drawCount];
    }

    void put(double[] found, int d) {
      for (int i = 0; i < cause.length; i++) {
        draws[i][d] = (float) found[cause[i]];
      }
    }

    Apportionment finish(Question wanted, Kinetics kinetics, List<Cause> causes) {
      Constituent of =
          study.chemistry().constituents().get(kinetics.constituents()[target.member()]);
      double scale = ConcentrationScale.fromKernel(of, 1);
      List<Cause> own = new ArrayList<>();
      for (int i = 0; i < cause.length; i++) {
        own.add(cause[i] < causes.size() ? causes.get(cause[i]) : Cause.NATURE);
        central[i] *= scale;
        for (int d = 0; d < draws[i].length; d++) {
          draws[i][d] = (float) (draws[i][d] * scale);
        }
      }
      return new Apportionment(
          wanted.place(),
          wanted.season(),
          of,
          saturation_g_per_m3 * scale,
          own,
          central,
          draws,
          options.draws());
    }
  }
}
