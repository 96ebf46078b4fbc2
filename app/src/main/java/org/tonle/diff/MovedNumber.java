package org.tonle.diff;

/// Moved number: a figure of a result table that differs between the two results.
///
/// @param key cells that identify its row
/// @param change change relative to the earlier figure; infinite from 0; NaN for a word
public record MovedNumber(
    String file, String key, String column, String before, String after, double change) {

  /// Size by which moves are sorted: the difference of the two figures relative to the larger one.
  double size() {
    double a = number(before);
    double b = number(after);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return -1;
    }
    return StrictMath.abs(b - a) / StrictMath.max(StrictMath.abs(a), StrictMath.abs(b));
  }

  static MovedNumber of(String file, String key, String column, String before, String after) {
    double a = number(before);
    double change = (number(after) - a) / StrictMath.abs(a);
    return new MovedNumber(file, key, column, before, after, change);
  }

  /// The figure, or NaN if the cell holds none.
  static double number(String cell) {
    boolean isFigure =
        !cell.isEmpty() && cell.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    try {
      return isFigure ? Double.parseDouble(cell) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Whether two cells differ beyond the last of their six printed digits.
  static boolean differ(String before, String after) {
    if (before.equals(after)) {
      return false;
    }
    double a = number(before);
    double b = number(after);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return true;
    }
    double large = StrictMath.max(StrictMath.abs(a), StrictMath.abs(b));
    double digit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(large)) - 5);
    return StrictMath.abs(b - a) > 1.5 * digit;
  }
}
