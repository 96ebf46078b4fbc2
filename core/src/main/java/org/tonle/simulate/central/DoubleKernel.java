package org.tonle.simulate.central;

import org.tonle.network.Network;
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
import org.tonle.simulate.course.Engine;
import org.tonle.simulate.course.Grain;
import org.tonle.simulate.course.LakeYears;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// The kernel of the central run: double precision along a [Course].
public final class DoubleKernel implements Kernel {
  private final Network network;
  private final Course course;
  private final DrawVectors draws;
  private final int lakeSteps;

  /// @param lakeSteps steps a season is cut into for lakes
  public DoubleKernel(Network network, Course course, DrawVectors draws, int lakeSteps) {
    this.network = network;
    this.course = course;
    this.draws = draws;
    this.lakeSteps = lakeSteps;
  }

  @Override
  public String name() {
    return "double";
  }

  @Override
  public GroupResult run(
      Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds) {
    int members = kinetics.memberCount();
    GroupResult result =
        new GroupResult(
            network.seasonCount(),
            places.count(),
            members,
            thresholds.limit_g_per_m3().length,
            draws.draws(),
            Keep.ALL);
    NodePlaces nodePlaces = new NodePlaces(places);
    ReachParts<double[]> parts = new ReachParts<>(network);
    LakeVectors lakeVectors = LakeVectors.of(network, draws);
    LoadVectors loads = new LoadVectors(network, entries, draws, members);
    DoubleCarrier strander =
        new DoubleCarrier(network, kinetics, loads, draws, nodePlaces, parts, thresholds, result);
    strander.strand();
    strander.finish();
    new Engine<>(
            course,
            () ->
                new Engine.Worker<>(
                    new DoubleCarrier(
                        network, kinetics, loads, draws, nodePlaces, parts, thresholds, result),
                    new LakeYears<>(
                        network,
                        course,
                        members,
                        lakeVectors,
                        new LakeStep(network, kinetics, lakeVectors, lakeSteps),
                        null)),
            Grain.USUAL,
            null)
        .run();
    return result;
  }
}
