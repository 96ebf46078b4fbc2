package org.tonle.export.map;

import java.util.ArrayList;
import java.util.List;

/// Cut breaks: where the colours of a load to cut change, in half decades below the largest present
/// load of a unit. Reports and maps use the same.
public final class CutBreaks {
  /// Colours from the least to the largest cut, "#RRGGBB".
  public static final List<String> COLOURS =
      List.of("#F1E6F2", "#D5B3DA", "#B07FC0", "#824E9C", "#4A2170");

  private CutBreaks() {}

  /// One break fewer than there are colours, in rising order.
  ///
  /// @param mostNow_t_per_a largest present load of a unit
  public static List<Double> of(double mostNow_t_per_a) {
    int power = (int) StrictMath.floor(StrictMath.log10(mostNow_t_per_a));
    boolean isThree = mostNow_t_per_a >= 3 * StrictMath.pow(10, power);
    int top = 2 * power + (isThree ? 0 : -1);
    List<Double> breaks = new ArrayList<>();
    for (int n = top - COLOURS.size() + 2; n <= top; n++) {
      breaks.add(halfDecade(n));
    }
    return breaks;
  }

  /// 1, 3, 10, 30 … for n = 0, 1, 2, 3 …
  private static double halfDecade(int n) {
    double power = StrictMath.pow(10, StrictMath.floorDiv(n, 2));
    return StrictMath.floorMod(n, 2) == 1 ? 3 * power : power;
  }
}
