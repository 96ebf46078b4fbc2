package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.tonle.export.map.CutBreaks;
import org.tonle.report.page.Figures;

/// Demand scale: classes of a load to cut. Breaks are 1 and 3 times powers of ten. They depend on
/// the present loads of units, not on the cuts that a rule asks for, so that maps of two rules or
/// confidences have the same colours.
final class DemandScale {
  private final List<Double> breaks;

  /// @param mostNow_t_per_a largest present load of a unit
  DemandScale(double mostNow_t_per_a) {
    breaks = CutBreaks.of(mostNow_t_per_a);
  }

  /// 0 for nothing to cut, else 1 (least) to 5.
  int rank(double cut_t_per_a) {
    if (!(cut_t_per_a > 0)) {
      return 0;
    }
    int rank = 1;
    for (double one : breaks) {
      rank += cut_t_per_a >= one ? 1 : 0;
    }
    return rank;
  }

  static String colour(int rank) {
    return rank == 0 ? "var(--card)" : CutBreaks.COLOURS.get(rank - 1);
  }

  /// Whether letters on this colour must be light.
  static boolean isDark(int rank) {
    return rank >= 4;
  }

  /// "0", "< 3", "3 – 10" …
  List<String> words() {
    List<String> words = new ArrayList<>(List.of("0"));
    for (int i = 0; i < breaks.size(); i++) {
      String to = Figures.two(breaks.get(i));
      words.add(i == 0 ? "< " + to : Figures.two(breaks.get(i - 1)) + " – " + to);
    }
    words.add("≥ " + Figures.two(breaks.getLast()));
    return words;
  }
}
