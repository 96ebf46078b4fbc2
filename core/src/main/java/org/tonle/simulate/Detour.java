package org.tonle.simulate;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Course;
import org.tonle.simulate.Carrier.How;

/// Recomputes after a change in a few places: the places themselves, what lies downstream of them,
/// and what of their tributaries was not kept; all else delivers what it delivered before. Every
/// number comes out as in a full run, bit for bit.
final class Detour<V> {
  private final Course course;
  private final Carrier<V> carrier;
  private final @Nullable LakeYears<V> lakeYears;
  private final Kept<V> kept;
  private final Slots<V> slots;
  private final V node;
  private final V spill;

  Detour(Course course, Carrier<V> carrier, @Nullable LakeYears<V> lakeYears, Kept<V> kept) {
    this.course = course;
    this.carrier = carrier;
    this.lakeYears = lakeYears;
    this.kept = kept;
    slots = new Slots<>(course, carrier, null);
    node = carrier.vector();
    spill = carrier.vector();
  }

  /// @param isChanged nodes whose loads, or whose segments below, are no longer what they were
  void run(boolean[] isChanged) {
    int seasons = course.seasons().size();
    boolean[][] isTouched = new boolean[seasons][];
    boolean[][] isNeeded = new boolean[seasons][];
    touched(isChanged, isTouched);
    needed(isTouched, isNeeded);
    for (int k = 0; k < course.stretchCount(); k++) {
      int from = course.stretch()[k];
      int to = course.stretch()[k + 1];
      if (course.hasLake()[k]) {
        lakes(from, to, isNeeded);
      } else {
        for (int s = 0; s < seasons; s++) {
          for (int i = from; i < to; i++) {
            visit(s, i, isTouched[s][i], isNeeded[s]);
          }
        }
      }
    }
  }

  /// Positions that what is changed reaches; a component of lakes is touched as a whole, in all
  /// seasons.
  private void touched(boolean[] isChanged, boolean[][] isTouched) {
    boolean[][] slotTouched = new boolean[isTouched.length][];
    for (int s = 0; s < isTouched.length; s++) {
      isTouched[s] = new boolean[course.length()];
      slotTouched[s] = new boolean[course.seasons().get(s).slotCount()];
    }
    for (int k = 0; k < course.stretchCount(); k++) {
      int from = course.stretch()[k];
      int to = course.stretch()[k + 1];
      boolean isAny = false;
      for (int s = 0; course.hasLake()[k] && s < isTouched.length; s++) {
        Course.Season way = course.seasons().get(s);
        for (int i = from; i < to; i++) {
          isAny |= isChanged[way.node(i)];
          isAny |= way.slot()[i] >= 0 && slotTouched[s][way.slot()[i]];
        }
      }
      for (int s = 0; s < isTouched.length; s++) {
        Course.Season way = course.seasons().get(s);
        for (int i = from; i < to; i++) {
          int slot = way.slot()[i];
          boolean arrives = slot >= 0 && slotTouched[s][slot];
          isTouched[s][i] = course.hasLake()[k] ? isAny : arrives || isChanged[way.node(i)];
          for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
            int target = way.target()[a];
            if (target >= 0) {
              slotTouched[s][target] =
                  isTouched[s][i] || (!way.opens()[a] && slotTouched[s][target]);
            }
          }
        }
      }
    }
  }

  /// Positions to be computed: those touched, and upstream of them what was not kept.
  private void needed(boolean[][] isTouched, boolean[][] isNeeded) {
    boolean[][] slotNeeded = new boolean[isTouched.length][];
    for (int s = 0; s < isTouched.length; s++) {
      isNeeded[s] = isTouched[s].clone();
      slotNeeded[s] = new boolean[course.seasons().get(s).slotCount()];
    }
    for (int k = course.stretchCount() - 1; k >= 0; k--) {
      int from = course.stretch()[k];
      int to = course.stretch()[k + 1];
      for (int s = 0; s < isTouched.length; s++) {
        Course.Season way = course.seasons().get(s);
        for (int i = to - 1; i >= from; i--) {
          isNeeded[s][i] |= isMissed(way, s, i, slotNeeded[s]);
          if (!course.hasLake()[k]) {
            takeSlot(way, i, isNeeded[s][i], slotNeeded[s]);
          }
        }
      }
      if (course.hasLake()[k]) {
        boolean isAny = isAny(from, to, isNeeded);
        for (int s = 0; s < isTouched.length; s++) {
          for (int i = from; i < to; i++) {
            isNeeded[s][i] = isAny;
            takeSlot(course.seasons().get(s), i, isAny, slotNeeded[s]);
          }
        }
      }
    }
  }

  /// Whether a needed node waits for what the position delivers, and nothing was kept of it.
  private boolean isMissed(Course.Season way, int s, int position, boolean[] slotNeeded) {
    boolean isMissed = false;
    for (int a = way.firstArc(position); a < way.firstArc(position + 1); a++) {
      int target = way.target()[a];
      isMissed |= target >= 0 && slotNeeded[target] && !kept.isKept(s, a);
    }
    return isMissed;
  }

  private static boolean isAny(int from, int to, boolean[][] of) {
    for (boolean[] season : of) {
      for (int i = from; i < to; i++) {
        if (season[i]) {
          return true;
        }
      }
    }
    return false;
  }

  private static void takeSlot(
      Course.Season way, int position, boolean isNeeded, boolean[] slotNeeded) {
    if (way.slot()[position] >= 0) {
      slotNeeded[way.slot()[position]] = isNeeded;
    }
  }

  private void visit(int s, int i, boolean isTouched, boolean[] isNeeded) {
    Course.Season way = course.seasons().get(s);
    if (!isNeeded[i]) {
      deliver(way, s, i);
      return;
    }
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

  /// Delivers what was kept.
  private void deliver(Course.Season way, int s, int position) {
    for (int a = way.firstArc(position); a < way.firstArc(position + 1); a++) {
      if (kept.isKept(s, a)) {
        V slot = slots.at(s, way.target()[a]);
        if (way.opens()[a]) {
          carrier.copy(kept.at(carrier, s, a), slot);
        } else {
          carrier.add(kept.at(carrier, s, a), slot);
        }
      }
    }
  }

  private void lakes(int from, int to, boolean[][] isNeeded) {
    if (isNeeded[0][from] && lakeYears != null) {
      lakeYears.run(carrier, slots, from, to);
      return;
    }
    for (int s = 0; s < isNeeded.length; s++) {
      for (int i = from; i < to; i++) {
        deliver(course.seasons().get(s), s, i);
      }
    }
  }
}
