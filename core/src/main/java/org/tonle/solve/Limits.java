package org.tonle.solve;

/// Limits of a solve: how near to the least cost, how long, and from where.
///
/// `start` holds a value for every column, NaN where it is unknown, or nothing at all. The solver
/// completes and repairs it where it can.
public record Limits(double gap, double seconds, int threads, double[] start, int seed) {
  private static final double[] NO_START = {};

  public Limits {
    if (!(gap >= 0)) {
      throw new IllegalArgumentException("A gap must not be negative, but is " + gap + ".");
    }
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("A time must not be negative, but is " + seconds + ".");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("A solver needs a thread, but gets " + threads + ".");
    }
  }

  /// One thread, so that the same program always gets the same answer.
  public static Limits of(double gap, double seconds) {
    return new Limits(gap, seconds, 1, NO_START, 0);
  }

  /// No limit of time, and no gap but that of rounding.
  public static Limits none() {
    return of(0, Double.POSITIVE_INFINITY);
  }

  public Limits from(double... values) {
    return new Limits(gap, seconds, threads, values, seed);
  }

  public Limits withSeconds(double other) {
    return new Limits(gap, other, threads, start, seed);
  }

  /// A start for another program is a caller's fault.
  void requireFor(Program program) {
    if (start.length != 0 && start.length != program.columnCount()) {
      throw new IllegalArgumentException(
          "A start has " + start.length + " values for " + program.columnCount() + " columns.");
    }
  }
}
