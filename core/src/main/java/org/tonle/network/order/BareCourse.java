package org.tonle.network.order;

import java.util.Arrays;
import java.util.List;

/// Course of bare rivers, with one reach per node, one season and no lakes; reaches are renumbered
/// along it, so that a sweep reads its arrays from front to back.
///
/// @param course arcs of reach i are `firstArc(i) …`, the first of them its main one
/// @param reachOfArc reach of each arc; empty: one arc each, with the same number
/// @param fraction share of its reach's load that an arc takes; empty: all
public record BareCourse(Course course, int[] reachOfArc, float[] fraction) {
  /// @param order reaches upstream before downstream, in their own numbers
  /// @param down reach to which each reach delivers, -1 at an outlet
  /// @param sideFrom reaches that deliver to a second one, in rising order
  /// @param sideTo that second one
  /// @param sideShare share it takes
  public static BareCourse of(
      int[] order, int[] down, int[] sideFrom, int[] sideTo, float[] sideShare) {
    return new Builder(order, down, sideFrom, sideTo, sideShare).build();
  }

  private static final class Builder {
    private final int[] order;
    private final int[] down;
    private final int[] sideFrom;
    private final int[] sideTo;
    private final float[] sideShare;
    private final int[] slotOf;
    private final int[] free;
    private final boolean isForest;
    private int freeCount;
    private int slotCount;

    Builder(int[] order, int[] down, int[] sideFrom, int[] sideTo, float[] sideShare) {
      this.order = order;
      this.down = down;
      this.sideFrom = sideFrom;
      this.sideTo = sideTo;
      this.sideShare = sideShare;
      slotOf = new int[order.length];
      free = new int[order.length];
      isForest = sideFrom.length == 0;
    }

    BareCourse build() {
      int n = order.length;
      int arcs = n + sideFrom.length;
      Arrays.fill(slotOf, Course.NOWHERE);
      int[] slot = new int[n];
      int[] target = new int[arcs];
      boolean[] opens = new boolean[arcs];
      int[] start = isForest ? null : new int[n + 1];
      int[] reachOfArc = new int[isForest ? 0 : arcs];
      float[] fraction = new float[isForest ? 0 : arcs];
      int arc = 0;
      for (int i = 0; i < n; i++) {
        int reach = order[i];
        int main = arc++;
        float rest = 1;
        opens[main] = opens(down[reach]);
        target[main] = open(down[reach]);
        for (int k = firstSide(reach); k < sideFrom.length && sideFrom[k] == reach; k++) {
          rest -= sideShare[k];
          fraction[arc] = sideShare[k];
          reachOfArc[arc] = i;
          opens[arc] = opens(sideTo[k]);
          target[arc++] = open(sideTo[k]);
        }
        if (start != null) {
          fraction[main] = rest;
          reachOfArc[main] = i;
          start[i + 1] = arc;
        }
        slot[i] = slotOf[reach];
        if (slotOf[reach] >= 0) {
          free[freeCount++] = slotOf[reach];
        }
      }
      Course.Season season = new Course.Season(null, slot, start, null, target, opens, slotCount);
      Course course = new Course(List.of(season), new int[] {0, n}, new boolean[1]);
      return new BareCourse(course, reachOfArc, fraction);
    }

    private int firstSide(int reach) {
      int at = isForest ? 0 : Arrays.binarySearch(sideFrom, reach);
      while (at > 0 && sideFrom[at - 1] == reach) {
        at--;
      }
      return at < 0 ? sideFrom.length : at;
    }

    private boolean opens(int reach) {
      return reach >= 0 && slotOf[reach] == Course.NOWHERE;
    }

    private int open(int reach) {
      if (reach < 0) {
        return Course.NOWHERE;
      }
      if (slotOf[reach] == Course.NOWHERE) {
        slotOf[reach] = freeCount > 0 ? free[--freeCount] : slotCount++;
      }
      return slotOf[reach];
    }
  }
}
