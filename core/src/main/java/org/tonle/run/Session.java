package org.tonle.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;
import org.tonle.check.BeyondRange;
import org.tonle.load.EffluentWater;
import org.tonle.load.LoadModel;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.network.EffluentShares;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.rates.Multiplier;
import org.tonle.network.rates.Multipliers;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.scenario.JoinedScenario;
import org.tonle.scenario.Moved;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.Touched;
import org.tonle.simulate.step.FlowFactors;

/// Session on a baseline: answers at once what changes do. It recomputes only the parts that the
/// changes touch, in the central run and in the draws, and every figure equals that of a full run,
/// bit for bit.
///
/// Each question refers to the baseline, whatever was asked before. A change of loads recomputes
/// the places that it reaches. A change of rates or water runs the groups that it affects on the
/// same network. A change that cuts a reach elsewhere runs the study again, and the answer says so.
/// Any number of threads may ask; a cancelled or refused question leaves nothing behind.
public final class Session {
  private final Baseline baseline;
  private final ForkJoinPool pool;

  private Session(Baseline baseline, ForkJoinPool pool) {
    this.baseline = baseline;
    this.pool = pool;
  }

  /// Opens a session on a baseline; any number of sessions share a baseline and a pool.
  ///
  /// @throws IllegalArgumentException for a baseline without a result
  public static Session on(Baseline baseline, ForkJoinPool pool) {
    if (baseline.result().isEmpty()) {
      throw new IllegalArgumentException("A baseline with errors answers nothing.");
    }
    return new Session(baseline, pool);
  }

  public Baseline baseline() {
    return baseline;
  }

  /// Effect of further changes on top of the baseline's scenario.
  public Answer pull(List<Scenario.Change> changes) {
    return pull(changes, Cancel.NEVER);
  }

  /// The same, until somebody cancels.
  ///
  /// @throws java.util.concurrent.CancellationException if somebody cancels
  public Answer pull(List<Scenario.Change> changes, Cancel cancel) {
    Scenario before = baseline.instance.applied().scenario();
    return pull(JoinedScenario.of(before, before.id(), changes), cancel);
  }

