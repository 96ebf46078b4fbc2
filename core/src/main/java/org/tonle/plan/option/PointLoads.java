package org.tonle.plan.option;

import java.util.Optional;
import org.tonle.model.Scenario;
import org.tonle.network.Network;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Vectors;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.step.DrawVectors;

/// Loads by which the point of a reach with the least oxygen is found, draw by draw: those of
/// today, or those that a plan leaves, in the water of today (docs/theory/plan.md, Eq. 29).
///
/// @param drawn draws of the instance
public record PointLoads(Instance instance, DrawVectors drawn) {

  /// Loads of a baseline.
  static PointLoads of(Baseline baseline) {
    return new PointLoads(baseline.instance(), baseline.drawn());
  }

  /// Loads that a plan leaves, in the water and the draws of a baseline; empty if that water has no
  /// place for some of them.
  public static Optional<PointLoads> under(Baseline baseline, Scenario plan) {
    Instance before = baseline.instance();
    return before
        .under(plan)
        .inWaterOf(before.applied().scenario())
        .filter(there -> isLike(before.network(), there.network()))
        .map(there -> new PointLoads(there, drawn(there, baseline.options())));
  }

  private static DrawVectors drawn(Instance instance, Options options) {
    Vectors vectors = new Vectors(instance);
    return options.draws() > 0 ? vectors.drawn(options) : vectors.central();
  }

  private static boolean isLike(Network one, Network other) {
    return one.nodeCount() == other.nodeCount() && one.segmentCount() == other.segmentCount();
  }

  /// Adjoint of a linked group with these loads.
  Adjoint adjoint(int group) {
    return new Adjoint(
        instance.network(),
        instance.groups().get(group),
        instance.entries().get(group),
        instance.study().settings().routing().lakeSteps());
  }
}
