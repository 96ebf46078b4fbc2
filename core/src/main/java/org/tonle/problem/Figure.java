package org.tonle.problem;

import org.tonle.convert.Text;

/// Figures as problems print them.
public final class Figure {
  private Figure() {}

  /// Three significant digits, printed the same on every machine: 0.05, 12.3, 456, 7890.
  public static String of(double value) {
    double size = StrictMath.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size >= 100 && size < 1e9) {
      return Long.toString(StrictMath.round(value));
    }
    if (!(size >= 1e-4 && size < 1e9)) {
      return Double.toString(value);
    }
    int decimals = 2 - (int) StrictMath.floor(StrictMath.log10(size));
    String digits = Text.format("%." + decimals + "f", value);
    return digits.replaceFirst("\\.?0+$", "");
  }
}
