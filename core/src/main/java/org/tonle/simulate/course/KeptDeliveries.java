package org.tonle.simulate.course;

import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;

/// Deliveries of the arcs below larger river systems, kept from a full run, so that a change
/// elsewhere need not compute them again.
public final class KeptDeliveries<V> {
  private final boolean[][] isKept;
  private final @Nullable Object[][] held;

  /// @param least nodes upstream of an arc that is kept, itself included
  public KeptDeliveries(Course course, int least) {
    int[] upstream = Parts.upstream(course);
    int seasons = course.seasons().size();
    isKept = new boolean[seasons][];
    held = new Object[seasons][];
    for (int s = 0; s < seasons; s++) {
      Course.Season way = course.seasons().get(s);
      isKept[s] = new boolean[way.target().length];
      held[s] = new Object[way.target().length];
      for (int i = 0; i < course.length(); i++) {
        for (int a = way.firstArc(i); a < way.firstArc(i + 1); a++) {
          isKept[s][a] = way.target()[a] >= 0 && upstream[i] >= least;
        }
      }
    }
  }

  /// Which arcs are kept, by season.
  public boolean[][] isKept() {
    return isKept;
  }

  public boolean isKept(int season, int arc) {
    return isKept[season][arc];
  }

  /// The vector of an arc, made where there is none yet.
  @SuppressWarnings("unchecked") // only vectors of one carrier are put in
  V at(Carrier<V> carrier, int season, int arc) {
    Object found = held[season][arc];
    if (found == null) {
      found = carrier.vector();
      held[season][arc] = found;
    }
    return (V) found;
  }
}
