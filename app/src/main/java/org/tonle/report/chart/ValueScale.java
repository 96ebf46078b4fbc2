package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;

/// Scale of concentrations: linear from 0, or by powers of ten for bacteria.
///
/// @param low smallest value of a logarithmic scale; 0 of a linear one
/// @param top position of the highest value
/// @param bottom position of the lowest
record ValueScale(double low, double high, double top, double bottom) {
  static ValueScale linear(double high, double top, double bottom) {
    return new ValueScale(0, high > 0 ? high : 1, top, bottom);
  }

  static ValueScale powers(double low, double high, double top, double bottom) {
    double least = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(low)));
    double most = StrictMath.pow(10, StrictMath.ceil(StrictMath.log10(high)));
    return new ValueScale(least, StrictMath.max(most, 10 * least), top, bottom);
  }

  boolean isOfPowers() {
    return low > 0;
  }

  /// Position of a value; values beyond the scale are at its ends.
  double px(double value) {
    double share =
        isOfPowers()
            ? StrictMath.log10(StrictMath.max(value, low) / low) / StrictMath.log10(high / low)
            : value / high;
    return bottom - StrictMath.clamp(share, 0, 1) * (bottom - top);
  }

  List<Double> ticks() {
    List<Double> found = new ArrayList<>();
    if (isOfPowers()) {
      double step = StrictMath.log10(high / low) > 6 ? 100 : 10;
      for (double v = low; v <= high * 1.001; v *= step) {
        found.add(v);
      }
      return found;
    }
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(high)));
    double step = 5 * power;
    for (double factor : new double[] {2, 1, 0.5, 0.2}) {
      step = high / (factor * power) <= 5 ? factor * power : step;
    }
    for (int i = 0; i * step <= high; i++) {
      found.add(i * step);
    }
    return found;
  }
}
