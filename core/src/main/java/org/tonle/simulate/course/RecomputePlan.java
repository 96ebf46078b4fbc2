package org.tonle.simulate.course;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.tonle.network.order.Course;

/// Plan of a recomputation after a change in a few places: the positions that are computed again,
/// and the kept deliveries that replace the rest. The same for all linked groups that change there.
public final class RecomputePlan {
  private final Course course;
  private final boolean[][] isKept;
  private final boolean[][] isTouched;
  private final boolean[][] isNeeded;
  private final int[][] actions;
  private final int[][] firstAction;

  /// @param isKept arcs whose deliveries are kept, by season
  /// @param isChanged nodes whose loads, or whose segments below, have changed
  public RecomputePlan(Course course, boolean[][] isKept, boolean[] isChanged) {
    this.course = course;
    this.isKept = isKept;
    int seasons = course.seasons().size();
    isTouched = new boolean[seasons][];
    isNeeded = new boolean[seasons][];
    touched(isChanged, isTouched);
    boolean[][] isAwaited = needed(isTouched, isNeeded);
    actions = new int[seasons][];
    firstAction = new int[seasons][course.stretchCount() + 1];
    for (int s = 0; s < seasons; s++) {
      actions[s] = actions(s, isAwaited[s]);
    }
  }

  /// Actions of a stretch in a season, in order: `p >= 0` visits position p, `~a` delivers the kept
  /// vector of arc a. A component of lakes that is computed again has no actions.
  int[] actions(int season) {
    return actions[season];
  }

  int firstAction(int season, int stretch) {
    return firstAction[season][stretch];
  }

  /// Whether results change at a position.
  boolean isTouched(int season, int position) {
    return isTouched[season][position];
  }

  /// Passes on every node and segment whose results are recorded again in some season, in the order
  /// of the course; one may be passed more than once.
  public void recorded(IntConsumer node, IntConsumer segment) {
    for (int k = 0; k < course.stretchCount(); k++) {
      boolean isWhole = course.hasLake()[k] && isRun(k);
      for (int s = 0; s < isTouched.length; s++) {
        Course.Season way = course.seasons().get(s);
        for (int i = course.stretch()[k]; i < course.stretch()[k + 1]; i++) {
          if (isWhole || isTouched[s][i]) {
            node.accept(way.node(i));
            for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
              segment.accept(way.segment(a));
            }
          }
        }
      }
    }
  }

  /// Whether a component of lakes is computed again.
  boolean isRun(int stretch) {
    return isNeeded[0][course.stretch()[stretch]];
  }

  private int[] actions(int s, boolean[] isAwaited) {
    Course.Season way = course.seasons().get(s);
    int[] found = new int[64];
    int count = 0;
    for (int k = 0; k < course.stretchCount(); k++) {
      firstAction[s][k] = count;
      boolean isWhole = course.hasLake()[k] && isRun(k);
      for (int i = course.stretch()[k]; !isWhole && i < course.stretch()[k + 1]; i++) {
        int arcs = way.firstArc(i + 1) - way.firstArc(i);
        if (count + arcs + 1 > found.length) {
          found = Arrays.copyOf(found, 2 * found.length + arcs);
        }
        if (isNeeded[s][i]) {
          found[count++] = i;
          continue;
        }
        for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
          if (isAwaited[a]) {
            found[count++] = ~a;
          }
        }
      }
    }
    firstAction[s][course.stretchCount()] = count;
    return Arrays.copyOf(found, count);
  }

  /// Positions that the change reaches; a component of lakes is touched as a whole, in all seasons.
  private void touched(boolean[] isChanged, boolean[][] isTouched) {
    boolean[][] slotTouched = new boolean[isTouched.length][];
    int[] open = new int[isTouched.length];
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
          if (isTouched[s][i] || open[s] > 0) {
            open[s] += passOn(way, i, isTouched[s][i], slotTouched[s]);
          }
        }
      }
    }
  }

  /// Marks the slots below a position; returns by how many the marked ones grow. Where none is
  /// marked, a position that is not touched marks none.
  private static int passOn(
      Course.Season way, int position, boolean isTouched, boolean[] slotTouched) {
    int more = 0;
    for (int a = way.firstArc(position); a < way.firstArc(position + 1); a++) {
      int target = way.target()[a];
      if (target >= 0) {
        boolean was = slotTouched[target];
        slotTouched[target] = isTouched || (!way.opens()[a] && was);
        more += (slotTouched[target] ? 1 : 0) - (was ? 1 : 0);
      }
    }
    return more;
  }

  /// Positions to be computed: those touched, and upstream of them those whose deliveries were not
  /// kept.
  private boolean[][] needed(boolean[][] isTouched, boolean[][] isNeeded) {
    boolean[][] slotNeeded = new boolean[isTouched.length][];
    boolean[][] isAwaited = new boolean[isTouched.length][];
    int[] open = new int[isTouched.length];
    for (int s = 0; s < isTouched.length; s++) {
      isNeeded[s] = isTouched[s].clone();
      isAwaited[s] = new boolean[course.seasons().get(s).target().length];
      slotNeeded[s] = new boolean[course.seasons().get(s).slotCount()];
    }
    for (int k = course.stretchCount() - 1; k >= 0; k--) {
      int from = course.stretch()[k];
      int to = course.stretch()[k + 1];
      for (int s = 0; s < isTouched.length; s++) {
        Course.Season way = course.seasons().get(s);
        for (int i = to - 1; i >= from; i--) {
          isNeeded[s][i] |= open[s] > 0 && isMissed(way, s, i, slotNeeded[s], isAwaited[s]);
          if (!course.hasLake()[k]) {
            open[s] += takeSlot(way, i, isNeeded[s][i], slotNeeded[s]);
          }
        }
      }
      if (course.hasLake()[k]) {
        boolean isAny = isAny(from, to, isNeeded);
        for (int s = 0; s < isTouched.length; s++) {
          for (int i = from; i < to; i++) {
            isNeeded[s][i] = isAny;
            open[s] += takeSlot(course.seasons().get(s), i, isAny, slotNeeded[s]);
          }
        }
      }
    }
    return isAwaited;
  }

  /// Whether a needed node waits for the position's delivery and that delivery was not kept.
  private boolean isMissed(
      Course.Season way, int s, int position, boolean[] slotNeeded, boolean[] isAwaited) {
    boolean isMissed = false;
    for (int a = way.firstArc(position); a < way.firstArc(position + 1); a++) {
      int target = way.target()[a];
      isAwaited[a] = target >= 0 && slotNeeded[target];
      isMissed |= isAwaited[a] && !isKept[s][a];
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

  /// Marks a position's slot; returns by how many the marked ones grow.
  private static int takeSlot(
      Course.Season way, int position, boolean isNeeded, boolean[] slotNeeded) {
    int slot = way.slot()[position];
    if (slot < 0) {
      return 0;
    }
    boolean was = slotNeeded[slot];
    slotNeeded[slot] = isNeeded;
    return (isNeeded ? 1 : 0) - (was ? 1 : 0);
  }
}
