package org.tonle.sample;

/// Figure range: an estimate of a figure between the least and the most that the samples allow.
/// Bounds of a laboratory leave it open; without them all three are one.
///
/// @param value estimate, NaN if there is none
public record FigureRange(double value, double low, double high) {
  static final FigureRange UNKNOWN = new FigureRange(Double.NaN, 0, Double.POSITIVE_INFINITY);

  static FigureRange exactly(double value) {
    return new FigureRange(value, value, value);
  }

  /// A figure known only within bounds; exact if they meet.
  static FigureRange between(double low, double high) {
    return new FigureRange(isOne(low, high) ? low : Double.NaN, low, high);
  }

  public boolean isExact() {
    return isOne(low, high);
  }

  private static boolean isOne(double low, double high) {
    return Double.compare(low, high) == 0;
  }
}
