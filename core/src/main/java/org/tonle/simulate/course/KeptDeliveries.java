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
    return arcs(course, Parts.upstream(course), least);
  }

  private static boolean[][] arcs(Course course, int[] upstream, int least) {
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

  /// Arcs below as many river systems as a size allows: all of them where it can, else those below
  /// the larger ones. What is kept changes the time of a recomputation, never its result.
  ///
  /// @param vector_byte size of one delivery, all linked groups together
  /// @param most_byte size of all deliveries
  public static boolean[][] within(Course course, long vector_byte, long most_byte) {
    int[] upstream = Parts.upstream(course);
    int least = 1;
    while (least < upstream.length && count(course, upstream, least) * vector_byte > most_byte) {
      least *= 2;
    }
    return arcs(course, upstream, least);
  }

  private static long count(Course course, int[] upstream, int least) {
    long found = 0;
    for (Course.Season way : course.seasons()) {
      for (int i = 0; i < course.length(); i++) {
        found += upstream[i] >= least ? way.firstArc(i + 1) - way.firstArc(i) : 0;
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
