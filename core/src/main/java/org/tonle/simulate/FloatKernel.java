package org.tonle.simulate;

import org.tonle.network.Course;
import org.tonle.network.Kinetics;
import org.tonle.network.LoadEntries;
import org.tonle.network.Network;

/// The kernel of the draws: float vectors along a [Course], all draws of a place in the cache at
/// once (docs/theory/engine.md).
public final class FloatKernel implements Kernel {
  private final Network network;
  private final Course course;
  private final FloatVectors vectors;
  private final int lakeSteps;
  private final boolean isVector;

  /// @param lakeSteps steps a season is cut into for lakes
  /// @param isVector whether the vector module is used; the bits are the same without
  public FloatKernel(
      Network network, Course course, FloatVectors vectors, int lakeSteps, boolean isVector) {
    this.network = network;
    this.course = course;
    this.vectors = vectors;
    this.lakeSteps = lakeSteps;
    this.isVector = isVector;
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
    int members = kinetics.memberCount();
    GroupResult result =
        new GroupResult(
            network.seasonCount(),
            places.count(),
            members,
            thresholds.count(places.count(), members),
            vectors.draws(),
            wanted);
    ReachParts<float[][]> parts = new ReachParts<>(network);
    FloatGroup group =
        new FloatGroup(
            network,
            course,
            kinetics,
            vectors,
            FloatLoads.of(entries, true, network.nodeCount(), vectors),
            FloatLoads.of(entries, false, network.segmentCount(), vectors),
            new NodePlaces(places),
            parts,
            thresholds,
            wanted,
            result,
            isVector);
    if (wanted.balance()) {
      new Inputs(network, entries, vectors.exact()).tally(result.mass);
    }
    LakeVectors lakeVectors = LakeVectors.of(network, vectors.exact());
    new Engine<>(course, () -> worker(group, parts, lakeVectors)).run();
    return result;
  }

  private Engine.Worker<float[][]> worker(
      FloatGroup group, ReachParts<float[][]> parts, LakeVectors lakeVectors) {
    int members = group.members();
    FloatBalance balance =
        group.wanted().balance()
            ? new FloatBalance(network, group.lanes(), members, vectors.draws())
            : null;
    LakeStep step = new LakeStep(network, group.kinetics(), lakeVectors, lakeSteps);
    return new Engine.Worker<>(
        new FloatCarrier(group, parts, balance),
        new LakeYears<>(network, course, members, lakeVectors, step));
  }
}
