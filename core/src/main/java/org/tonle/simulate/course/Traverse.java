package org.tonle.simulate.course;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;
import org.tonle.simulate.course.Carrier.How;

/// Traverse of a [Course]: every node is visited once per season, takes the loads that have
/// arrived, and passes them on (docs/theory/engine.md).
final class Traverse<V> {
  private static final int VISITS_A_PAUSE = 128;

  private final Course course;
  private final Carrier<V> carrier;
  private final @Nullable LakeYears<V> lakeYears;
  private final Slots<V> slots;
  private final @Nullable KeptDeliveries<V> kept;
  private final Runnable pause;
  private final V node;
  private final V spill;

  Traverse(
      Course course,
      Carrier<V> carrier,
      @Nullable LakeYears<V> lakeYears,
      Slots<V> slots,
      @Nullable KeptDeliveries<V> kept,
      Runnable pause) {
    this.pause = pause;
    this.course = course;
    this.carrier = carrier;
    this.lakeYears = lakeYears;
    this.slots = slots;
    this.kept = kept;
    node = carrier.vector();
    spill = carrier.vector();
  }

  /// Visits the positions `from` to `to`, exclusive; components are never cut.
  void run(int from, int to) {
    int stretch = stretchOf(from);
    int at = from;
    while (at < to) {
      int end = StrictMath.min(course.stretch()[stretch + 1], to);
      if (course.hasLake()[stretch] && lakeYears != null) {
        lakeYears.run(carrier, slots, at, end);
      } else {
        for (int s = 0; s < course.seasons().size(); s++) {
          season(s, at, end);
        }
      }
      at = end;
      stretch++;
    }
  }

  private int stretchOf(int position) {
    int low = 0;
    int high = course.stretchCount();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (course.stretch()[middle] <= position) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void season(int s, int from, int to) {
    Course.Season way = course.seasons().get(s);
    for (int i = from; i < to; i++) {
      if ((i - from) % VISITS_A_PAUSE == 0) {
        pause.run();
      }
      int slot = way.slot()[i];
      boolean sets = slot == Course.NOWHERE;
      V load = sets ? node : slots.at(s, slot);
      int visited = way.node(i);
      int first = way.firstArc(i);
      int end = way.firstArc(i + 1);
      if (end == first + 1 && isVisited(way, s, first, visited, sets, load)) {
        continue;
      }
      carrier.addOwn(s, visited, sets, load);
      carrier.pass(s, visited, load);
      for (int a = first; a < end; a++) {
        carry(way, s, a, load);
      }
    }
  }

  /// Whether the carrier did all the work of a node with one arc at once.
  private boolean isVisited(Course.Season way, int s, int arc, int visited, boolean sets, V load) {
    int target = way.target()[arc];
    int segment = way.segment(arc);
    boolean isKept = isKept(s, arc, target);
    boolean adds = !isKept && adds(way, s, arc, target);
    V tail = tail(s, arc, target, isKept);
    boolean isDone = carrier.visit(s, visited, segment, sets, load, adds, tail);
    if (isDone && isKept) {
      slots.deliver(s, arc, target, way.opens()[arc], tail);
    }
    return isDone;
  }

  private void carry(Course.Season way, int s, int arc, V load) {
    int target = way.target()[arc];
    boolean isKept = isKept(s, arc, target);
    boolean adds = !isKept && adds(way, s, arc, target);
    V tail = tail(s, arc, target, isKept);
    carrier.carry(s, way.segment(arc), load, How.RECORDED, adds, tail);
    if (isKept) {
      slots.deliver(s, arc, target, way.opens()[arc], tail);
    }
  }

  private boolean isKept(int s, int arc, int target) {
    return target != Course.NOWHERE && kept != null && kept.isKept(s, arc);
  }

  private boolean adds(Course.Season way, int s, int arc, int target) {
    return target != Course.NOWHERE && !way.opens()[arc] && !slots.isExit(s, arc);
  }

  /// Vector to which an arc delivers, or in which its delivery is kept.
  private V tail(int s, int arc, int target, boolean isKept) {
    if (target == Course.NOWHERE) {
      return spill;
    }
    return isKept && kept != null ? kept.at(carrier, s, arc) : slots.target(s, arc, target);
  }
}
