package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;

/// Scale of values: linear, or by powers of ten for bacteria.
///
/// @param top position of the highest value
/// @param bottom position of the lowest
public record ValueScale(double low, double high, double top, double bottom, boolean isOfPowers) {
  public static ValueScale linear(double high, double top, double bottom) {
    return linear(0, high > 0 ? high : 1, top, bottom);
  }

  public static ValueScale linear(double low, double high, double top, double bottom) {
    return new ValueScale(low, high > low ? high : low + 1, top, bottom, false);
  }

  public static ValueScale powers(double low, double high, double top, double bottom) {
    double least = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(low)));
    double most = StrictMath.pow(10, StrictMath.ceil(StrictMath.log10(high)));
    return new ValueScale(least, StrictMath.max(most, 10 * least), top, bottom, true);
  }

  /// Position of a value; values beyond the scale are at its ends.
  public double px(double value) {
    double share =
        isOfPowers()
            ? StrictMath.log10(StrictMath.max(value, low) / low) / StrictMath.log10(high / low)
            : (value - low) / (high - low);
    return bottom - StrictMath.clamp(share, 0, 1) * (bottom - top);
  }

  public List<Double> ticks() {
    List<Double> found = new ArrayList<>();
    if (isOfPowers()) {
      double step = StrictMath.log10(high / low) > 6 ? 100 : 10;
      for (double v = low; v <= high * 1.001; v *= step) {
        found.add(v);
      }
      return found;
    }
    double range = high - low;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(range)));
    double step = 5 * power;
    for (double factor : new double[] {2, 1, 0.5, 0.2}) {
      step = range / (factor * power) <= 5 ? factor * power : step;
    }
    double first = StrictMath.ceil(low / step - 1e-9);
    for (int i = 0; (first + i) * step <= high * (1 + 1e-12); i++) {
      found.add((first + i) * step);
    }
    return found;
  }
}