  /// Effect of another scenario, compared with the baseline's.
  public Answer pull(Scenario scenario, Cancel cancel) {
    List<Problem> problems = baseline.check.check(scenario);
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Answer.Refused(problems);
    }
    Applied now = Applied.of(baseline.instance.applied().index(), scenario);
    Moved moved = Moved.between(baseline.instance.applied(), now);
    return new Asked(now, moved, cancel, problems).answer();
  }

  /// One question while it is being answered.
  private final class Asked {
    private final Applied now;
    private final Moved moved;
    private final Cancel cancel;
    private final List<Problem> warnings;

    Asked(Applied now, Moved moved, Cancel cancel, List<Problem> warnings) {
      this.now = now;
      this.moved = moved;
      this.cancel = cancel;
      this.warnings = warnings;
    }

    Answer answer() {
      List<Source> sources = new ArrayList<>();
      List<LoadTerm> gone = new ArrayList<>();
      for (String id : moved.sources().stream().sorted().toList()) {
        now.source(id).ifPresent(sources::add);
        gone.addAll(baseline.terms(id));
      }
      Loads loads = LoadModel.of(baseline.tables, now, sources);
      for (LoadTerm term : loads.terms()) {
        if (!baseline.instance.entriesBuilder().isKnown(term.source())) {
          return anew(Pull.How.NEW_SOURCE);
        }
      }
      if (!baseline.cuts.stay(gone, loads.terms())) {
        return anew(Pull.How.OTHER_CUTS);
      }
      Loads whole = baseline.instance.loads();
      List<EffluentWater> waters = whole.watersWith(loads, moved.sources());
      EffluentShares before = baseline.instance.builder().effluents();
      Optional<EffluentShares> effluents =
          waters.equals(whole.waters())
              ? Optional.of(before)
              : pool.invoke(ForkJoinTask.adapt(() -> baseline.instance.effluentsBy(waters)));
      if (effluents.isEmpty()) {
        return anew(Pull.How.OTHER_WATER);
      }
      if (moved.areRates() || moved.isWater()) {
        return effluents.get().isSame(before) ? whole(loads) : anew(Pull.How.OTHER_WATER);
      }
      return touched(loads, before, effluents.get());
    }

    private Answer touched(Loads loads, EffluentShares before, EffluentShares effluents) {
      BitSet inflows = effluents.otherInflows(before);
      Multipliers more = baseline.instance.multipliers().extended();
      List<EntryPatch> patches = new ArrayList<>();
      for (int g = 0; g < baseline.placed.size(); g++) {
        patches.add(
            baseline
                .instance
                .entriesBuilder()
                .patch(
                    baseline.instance.groups().get(g),
                    baseline.placed.get(g),
                    moved.sources(),
                    loads.terms(),
                    effluents,
                    inflows,
                    more));
      }
      cancel.check();
      boolean isOther = !inflows.isEmpty();
      List<GroupResults.@Nullable One> changed = recompute(patches, more.own(), isOther);
      GroupResults results = new GroupResults(baseline.found, changed);
      Pull.How how = effluents.isSame(before) ? Pull.How.TOUCHED : Pull.How.TOUCHED_INFLOWS;
      return finish(how, loads, results, baseline.instance, baseline.drawn.flow());
    }

    /// @param areInflows whether water that joins changes, too
    private List<GroupResults.@Nullable One> recompute(
        List<EntryPatch> patches, List<Multiplier> more, boolean areInflows) {
      double[][] ones = new double[more.size()][];
      Arrays.fill(ones, new double[] {1});
      double[][] drawn = more.stream().map(baseline::drawn).toArray(double[][]::new);
      Map<List<Integer>, Touched> plans = new HashMap<>();
      List<@Nullable Touched> touched = new ArrayList<>();
      for (EntryPatch patch : patches) {
        touched.add(patch.isEmpty() ? null : plans.computeIfAbsent(patch.places(), k -> to(patch)));
      }
      List<Callable<@Nullable GroupResult>> tasks = new ArrayList<>();
      for (int g = 0; g < patches.size(); g++) {
        int group = g;
        EntryPatch patch = patches.get(g);
        Touched where = touched.get(g);
        tasks.add(
            () ->
                where == null || baseline.draws.isEmpty()
                    ? null
                    : baseline.draws.get(group).change(patch, drawn, where, cancel::check));
        tasks.add(
            () ->
                where == null
                    ? null
                    : baseline.central.get(group).change(patch, ones, where, cancel::check));
        tasks.add(
            () ->
                where == null || !(areInflows || baseline.instance.lastingOxygen(group) >= 0)
                    ? null
                    : without(group, patch, drawn, where));
      }
      List<@Nullable GroupResult> found = Tasks.all(pool, tasks);
      List<GroupResults.@Nullable One> changed = new ArrayList<>();
      for (int g = 0; g < patches.size(); g++) {
        Touched where = touched.get(g);
        GroupResult draws = found.get(3 * g);
        GroupResult central = found.get(3 * g + 1);
        GroupResult without = found.get(3 * g + 2);
        if (where == null || central == null) {
          changed.add(null);
        } else {
          int members = baseline.instance.groups().get(g).memberCount();
          Thresholds limits = baseline.found.get(g).limits().only(where.places(), members);
          changed.add(
              new GroupResults.One(
                  central,
                  draws == null ? central : draws,
                  limits,
                  without == null
                      ? baseline.found.get(g).without()
                      : new GroupResults.Without(without, limits)));
        }
      }
      return changed;
    }

    /// What a change leaves with all listed sources at 0.
    private GroupResult without(int group, EntryPatch patch, double[][] drawn, Touched where) {
      EntryPatch left = patch.withoutSources(baseline.instance.lastingOxygen(group));
      return baseline.changeWithout(group, left, drawn, where, cancel::check);
    }

    private Touched to(EntryPatch patch) {
      return Touched.of(
          baseline.instance.network(),
          baseline.instance.course(),
          baseline.instance.places().places,
          baseline.isKept,
          baseline.hasLimitsOfYear(),
          patch);
    }

    /// Runs all groups whose rates, water or loads differ, on the same network.
    private Answer whole(Loads loads) {
      Instance instance = baseline.instance.under(now);
      if (instance.isWrong()) {
        return new Answer.Refused(instance.problems());
      }
      GroupRuns runs = new GroupRuns(instance, baseline, pool, cancel);
      List<GroupResults.One> found =
          runs.unless(g -> !moved.isWater() && isSame(instance, g), baseline.found::get);
      GroupResults results =
          new GroupResults(baseline.found, new ArrayList<GroupResults.@Nullable One>(found));
      return finish(Pull.How.WHOLE, loads, results, instance, runs.drawn().flow());
    }

    private boolean isSame(Instance instance, int group) {
      return baseline.instance.groups().get(group).isSame(instance.groups().get(group))
          && baseline.instance.entries().get(group).isSame(instance.entries().get(group))
          && baseline.found.get(group).limits().isSame(baseline.limits(instance, group));
    }

    private Answer anew(Pull.How how) {
      Instance instance = Instance.of(now);
      if (instance.isWrong()) {
        return new Answer.Refused(instance.problems());
      }
      GroupRuns runs = new GroupRuns(instance, baseline.options, pool, cancel);
      GroupResults results = new GroupResults(runs.both());
      return finish(how, instance.loads(), results, instance, runs.drawn().flow());
    }

    private Answer finish(
        Pull.How how, Loads loads, GroupResults results, Instance instance, FlowFactors flow) {
      cancel.check();
      List<Problem> beyond =
          BeyondRange.find(
              instance.study(),
              instance.network(),
              instance.groups(),
              instance.places().named,
              how.isLocal() ? results.touched() : instance.places().all(),
              (group, place) -> results.at(group, place).central());
      return beyond.isEmpty()
          ? new Pull(
              baseline,
              instance,
              now,
              how,
              loads,
              moved.sources(),
              results,
              flow,
              told(loads),
              pool)
          : new Answer.Refused(beyond);
    }

    /// Warnings about the changes, and about loads that the baseline does not warn of: a plant
    /// above its capacity.
    private List<Problem> told(Loads loads) {
      List<Problem> told = new ArrayList<>(warnings);
      now.study().settings().accept(loads.problems()).stream()
          .filter(p -> !baseline.instance.problems().contains(p) && !told.contains(p))
          .forEach(told::add);
      return told;
    }
  }
}
