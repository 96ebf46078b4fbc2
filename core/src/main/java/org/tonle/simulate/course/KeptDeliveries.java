package org.tonle.simulate.course;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;

/// Kept deliveries of the arcs below larger river systems, from a full run, so that a change
/// elsewhere need not compute them again.
public final class KeptDeliveries<V> {
  private final boolean[][] isKept;
  private final @Nullable Object[][] held;

  /// @param least fewest nodes upstream of an arc that is kept, itself included
  public KeptDeliveries(Course course, int least) {
    this(arcs(course, least));
  }

  /// @param isKept arcs whose deliveries are kept, by season
  public KeptDeliveries(boolean[][] isKept) {
    this.isKept = isKept;
    held = new Object[isKept.length][];
    for (int s = 0; s < held.length; s++) {
      held[s] = new Object[isKept[s].length];
    }
  }

  /// Arcs below larger river systems, by season.
  ///
  /// @param least fewest nodes upstream of an arc that is kept, itself included
  public static boolean[][] arcs(Course course, int least) {
    int[] upstream = Parts.upstream(course);
    boolean[][] found = new boolean[course.seasons().size()][];
    for (int s = 0; s < found.length; s++) {
      Course.Season way = course.seasons().get(s);
      found[s] = new boolean[way.target().length];
      for (int i = 0; i < course.length(); i++) {
        for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
          found[s][a] = way.target()[a] >= 0 && upstream[i] >= least;
        }
      }
    }
    return found;
  }

  /// Which arcs are kept, by season.
  public boolean[][] isKept() {
    return isKept;
  }

  public boolean isKept(int season, int arc) {
    return isKept[season][arc];
  }

  /// Arcs that hold a vector.
  public int count() {
    int found = 0;
    for (@Nullable Object[] season : held) {
      for (@Nullable Object vector : season) {
        found += vector == null ? 0 : 1;
      }
    }
    return found;
  }

  /// The vector of an arc, created at its first use.
  @SuppressWarnings("unchecked") // the array holds vectors of one carrier only
  V at(Carrier<V> carrier, int season, int arc) {
    Object found = held[season][arc];
    if (found == null) {
      found = carrier.vector();
      held[season][arc] = found;
    }
    return (V) found;
  }
}
