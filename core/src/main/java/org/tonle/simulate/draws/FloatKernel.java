package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.NodePlaces;
import org.tonle.simulate.Places;
import org.tonle.simulate.ReachParts;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.Touched;
import org.tonle.simulate.YearSums;
import org.tonle.simulate.course.Engine;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.KeptDeliveries;
import org.tonle.simulate.course.LakeTurns;
import org.tonle.simulate.course.LakeYears;
import org.tonle.simulate.course.Recompute;
import org.tonle.simulate.course.RecomputePlan;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// Kernel of the draws: float vectors along a [Course], all draws of a place in the cache at once
/// (docs/theory/engine.md).
public final class FloatKernel implements Kernel {
  private final Network network;
  private final Course course;
  private final FloatVectors vectors;
  private final int lakeSteps;
  private final boolean isVector;
  private final Grain grain;

  /// @param lakeSteps steps into which a season is cut for lakes
  /// @param isVector whether the vector module is used; the bits are the same without it
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

  /// A pause that ends no run.
  private static void goOn() {}

  @Override
  public String name() {
    return isVector ? "vector" : "plain";
  }

  @Override
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds) {
    return run(kinetics, entries, places, thresholds, Keep.ALL);
  }

  /// The same run, keeping only the requested statistics.
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds, Keep wanted) {
    return new Run(kinetics, entries, places, thresholds, wanted)
        .full(null, null, FloatKernel::goOn);
  }

  /// The same run, with `pause` called now and then; the run ends if `pause` throws.
  public GroupResult run(
      Kinetics kinetics,
      LoadEntries entries,
      Places places,
      Thresholds thresholds,
      Keep wanted,
      Runnable pause) {
    return run(kinetics, entries, places, thresholds, wanted, new LakeTurns(0), pause);
  }

  /// The same run beside others with the same rates and water, which share the turns of the lakes.
  public GroupResult run(
      Kinetics kinetics,
      LoadEntries entries,
      Places places,
      Thresholds thresholds,
      Keep wanted,
      LakeTurns turns,
      Runnable pause) {
    return new Run(kinetics, entries, places, thresholds, wanted).full(null, turns, pause);
  }

  /// A full run that keeps the values on which later changes can build.
  ///
  /// @param isKept arcs whose deliveries are kept, by season ([KeptDeliveries#arcs])
  public Baseline keep(
      Kinetics kinetics,
      LoadEntries entries,
      Places places,
      Thresholds thresholds,
      Keep wanted,
      boolean[][] isKept) {
    return keep(kinetics, entries, places, thresholds, wanted, isKept, new LakeTurns());
  }

  /// The same beside runs with the same rates and water, which share the turns of the lakes.
  public Baseline keep(
      Kinetics kinetics,
      LoadEntries entries,
      Places places,
      Thresholds thresholds,
      Keep wanted,
      boolean[][] isKept,
      LakeTurns turns) {
    Run run = new Run(kinetics, entries, places, thresholds, wanted);
    KeptDeliveries<float[][]> kept = new KeptDeliveries<>(isKept);
    return new Baseline(run, kept, turns, run.full(kept, turns, FloatKernel::goOn));
  }

  /// Baseline: a full run from which the results of changed loads are computed. Any number of
  /// threads may ask.
  public final class Baseline {
    private final Run run;
    private final KeptDeliveries<float[][]> kept;
    private final LakeTurns turns;
    private final GroupResult result;

    private Baseline(Run run, KeptDeliveries<float[][]> kept, LakeTurns turns, GroupResult result) {
      this.run = run;
      this.kept = kept;
      this.turns = turns;
      this.result = result;
    }

    public GroupResult result() {
      return result;
    }

    /// Results of the places that a change of loads touches, bit for bit as in a full run. All
    /// others stay. Without a balance.
    ///
    /// @param more multipliers that the patch names beyond those of the kernel
    /// @param touched places and course that the change touches
    /// @param pause called now and then; may throw to end the run
    public GroupResult change(EntryPatch patch, double[][] more, Touched touched, Runnable pause) {
      Thresholds some = touched.thresholds(run.thresholds, run.kinetics.memberCount());
      GroupResult found = result.only(touched.places(), touched.slot(), run.thresholds, some);
      return run.with(patch, vectors.with(more), some)
          .recompute(kept, turns, touched.plan(), found, pause);
    }

    /// Bytes of the values kept for changes, without the lakes' turns.
    public long size_byte() {
      long vector = (long) run.kinetics.memberCount() * vectors.length() * Float.BYTES;
      return kept.count() * vector + result.size_byte();
    }
  }

  /// Run of one group.
  private final class Run {
    private final Kinetics kinetics;
    private final LoadEntries entries;
    private final Places places;
    private final Thresholds thresholds;
    private final Keep wanted;
    private final FloatLoads atNodes;
    private final FloatLoads along;
    private final LakeVectors lakeVectors = LakeVectors.of(network, vectors.exact());

    Run(Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds, Keep wanted) {
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
        Keep wanted,
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

    /// The same run with patched loads and other limits, without a balance.
    Run with(EntryPatch patch, FloatVectors drawn, Thresholds limits) {
      LoadEntries own = patch.entries();
      return new Run(
          kinetics,
          entries,
          places,
          limits,
          new Keep(wanted.percentileShare(), wanted.deviation(), false),
          atNodes.with(patch.node(), FloatLoads.of(own, true, patch.node().length, drawn)),
          along.with(patch.segment(), FloatLoads.of(own, false, patch.segment().length, drawn)));
    }

    GroupResult full(
        @Nullable KeptDeliveries<float[][]> kept, @Nullable LakeTurns turns, Runnable pause) {
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
        new IncomingMass(network, entries, vectors.exact()).tally(result.mass);
      }
      FloatGroup group = group(result);
      new Engine<>(course, () -> worker(group, kept, turns, pause), grain, kept, pause).run();
      return result;
    }

    GroupResult recompute(
        KeptDeliveries<float[][]> kept,
        LakeTurns turns,
        RecomputePlan plan,
        GroupResult result,
        Runnable pause) {
      Engine.Worker<float[][]> worker = worker(group(result), null, turns, pause);
      new Recompute<>(course, worker.carrier(), worker.lakeYears(), kept, pause).run(plan);
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
          new YearSums(thresholds, vectors.draws()),
          wanted,
          result,
          isVector);
    }

    private Engine.Worker<float[][]> worker(
        FloatGroup group,
        @Nullable KeptDeliveries<float[][]> kept,
        @Nullable LakeTurns turns,
        Runnable pause) {
      int members = group.members();
      FloatBalance balance =
          group.wanted().balance()
              ? new FloatBalance(network, group.lanes(), members, vectors.draws())
              : null;
      LakeStep step = new LakeStep(network, group.kinetics(), lakeVectors, lakeSteps);
      return new Engine.Worker<>(
          new FloatCarrier(group.ofWorker(), group.parts(), balance),
          new LakeYears<>(network, course, members, lakeVectors, step, kept, turns, pause));
    }
  }
}
