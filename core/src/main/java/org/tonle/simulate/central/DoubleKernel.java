package org.tonle.simulate.central;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Kernel;
import org.tonle.simulate.LoadVectors;
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
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// Kernel of the central run: double precision along a [Course].
public final class DoubleKernel implements Kernel {
  private final Network network;
  private final Course course;
  private final DrawVectors draws;
  private final int lakeSteps;

  /// @param lakeSteps steps into which a season is cut for lakes
  public DoubleKernel(Network network, Course course, DrawVectors draws, int lakeSteps) {
    this.network = network;
    this.course = course;
    this.draws = draws;
    this.lakeSteps = lakeSteps;
  }

  /// A pause that ends no run.
  private static void goOn() {}

  @Override
  public String name() {
    return "double";
  }

  @Override
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds) {
    return run(kinetics, entries, places, thresholds, Keep.ALL, DoubleKernel::goOn);
  }

  /// The same run, with `pause` called now and then; the run ends if `pause` throws.
  public GroupResult run(
      Kinetics kinetics,
      LoadEntries entries,
      Places places,
      Thresholds thresholds,
      Keep wanted,
      Runnable pause) {
    return new Run(kinetics, entries, places, thresholds, wanted).full(null, null, pause);
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
    Run run = new Run(kinetics, entries, places, thresholds, wanted);
    KeptDeliveries<double[]> kept = new KeptDeliveries<>(isKept);
    LakeTurns turns = new LakeTurns();
    return new Baseline(run, kept, turns, run.full(kept, turns, DoubleKernel::goOn));
  }

  /// Baseline: a full run from which the results of changed loads are computed, as in
  /// [FloatKernel.Baseline].
  public final class Baseline {
    private final Run run;
    private final KeptDeliveries<double[]> kept;
    private final LakeTurns turns;
    private final GroupResult result;

    private Baseline(Run run, KeptDeliveries<double[]> kept, LakeTurns turns, GroupResult result) {
      this.run = run;
      this.kept = kept;
      this.turns = turns;
      this.result = result;
    }

    public GroupResult result() {
      return result;
    }

    /// Results of the places that a change of loads touches, bit for bit as in a full run.
    ///
    /// @param more multipliers that the patch names beyond those of the kernel
    /// @param pause called now and then; may throw to end the run
    public GroupResult change(EntryPatch patch, double[][] more, Touched touched, Runnable pause) {
      Thresholds some = touched.thresholds(run.thresholds, run.kinetics.memberCount());
      GroupResult found = result.only(touched.places(), touched.slot(), run.thresholds, some);
      return run.with(patch, more, some).recompute(kept, turns, touched, found, pause);
    }

    /// Bytes of the values kept for changes.
    public long size_byte() {
      long vector = (long) run.kinetics.memberCount() * draws.draws() * Double.BYTES;
      return kept.count() * vector + turns.size_byte() + result.size_byte();
    }
  }

  /// Run of one group.
  private final class Run {
    private final Kinetics kinetics;
    private final Places places;
    private final Thresholds thresholds;
    private final Keep wanted;
    private final YearSums years;
    private final LoadVectors loads;
    private final LakeVectors lakeVectors = LakeVectors.of(network, draws);

    Run(Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds, Keep wanted) {
      this(
          kinetics,
          places,
          thresholds,
          wanted,
          new LoadVectors(network, entries, draws, kinetics.memberCount()));
    }

    private Run(
        Kinetics kinetics, Places places, Thresholds thresholds, Keep wanted, LoadVectors loads) {
      this.kinetics = kinetics;
      this.places = places;
      this.thresholds = thresholds;
      years = new YearSums(thresholds, draws.draws());
      this.wanted = wanted;
      this.loads = loads;
    }

    Run with(EntryPatch patch, double[][] more, Thresholds limits) {
      return new Run(kinetics, places, limits, wanted, loads.with(patch, draws.with(more)));
    }

    GroupResult full(
        @Nullable KeptDeliveries<double[]> kept, @Nullable LakeTurns turns, Runnable pause) {
      GroupResult result =
          new GroupResult(
              network.seasonCount(),
              places.count(),
              kinetics.memberCount(),
              thresholds.size(),
              draws.draws(),
              wanted);
      ReachParts<double[]> parts = new ReachParts<>(network);
      DoubleCarrier strander = carrier(result, parts);
      strander.strand();
      strander.finish();
      new Engine<>(
              course, () -> worker(result, parts, kept, turns, pause), Grain.USUAL, kept, pause)
          .run();
      return result;
    }

    GroupResult recompute(
        KeptDeliveries<double[]> kept,
        LakeTurns turns,
        Touched touched,
        GroupResult result,
        Runnable pause) {
      Engine.Worker<double[]> worker =
          worker(result, new ReachParts<>(network), null, turns, pause);
      new Recompute<>(course, worker.carrier(), worker.lakeYears(), kept, pause)
          .run(touched.plan());
      return result;
    }

    private Engine.Worker<double[]> worker(
        GroupResult result,
        ReachParts<double[]> parts,
        @Nullable KeptDeliveries<double[]> kept,
        @Nullable LakeTurns turns,
        Runnable pause) {
      LakeStep step = new LakeStep(network, kinetics, lakeVectors, lakeSteps);
      return new Engine.Worker<>(
          carrier(result, parts),
          new LakeYears<>(
              network, course, kinetics.memberCount(), lakeVectors, step, kept, turns, pause));
    }

    private DoubleCarrier carrier(GroupResult result, ReachParts<double[]> parts) {
      NodePlaces nodePlaces = new NodePlaces(places);
      Recorder.Read read =
          (place, c) -> draws.readings().of(c, nodePlaces.isLake(place, network.nodeLake()));
      return new DoubleCarrier(
          network,
          kinetics,
          loads,
          draws,
          nodePlaces,
          parts,
          new Recorder(result, thresholds, years, kinetics, wanted, read, draws.draws()));
    }
  }
}
