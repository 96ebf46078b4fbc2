package org.tonle.report.picture;

import java.util.List;

/// Inside of a ring of points, where words can be placed.
final class Inside {
  /// Number of grid steps in each direction of the search.
  private static final int STEPS = 24;

  private Inside() {}

  /// Area of a ring (shoelace); 0 for none.
  static double area(List<double[]> ring) {
    double twice = 0;
    for (int i = 1; i < ring.size(); i++) {
      twice += ring.get(i - 1)[0] * ring.get(i)[1] - ring.get(i)[0] * ring.get(i - 1)[1];
    }
    return StrictMath.abs(twice) / 2;
  }

  /// The point of a grid inside that is furthest from the ring; width counts more than height,
  /// because words are wide.
  static double[] of(List<double[]> ring) {
    double[] box = {1e9, 1e9, -1e9, -1e9};
    for (double[] p : ring) {
      box[0] = StrictMath.min(box[0], p[0]);
      box[1] = StrictMath.min(box[1], p[1]);
      box[2] = StrictMath.max(box[2], p[0]);
      box[3] = StrictMath.max(box[3], p[1]);
    }
    double[] best = {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};
    double most = 0;
    for (int i = 1; i < STEPS; i++) {
      for (int j = 1; j < STEPS; j++) {
        double x = box[0] + (box[2] - box[0]) * i / STEPS;
        double y = box[1] + (box[3] - box[1]) * j / STEPS;
        double room = holds(ring, x, y) ? room(ring, x, y) : 0;
        if (room > most) {
          most = room;
          best = new double[] {x, y};
        }
      }
    }
    return best;
  }

  /// Whether a ray to the right crosses the ring an odd number of times.
  static boolean holds(List<double[]> ring, double x, double y) {
    boolean isInside = false;
    for (int i = 1; i < ring.size(); i++) {
      double[] a = ring.get(i - 1);
      double[] b = ring.get(i);
      boolean isAcross = a[1] > y != b[1] > y;
      if (isAcross && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
        isInside = !isInside;
      }
    }
    return isInside;
  }

  /// Width of the ring at a point inside it.
  static double chord(List<double[]> ring, double[] at) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ring.size(); i++) {
      double[] a = ring.get(i - 1);
      double[] b = ring.get(i);
      if (a[1] > at[1] != b[1] > at[1]) {
        double x = (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0];
        left = x <= at[0] ? StrictMath.min(left, at[0] - x) : left;
        right = x > at[0] ? StrictMath.min(right, x - at[0]) : right;
      }
    }
    return left + right;
  }

  private static double room(List<double[]> ring, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ring.size(); i++) {
      least = StrictMath.min(least, away(ring.get(i - 1), ring.get(i), x, y));
    }
    return least;
  }

  /// Distance to a segment of the ring; heights count double.
  private static double away(double[] a, double[] b, double x, double y) {
    double dx = b[0] - a[0];
    double dy = 2 * (b[1] - a[1]);
    double px = x - a[0];
    double py = 2 * (y - a[1]);
    double length = dx * dx + dy * dy;
    double share = length > 0 ? StrictMath.clamp((px * dx + py * dy) / length, 0, 1) : 0;
    double ex = px - share * dx;
    double ey = py - share * dy;
    return StrictMath.sqrt(ex * ex + ey * ey);
  }
}
