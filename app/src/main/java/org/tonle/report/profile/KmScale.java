package org.tonle.report.profile;

import java.util.List;

/// Scale of distance along a stem, stretched over the part where its outfalls crowd.
///
/// @param length of the stem's drawing
/// @param from begin of the stretched part; equal to `to` if nothing is stretched
/// @param factor by which a kilometre there is longer than elsewhere
record KmScale(double length, double from, double to, double factor, double left, double right) {
  /// Smallest share of the outfalls that makes it worth while, and largest share of the length.
  private static final double LEAST_OUTFALLS = 0.4;

  private static final double MOST_LENGTH = 0.3;
  private static final double WIDEST = 0.5;
  private static final double MARGIN = 0.02;
  private static final int LEAST = 3;

  static KmScale of(double length, List<Double> outfalls, double left, double right) {
    List<Double> at = outfalls.stream().sorted().toList();
    double best = 0;
    double from = 0;
    double to = 0;
    for (int i = 0; i < at.size(); i++) {
      for (int j = i + LEAST - 1; j < at.size(); j++) {
        double start = StrictMath.max(0, at.get(i) - MARGIN * length);
        double end = StrictMath.min(length, at.get(j) + MARGIN * length);
        double share = (j - i + 1.0) / at.size();
        double part = (end - start) / length;
        if (share >= LEAST_OUTFALLS && part <= MOST_LENGTH && share - part > best) {
          best = share - part;
          from = start;
          to = end;
        }
      }
    }
    double part = length > 0 ? (to - from) / length : 0;
    double wanted = StrictMath.min(WIDEST, StrictMath.max(part, best));
    double factor = part > 0 ? wanted * (1 - part) / ((1 - wanted) * part) : 1;
    boolean isWorth = factor >= 1.5;
    return new KmScale(
        length, isWorth ? from : 0, isWorth ? to : 0, isWorth ? factor : 1, left, right);
  }

  boolean isStretched() {
    return to > from;
  }

  /// Position in the picture.
  double px(double at) {
    double all = length + (factor - 1) * (to - from);
    double inside = StrictMath.clamp(at, from, to) - from;
    double stretched = at + (factor - 1) * inside;
    return all > 0 ? left + (right - left) * stretched / all : left;
  }
}
