package org.tonle.simulate.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.network.order.Course;

/// Parts of a [Course] that threads can run independently: contiguous positions that nothing enters
/// from outside. They depend on the network alone, never on the threads.
final class Parts {
  private final Course course;
  private final int[] lowest;
  private final boolean[] isBoundary;

  private Parts(Course course) {
    this.course = course;
    lowest = lowest();
    isBoundary = boundaries();
  }

  /// Positions `from` to `to`, exclusive.
  record Part(int from, int to) {}

  /// Disjoint parts in the order of the course; positions in no part are the remainder.
  static List<Part> of(Course course, Grain grain) {
    int least = grain.leastPart_count();
    int most = StrictMath.max(least, course.length() / grain.partCount());
    return course.length() < 2 * least ? List.of() : new Parts(course).cut(most, least);
  }

  /// Nodes upstream of each position, itself included; an overestimate where rivers divide.
  static int[] upstream(Course course) {
    int[] found = new Parts(course).lowest;
    for (int i = 0; i < found.length; i++) {
      found[i] = i - found[i] + 1;
    }
    return found;
  }

  private List<Part> cut(int most, int least) {
    List<Part> found = new ArrayList<>();
    int last = course.length() - 1;
    while (last >= 0) {
      int first = lowest[last];
      int size = last - first + 1;
      if (size <= most && 4 * size >= least && isBoundary[last] && isStart(first)) {
        Part part = new Part(first, last + 1);
        if (isClosed(part)) {
          found.add(part);
          last = first;
        }
      }
      last--;
    }
    return found.reversed();
  }

  private boolean isStart(int position) {
    return position == 0 || isBoundary[position - 1];
  }

  /// First position upstream of each position, in any season.
  private int[] lowest() {
    int[] found = new int[course.length()];
    Arrays.setAll(found, i -> i);
    for (Course.Season way : course.seasons()) {
      int[] ofSlot = new int[way.slotCount()];
      for (int i = 0; i < found.length; i++) {
        int slot = way.slot()[i];
        if (slot >= 0) {
          found[i] = StrictMath.min(found[i], ofSlot[slot]);
        }
        for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
          int target = way.target()[a];
          if (target >= 0) {
            ofSlot[target] = way.opens()[a] ? found[i] : StrictMath.min(ofSlot[target], found[i]);
          }
        }
      }
    }
    return found;
  }

  /// Whether the nodes up to a position are the same in all seasons, and no component of lakes is
  /// cut after it.
  private boolean[] boundaries() {
    boolean[] found = new boolean[course.length()];
    Arrays.fill(found, true);
    Course.Season first = course.seasons().getFirst();
    for (Course.Season way : course.seasons().subList(1, course.seasons().size())) {
      int[] surplus = new int[course.length()];
      int open = 0;
      for (int i = 0; i < found.length; i++) {
        open += change(surplus, first.node(i), 1) + change(surplus, way.node(i), -1);
        found[i] &= open == 0;
      }
    }
    for (int k = 0; k < course.stretchCount(); k++) {
      for (int i = course.stretch()[k];
          course.hasLake()[k] && i < course.stretch()[k + 1] - 1;
          i++) {
        found[i] = false;
      }
    }
    return found;
  }

  private static int change(int[] surplus, int node, int by) {
    boolean was = surplus[node] != 0;
    surplus[node] += by;
    return (surplus[node] != 0 ? 1 : 0) - (was ? 1 : 0);
  }

  /// Whether every slot that the part takes was opened in it.
  private boolean isClosed(Part part) {
    for (Course.Season way : course.seasons()) {
      boolean[] isOpened = new boolean[way.slotCount()];
      for (int i = part.from; i < part.to; i++) {
        int slot = way.slot()[i];
        if (slot >= 0 && !isOpened[slot]) {
          return false;
        }
        if (slot >= 0) {
          isOpened[slot] = false;
        }
        for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
          if (way.target()[a] >= 0 && way.opens()[a]) {
            isOpened[way.target()[a]] = true;
          }
        }
      }
    }
    return true;
  }

  /// Arcs of a season that leave the part, in order.
  static int[] exits(Course.Season way, Part part) {
    boolean[] isTaken = new boolean[way.slotCount()];
    int[] found = new int[0];
    int count = 0;
    for (int i = part.to - 1; i >= part.from; i--) {
      for (int a = way.firstArc(i + 1) - 1; a >= way.firstArc(i); a--) {
        int target = way.target()[a];
        if (target >= 0 && !isTaken[target]) {
          found = Arrays.copyOf(found, count + 1);
          found[count++] = a;
        }
        if (target >= 0 && way.opens()[a]) {
          isTaken[target] = false;
        }
      }
      if (way.slot()[i] >= 0) {
        isTaken[way.slot()[i]] = true;
      }
    }
    for (int i = 0; i < count / 2; i++) {
      int swap = found[i];
      found[i] = found[count - 1 - i];
      found[count - 1 - i] = swap;
    }
    return found;
  }
}
