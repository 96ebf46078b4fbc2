package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Tie;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Places;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.central.DoubleKernel;
import org.tonle.simulate.course.LakeTurns;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.step.DrawVectors;

/// Group runs: full runs of an instance's linked groups, in the central run and in the draws. There
/// is one task per group, and within it one per part of the network. Parts do not depend on the
/// number of threads, so threads change no bit.
final class GroupRuns {
  /// Share of the memory that Java may use in which the turns of lakes are kept.
  private static final int TURNS_SHARE = 16;

  private final Instance instance;
  private final ForkJoinPool pool;
  private final Cancel cancel;
  private final DoubleKernel exact;
  private final FloatKernel kernel;
  private final DrawVectors drawn;
  private final boolean hasDraws;

  /// Turns of the lakes by group: the draws fill them, and the draws without sources read them.
  private final List<LakeTurns> turns;

  GroupRuns(Instance instance, Options options, ForkJoinPool pool, Cancel cancel) {
    this(
        instance,
        options.draws() > 0 ? new Vectors(instance).drawn(options) : null,
        pool,
        cancel,
        turns(instance, Runtime.getRuntime().maxMemory() / TURNS_SHARE));
  }

  /// Runs with the draws of a baseline.
  GroupRuns(Instance instance, Baseline baseline, ForkJoinPool pool, Cancel cancel) {
    this(
        instance,
        baseline.source == null
            ? null
            : new Vectors(instance).drawn(baseline.options, baseline.source, baseline::drawn),
        pool,
        cancel,
        baseline.instance == instance
            ? baseline.turns
            : turns(instance, Runtime.getRuntime().maxMemory() / TURNS_SHARE));
  }

  private GroupRuns(
      Instance instance,
      @Nullable DrawVectors draws,
      ForkJoinPool pool,
      Cancel cancel,
      List<LakeTurns> turns) {
    this.instance = instance;
    this.turns = turns;
    this.pool = pool;
    this.cancel = cancel;
    DrawVectors one = new Vectors(instance).central();
    hasDraws = draws != null;
    drawn = draws == null ? one : draws;
    int steps = instance.study().settings().routing().lakeSteps();
    exact = new DoubleKernel(instance.network(), instance.course(), one, steps);
    kernel =
        new FloatKernel(
            instance.network(),
            instance.course(),
            new FloatVectors(drawn),
            steps,
            FloatKernel.isVectorAtHand());
  }

  DrawVectors drawn() {
    return drawn;
  }

  String kernelName() {
    return kernel.name();
  }

  /// The central runs of all groups.
  List<GroupResult> central() {
    List<Callable<GroupResult>> tasks = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      int group = g;
      tasks.add(() -> central(group));
    }
    return Tasks.all(pool, tasks);
  }

  /// The draws of all groups; their central runs where there are no draws.
  List<GroupResult> draws(List<GroupResult> central, Keep keep, Progress progress) {
    if (!hasDraws) {
      return central;
    }
    List<Callable<GroupResult>> tasks = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      int group = g;
      tasks.add(() -> draws(group, keep));
    }
    return Tasks.all(pool, tasks, progress);
  }

  /// Central runs and draws of all groups, without balances; groups that another run serves are
  /// taken from it.
  ///
  /// @param isKnown whether `known` has the group's results
  List<GroupResults.One> unless(IntPredicate isKnown, IntFunction<GroupResults.One> known) {
    List<Callable<GroupResults.One>> tasks = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      int group = g;
      tasks.add(() -> isKnown.test(group) ? known.apply(group) : both(group));
    }
    return Tasks.all(pool, tasks);
  }

  /// Central runs and draws of all groups, without balances.
  List<GroupResults.One> both() {
    return unless(
        g -> false,
        g -> {
          throw new IllegalStateException("Nothing is known.");
        });
  }

  private GroupResults.One both(int group) {
    GroupResult central = central(group);
    GroupResult draws = hasDraws ? draws(group, Keep.ALL.withoutBalance()) : central;
    return new GroupResults.One(central, draws, limits(group), without(group));
  }

  /// The draws of all groups with all listed sources at 0; the central runs where there are no
  /// draws.
  List<GroupResults.Without> without(Progress progress) {
    List<Callable<GroupResults.Without>> tasks = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      int group = g;
      tasks.add(() -> without(group));
    }
    return Tasks.all(pool, tasks, progress);
  }

  private GroupResults.Without without(int group) {
    LoadEntries left = instance.withoutSources(group);
    Thresholds limits = limits(group);
    Runnable pause = cancel::check;
    GroupResult found =
        hasDraws
            ? kernel.run(
                kinetics(group), left, places(), limits, Keep.CHANCES, turns.get(group), pause)
            : exact.run(kinetics(group), left, places(), limits, Keep.CENTRAL, pause);
    return new GroupResults.Without(found, limits);
  }

  private GroupResult central(int group) {
    Keep keep = hasDraws ? Keep.CENTRAL : Keep.ALL;
    return exact.run(kinetics(group), entries(group), places(), limits(group), keep, cancel::check);
  }

  /// The central run of a group with other loads.
  GroupResult exactly(int group, LoadEntries other) {
    return exact.run(kinetics(group), other, places(), limits(group), Keep.CENTRAL, cancel::check);
  }

  private GroupResult draws(int group, Keep keep) {
    return kernel.run(
        kinetics(group),
        entries(group),
        places(),
        limits(group),
        keep,
        turns.get(group),
        cancel::check);
  }

  /// @param most_byte most bytes of all groups together
  static List<LakeTurns> turns(Instance instance, long most_byte) {
    int count = instance.groups().size();
    return Stream.generate(() -> new LakeTurns(most_byte / count)).limit(count).toList();
  }

  private Kinetics kinetics(int group) {
    return instance.groups().get(group);
  }

  private LoadEntries entries(int group) {
    return instance.entries().get(group);
  }

  private Places places() {
    return instance.places().places;
  }

  Thresholds limits(int group) {
    return instance.places().thresholds(group, hasDraws ? Tie.DRAWN : Tie.EXACT);
  }
}
