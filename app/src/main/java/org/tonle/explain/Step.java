package org.tonle.explain;

import java.util.Locale;
import org.tonle.model.Provenance;

/// Step of the chain from an input to the water.
///
/// @param value figure of the step
/// @param unit its unit, or ""
/// @param at row that the figure stands in; no file if it is computed
/// @param provenance reference and quality mark of that row
public record Step(Kind kind, double value, String unit, InputRows.At at, Provenance provenance) {
  /// No row: the figure is computed.
  public static final InputRows.At COMPUTED = new InputRows.At("", 0);

  public enum Kind {
    PEOPLE,
    GROWN,
    SHARE,
    PER_PERSON,
    EMPLOYEES,
    PRODUCTION,
    WASTEWATER,
    PER_EMPLOYEE,
    PER_TONNE,
    CONCENTRATION,
    HEADS,
    PER_HEAD,
    AREA,
    EXPORT,
    INPUT,
    PER_INPUT,
    MEASURED,
    /// Wastewater that a measured concentration is of.
    TIMES_WATER,
    GENERATED,
    TREATED,
    SPILT,
    CHANGED,
    PASSING,
    LEFT,
    DELIVERY,
    SEASON,
    ENTERING;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Step computed(Kind kind, double value, String unit) {
    return new Step(kind, value, unit, COMPUTED, Provenance.NONE);
  }
}
