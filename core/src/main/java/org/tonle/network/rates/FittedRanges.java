package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.problem.Figure;
import org.tonle.problem.Problem;

/// Ranges of the fitted formulas, and where a study uses them beyond: there they are extended, not
/// known (docs/theory/kinetics.md).
final class FittedRanges {
  /// Formula and the range of one of its inputs.
  private enum Range {
    SATURATION_TEMPERATURE(
        "Benson & Krause 1984", "temperature", 0, OxygenSaturation.WARMEST_C, "°C"),
    SATURATION_SALINITY(
        "Benson & Krause 1984", "salinity", 0, OxygenSaturation.SALTIEST_G_PER_KG, "g/kg"),
    REAERATION_DEPTH("Covar 1976", "depth", Reaeration.SHALLOWEST_M, Reaeration.DEEPEST_M, "m"),
    REAERATION_VELOCITY(
        "Covar 1976", "velocity", Reaeration.SLOWEST_M_PER_S, Reaeration.FASTEST_M_PER_S, "m/s"),
    WIND("Banks & Herrera 1977", "wind", 0, Reaeration.WINDIEST_M_PER_S, "m/s");

    private final String formula;
    private final String quantity;
    private final double least;
    private final double most;
    private final String unit;

    Range(String formula, String quantity, double least, double most, String unit) {
      this.formula = formula;
      this.quantity = quantity;
      this.least = least;
      this.most = most;
      this.unit = unit;
    }

    private double beyond(double value) {
      return StrictMath.max(least - value, value - most);
    }

    private String told() {

      return formula
          + ": "
          + quantity
          + " "
          + Figure.of(least)
          + "–"
          + Figure.of(most)
          + " "
          + unit;
    }
  }

  private static final class Beyond {
    private double value;
    private String where = "";
    private int count;
  }

  private final Map<Range, Beyond> found = new LinkedHashMap<>();

  /// Notes what the saturation of oxygen is worked out from.
  void saturation(Environment here, double salinity_g_per_kg) {
    note(Range.SATURATION_TEMPERATURE, here.temperature_c(), here);
    note(Range.SATURATION_SALINITY, salinity_g_per_kg, here);
  }

  /// Notes what the reaeration of a river is worked out from; where it is the wind's, it is not
  /// from velocity.
  void river(Environment here) {
    if (Reaeration.isByVelocity(here.velocity_m_per_s(), here.depth_m(), here.wind_m_per_s())) {
      note(Range.REAERATION_DEPTH, here.depth_m(), here);
      note(Range.REAERATION_VELOCITY, here.velocity_m_per_s(), here);
    }
  }

  /// Notes what the reaeration of standing water is worked out from.
  void lake(Environment here) {
    note(Range.WIND, here.wind_m_per_s(), here);
  }

  private void note(Range range, double value, Environment here) {
    if (!(range.beyond(value) > 0)) {
      return;
    }
    Beyond beyond = found.computeIfAbsent(range, r -> new Beyond());
    beyond.count++;
    if (beyond.where.isEmpty() || range.beyond(value) > range.beyond(beyond.value)) {
      beyond.value = value;
      beyond.where = here.site().id() + " (" + here.season() + ")";
    }
  }

  /// One warning for each range that is left, with the place furthest beyond.
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    found.forEach(
        (range, beyond) ->
            problems.add(
                Problem.warning(
                    "beyond_fit",
                    "",
                    0,
                    "",
                    range.told(),
                    beyond.where + ": " + Figure.of(beyond.value) + " " + range.unit,
                    Integer.toString(beyond.count))));
    return problems;
  }
}
