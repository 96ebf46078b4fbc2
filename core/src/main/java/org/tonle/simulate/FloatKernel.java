package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Course;
import org.tonle.network.Kinetics;
import org.tonle.network.LoadEntries;
import org.tonle.network.Network;
import org.tonle.simulate.course.Changes;
import org.tonle.simulate.course.Detour;
import org.tonle.simulate.course.DetourPlan;
import org.tonle.simulate.course.Engine;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.Kept;
import org.tonle.simulate.course.LakeYears;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// The kernel of the draws: float vectors along a [Course], all draws of a place in the cache at
/// once (docs/theory/engine.md).
public final class FloatKernel implements Kernel {
  private final Network network;
  private final Course course;
  private final FloatVectors vectors;
  private final int lakeSteps;
  private final boolean isVector;
  private final Grain grain;

  /// @param lakeSteps steps a season is cut into for lakes
  /// @param isVector whether the vector module is used; the bits are the same without
  public FloatKernel(
      Network network, Course course, FloatVectors vectors, int lakeSteps, boolean isVector) {
    this(network, course, vectors, lakeSteps, isVector, Grain.USUAL);
  }

  public FloatKernel(
      Network network,
      Course course,
      FloatVectors vectors,
      int lakeSteps,
      boolean isVector,
      Grain grain) {
    this.network = network;
    this.course = course;
    this.vectors = vectors;
    this.lakeSteps = lakeSteps;
    this.isVector = isVector;
    this.grain = grain;
  }

  /// Whether Java was started with the vector module.
  public static boolean isVectorAtHand() {
    return Lanes.isVectorAtHand();
  }

  @Override
  public String name() {
    return isVector ? "vector" : "plain";
  }

  @Override
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds) {
    return run(kinetics, entries, places, thresholds, Wanted.ALL);
  }

  /// The same, leaving only what is wanted.
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds, Wanted wanted) {
    return new Run(kinetics, entries, places, thresholds, wanted).full(null);
  }

  /// The same, keeping what later changes in a few places can build on.
  public Baseline keep(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds, Wanted wanted) {
    Run run = new Run(kinetics, entries, places, thresholds, wanted);
    Kept<float[][]> kept = new Kept<>(course, grain.leastKept_count());
    return new Baseline(run, kept, run.full(kept));
  }

  /// A full run, and what a change to it comes to.
  public final class Baseline {
    private final Run run;
    private final Kept<float[][]> kept;
    private final GroupResult result;

    private Baseline(Run run, Kept<float[][]> kept, GroupResult result) {
      this.run = run;
      this.kept = kept;
      this.result = result;
    }

    public GroupResult result() {
      return result;
    }

    /// The result under other loads and rates of the same network and the same entries: only what
    /// differs is computed, and the figures are those of a full run. Without a mass balance.
    public GroupResult change(Kinetics kinetics, LoadEntries entries) {
      Changes changes = new Changes(network, run.kinetics, kinetics, run.entries, entries);
      if (changes.isEmpty()) {
        return result;
      }
      return run.with(kinetics, entries, changes).detour(kept, changes.isChanged(), result.copy());
    }
  }

  /// One group on its way.
  private final class Run {
    private final Kinetics kinetics;
    private final LoadEntries entries;
    private final Places places;
    private final Thresholds thresholds;
    private final Wanted wanted;
    private final FloatLoads atNodes;
    private final FloatLoads along;
    private final LakeVectors lakeVectors = LakeVectors.of(network, vectors.exact());

    Run(
        Kinetics kinetics,
        LoadEntries entries,
        Places places,
        Thresholds thresholds,
        Wanted wanted) {
      this(
          kinetics,
          entries,
          places,
          thresholds,
          wanted,
          FloatLoads.of(entries, true, network.nodeCount(), vectors),
          FloatLoads.of(entries, false, network.segmentCount(), vectors));
    }

    private Run(
        Kinetics kinetics,
        LoadEntries entries,
        Places places,
        Thresholds thresholds,
        Wanted wanted,
        FloatLoads atNodes,
        FloatLoads along) {
      this.kinetics = kinetics;
      this.entries = entries;
      this.places = places;
      this.thresholds = thresholds;
      this.wanted = wanted;
      this.atNodes = atNodes;
      this.along = along;
    }

    Run with(Kinetics other, LoadEntries changed, Changes changes) {
      Wanted unbalanced = new Wanted(wanted.percentileShare(), wanted.deviation(), false);
      return new Run(
          other,
          changed,
          places,
          thresholds,
          unbalanced,
          atNodes.with(changed, changes.entries()),
          along.with(changed, changes.entries()));
    }

    GroupResult full(@Nullable Kept<float[][]> kept) {
      int members = kinetics.memberCount();
      GroupResult result =
          new GroupResult(
              network.seasonCount(),
              places.count(),
              members,
              thresholds.count(places.count(), members),
              vectors.draws(),
              wanted);
      if (wanted.balance()) {
        new Inputs(network, entries, vectors.exact()).tally(result.mass);
      }
      FloatGroup group = group(result);
      new Engine<>(course, () -> worker(group, kept), grain, kept).run();
      return result;
    }

    GroupResult detour(Kept<float[][]> kept, boolean[] isChanged, GroupResult result) {
      Engine.Worker<float[][]> worker = worker(group(result), null);
      new Detour<>(course, worker.carrier(), worker.lakeYears(), kept)
          .run(new DetourPlan(course, kept.isKept(), isChanged));
      return result;
    }

    private FloatGroup group(GroupResult result) {
      return new FloatGroup(
          network,
          course,
          kinetics,
          vectors,
          atNodes,
          along,
          new NodePlaces(places),
          new ReachParts<>(network),
          thresholds,
          wanted,
          result,
          isVector);
    }

    private Engine.Worker<float[][]> worker(FloatGroup group, @Nullable Kept<float[][]> kept) {
      int members = group.members();
      FloatBalance balance =
          group.wanted().balance()
              ? new FloatBalance(network, group.lanes(), members, vectors.draws())
              : null;
      LakeStep step = new LakeStep(network, group.kinetics(), lakeVectors, lakeSteps);
      return new Engine.Worker<>(
          new FloatCarrier(group.ofWorker(), group.parts(), balance),
          new LakeYears<>(network, course, members, lakeVectors, step, kept));
    }
  }
}
