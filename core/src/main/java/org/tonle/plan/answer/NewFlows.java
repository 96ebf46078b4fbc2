package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import org.tonle.model.Scenario;
import org.tonle.network.Network;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;

/// New flows of a plan: its works may bring more or less water to a reach than the effects of its
/// options were computed with (docs/theory/plan.md, Eq. 26).
final class NewFlows {
  /// Change of a reach's discharge above which effects are computed again.
  static final double WORTH = 0.05;

  private NewFlows() {}

  /// The largest change that a plan makes to the discharges in which its options were looked at.
  static PlanNotes.FlowChange largest(List<Baseline> periods, Scenario plan) {
    PlanNotes.FlowChange largest = new PlanNotes.FlowChange(0, "", "", 0);
    for (Baseline period : periods) {
      Instance before = period.instance();
      PlanNotes.FlowChange own = largest(before, before.under(in(before, plan)).network());
      largest = own.largestShare() > largest.largestShare() ? own : largest;
    }
    return largest;
  }

  /// A plan in the year of an instance.
  private static Scenario in(Instance instance, Scenario plan) {
    OptionalInt year = instance.applied().scenario().year();
    return year.isPresent() ? plan.in(year.getAsInt()) : plan;
  }

  private static PlanNotes.FlowChange largest(Instance before, Network after) {
    PlanNotes.FlowChange largest = new PlanNotes.FlowChange(0, "", "", 0);
    for (int s = 0; s < after.seasonCount(); s++) {
      double[] was = before.network().seasons().get(s).reaches().discharge_m3_per_s();
      double[] is = after.seasons().get(s).reaches().discharge_m3_per_s();
      for (int r = 0; r < was.length; r++) {
        double share = was[r] > 0 ? StrictMath.abs(is[r] - was[r]) / was[r] : is[r] > 0 ? 1 : 0;
        if (share > largest.largestShare()) {
          largest =
              new PlanNotes.FlowChange(
                  share,
                  before.study().waterways().reaches().get(r).id(),
                  before.study().waterways().seasons().get(s).id(),
                  0);
        }
      }
    }
    return largest;
  }

  /// The study with the loads of before in the water of a plan, in every period; empty if some load
  /// of before has no place in it.
  static Optional<List<Baseline>> under(List<Baseline> periods, Scenario plan, ForkJoinPool pool) {
    List<Baseline> found = new ArrayList<>();
    for (Baseline period : periods) {
      Instance before = period.instance();
      Optional<Instance> there = before.inWaterOf(in(before, plan));
      if (there.isEmpty() || there.get().isWrong()) {
        return Optional.empty();
      }
      Baseline baseline = Baseline.of(there.get(), period.options(), pool);
      if (baseline.result().isEmpty()) {
        return Optional.empty();
      }
      found.add(baseline);
    }
    return Optional.of(found);
  }
}
