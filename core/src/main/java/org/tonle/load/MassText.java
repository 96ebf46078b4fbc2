package org.tonle.load;

import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.problem.Figure;

/// Text for masses of load and for places, as problems name them.
public final class MassText {
  private static final int MOST_NAMED = 20;

  private MassText() {}

  /// "BOD 12.3, TN 4.56 t/a", BOD as 5-day, in the order of the constituents; organisms are left
  /// out because they have no mass.
  ///
  /// @param load_g_per_s mean of the year by constituent
  public static String perYear(List<Constituent> constituents, Map<String, Double> load_g_per_s) {
    List<String> parts =
        constituents.stream()
            .filter(c -> !c.unit().counts() && load_g_per_s.getOrDefault(c.id(), 0.0) > 0)
            .map(c -> c.id() + " " + tonnes(load_g_per_s.getOrDefault(c.id(), 0.0)))
            .toList();
    return parts.isEmpty() ? "0 t/a" : String.join(", ", parts) + " t/a";
  }

  private static String tonnes(double g_per_s) {
    return Figure.of(Convert.tonnesPerYearFromGramsPerSecond(g_per_s));
  }

  /// The first names of a list, and the number of names left out.
  public static String some(List<String> names) {
    int more = names.size() - MOST_NAMED;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMED)) + " … (+" + more + ")";
  }
}
