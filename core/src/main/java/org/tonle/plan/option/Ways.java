package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.List;

/// Ways of one site into one limit: the different courses that its load takes over the draws. Loads
/// that differ only in size share a way, so that a row with many options stays small.
final class Ways {
  /// Loads whose draws differ by less than this share of the largest share a way.
  private static final double ALIKE = 1e-6;

  private final List<float[]> courses = new ArrayList<>();

  /// A way, and how many of its units make a vector.
  record Course(int way, double amount) {}

  /// The course that a vector takes: a known one, or a new one.
  Course of(float[] vector) {
    for (int w = 0; w < courses.size(); w++) {
      double times = times(courses.get(w), vector);
      if (!Double.isNaN(times)) {
        return new Course(w, times);
      }
    }
    courses.add(vector);
    return new Course(courses.size() - 1, 1);
  }

  List<float[]> courses() {
    return courses;
  }

  /// How many times a way makes the vector; NaN if no number does.
  private static double times(float[] way, float[] vector) {
    int at = 0;
    double most = 0;
    for (int d = 0; d < way.length; d++) {
      if (StrictMath.abs(way[d]) > StrictMath.abs(way[at])) {
        at = d;
      }
      most = StrictMath.max(most, StrictMath.abs(vector[d]));
    }
    if (way[at] == 0) {
      return most == 0 ? 0 : Double.NaN;
    }
    double times = vector[at] / (double) way[at];
    for (int d = 0; d < way.length; d++) {
      if (StrictMath.abs(times * way[d] - vector[d]) > ALIKE * most) {
        return Double.NaN;
      }
    }
    return times;
  }
}
