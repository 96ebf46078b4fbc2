package org.tonle.simulate.course;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;
import org.tonle.simulate.course.Carrier.How;

/// Recomputation after a change in a few places: the places themselves, everything downstream of
/// them, and the part of their tributaries whose deliveries were not kept; all else delivers the
/// kept values. Every number is as in a full run, bit for bit.
public final class Recompute<V> {
  private static final int ACTIONS_A_PAUSE = 64;

  private final Course course;
  private final Carrier<V> carrier;
  private final @Nullable LakeYears<V> lakeYears;
  private final KeptDeliveries<V> kept;
  private final Slots<V> slots;
  private final Runnable pause;
  private final V node;
  private final V spill;

  public Recompute(
      Course course, Carrier<V> carrier, @Nullable LakeYears<V> lakeYears, KeptDeliveries<V> kept) {
    this(course, carrier, lakeYears, kept, () -> {});
  }

  /// @param pause called now and then; may throw to end the run
  public Recompute(
      Course course,
      Carrier<V> carrier,
      @Nullable LakeYears<V> lakeYears,
      KeptDeliveries<V> kept,
      Runnable pause) {
    this.pause = pause;
    this.course = course;
    this.carrier = carrier;
    this.lakeYears = lakeYears;
    this.kept = kept;
    slots = new Slots<>(course, carrier, null);
    node = carrier.vector();
    spill = carrier.vector();
  }

  public void run(RecomputePlan plan) {
    for (int k = 0; k < course.stretchCount(); k++) {
      if (course.hasLake()[k] && plan.isRun(k) && lakeYears != null) {
        lakeYears.run(carrier, slots, course.stretch()[k], course.stretch()[k + 1]);
        continue;
      }
      for (int s = 0; s < course.seasons().size(); s++) {
        for (int i = plan.firstAction(s, k); i < plan.firstAction(s, k + 1); i++) {
          if (i % ACTIONS_A_PAUSE == 0) {
            pause.run();
          }
          int action = plan.actions(s)[i];
          if (action < 0) {
            deliver(s, ~action);
          } else {
            visit(s, action, plan.isTouched(s, action));
          }
        }
      }
    }
  }

  private void visit(int s, int i, boolean isTouched) {
    Course.Season way = course.seasons().get(s);
    int slot = way.slot()[i];
    V load = slot == Course.NOWHERE ? node : slots.at(s, slot);
    int visited = way.node(i);
    carrier.addOwn(s, visited, slot == Course.NOWHERE, load);
    if (isTouched) {
      carrier.pass(s, visited, load);
    }
    How how = isTouched ? How.RECORDED : How.FORCED;
    for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
      int target = way.target()[a];
      V to = target == Course.NOWHERE ? spill : slots.at(s, target);
      boolean adds = target != Course.NOWHERE && !way.opens()[a];
      carrier.carry(s, way.segment(a), load, how, adds, to);
    }
  }

  /// Delivers the kept vector of an arc.
  private void deliver(int s, int arc) {
    Course.Season way = course.seasons().get(s);
    slots.deliver(s, arc, way.target()[arc], way.opens()[arc], kept.at(carrier, s, arc));
  }
}
