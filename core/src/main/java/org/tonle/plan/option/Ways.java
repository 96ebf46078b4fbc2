package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.List;

/// Ways of one site into one limit: the different courses that its load takes over the draws. Loads
/// that differ only in size share a way, so that a row with many options stays small.
final class Ways {
  /// Loads whose draws differ by less than this share of the largest share a way.
  private static final double ALIKE = 1e-6;

  /// Course of a load that does not get there.
  static final Course NOTHING = new Course(0, 0);

  private final List<float[]> courses = new ArrayList<>();

  /// Draw in which each course is largest.
  private final List<Integer> peak = new ArrayList<>();

  /// A way, and how many of its units make a vector.
  record Course(int way, double amount) {}

  /// The course that a vector takes: a known one, or a new one.
  Course of(float[] vector) {
    int at = peak(vector);
    if (vector[at] == 0) {
      return NOTHING;
    }
    for (int w = 0; w < courses.size(); w++) {
      if (peak.get(w) == at && isAlike(courses.get(w), vector, at)) {
        return new Course(w, vector[at] / (double) courses.get(w)[at]);
      }
    }
    courses.add(vector);
    peak.add(at);
    return new Course(courses.size() - 1, 1);
  }

  private static int peak(float[] vector) {
    int at = 0;
    for (int d = 0; d < vector.length; d++) {
      if (StrictMath.abs(vector[d]) > StrictMath.abs(vector[at])) {
        at = d;
      }
    }
    return at;
  }

  /// Whether two vectors with the same peak differ in size alone.
  private static boolean isAlike(float[] way, float[] vector, int at) {
    double times = vector[at] / (double) way[at];
    double most = ALIKE * StrictMath.abs(vector[at]);
    for (int d = 0; d < way.length; d++) {
      if (StrictMath.abs(times * way[d] - vector[d]) > most) {
        return false;
      }
    }
    return true;
  }

  List<float[]> courses() {
    return courses;
  }
}
