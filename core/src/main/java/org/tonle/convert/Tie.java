package org.tonle.convert;

/// Tie of a figure with its limit: the one comparison with limits of the whole program. Two figures
/// that differ by no more than rounding are equal, and what is equal to a limit is neither above
/// nor below it: water is often set to its limit on purpose (docs/theory/uncertainty.md, Eq. 9).
public final class Tie {
  /// Relative difference that counts as none between figures in double precision.
  public static final double EXACT = 1e-6;

  /// The same in the draws, which are kept in single precision.
  public static final double DRAWN = 1e-5;

  private Tie() {}

  /// Whether a figure meets a limit: is not below a minimum, not above a maximum.
  public static boolean isMet(double figure, double limit, boolean isMinimum) {
    return isMinimum ? !isBelow(figure, limit) : !isAbove(figure, limit);
  }

  public static boolean isAbove(double figure, double limit) {
    return figure > most(limit, EXACT);
  }

  public static boolean isBelow(double figure, double limit) {
    return figure < least(limit, EXACT);
  }

  /// The largest figure that is not above a limit.
  ///
  /// @param difference `EXACT` or `DRAWN`
  public static double most(double limit, double difference) {
    return Double.isInfinite(limit) ? limit : limit + difference * StrictMath.abs(limit);
  }

  /// The smallest figure that is not below a limit.
  public static double least(double limit, double difference) {
    return Double.isInfinite(limit) ? limit : limit - difference * StrictMath.abs(limit);
  }

  /// The last figure that still meets a limit.
  public static double last(double limit, boolean isMinimum, double difference) {
    return isMinimum ? least(limit, difference) : most(limit, difference);
  }
}
