package org.tonle.simulate.course;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Course;
import org.tonle.simulate.course.Carrier.How;

/// Follows a [Course]: every node is visited once a season, takes what has arrived, and passes it
/// on (docs/theory/engine.md).
final class Traverse<V> {
  private final Course course;
  private final Carrier<V> carrier;
  private final @Nullable LakeYears<V> lakeYears;
  private final Slots<V> slots;
  private final @Nullable Kept<V> kept;
  private final V node;
  private final V spill;

  Traverse(
      Course course,
      Carrier<V> carrier,
      @Nullable LakeYears<V> lakeYears,
      Slots<V> slots,
      @Nullable Kept<V> kept) {
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
      int slot = way.slot()[i];
      V load = slot == Course.NOWHERE ? node : slots.at(s, slot);
      int visited = way.node(i);
      carrier.addOwn(s, visited, slot == Course.NOWHERE, load);
      carrier.pass(s, visited, load);
      for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
        carry(way, s, a, load);
      }
    }
  }

  private void carry(Course.Season way, int s, int arc, V load) {
    int target = way.target()[arc];
    int segment = way.segment(arc);
    if (target == Course.NOWHERE) {
      carrier.carry(s, segment, load, How.RECORDED, false, spill);
    } else if (kept != null && kept.isKept(s, arc)) {
      V own = kept.at(carrier, s, arc);
      carrier.carry(s, segment, load, How.RECORDED, false, own);
      slots.deliver(s, arc, target, way.opens()[arc], own);
    } else {
      boolean adds = !way.opens()[arc] && !slots.isExit(s, arc);
      carrier.carry(s, segment, load, How.RECORDED, adds, slots.target(s, arc, target));
    }
  }
}
