package org.tonle.load;

import java.util.Optional;
import org.tonle.model.EffluentLimit;

/// What leaves a plant, works or sewer, beside its own effluent standard.
///
/// @param concentration in the constituent's unit, at the central flow
/// @param limit the limit it is judged by, if one is named
public record Outfall(
    String source,
    String constituent,
    double wastewater_m3_per_d,
    double concentration,
    Optional<EffluentLimit> limit) {
  /// Whether it keeps its limit; empty where it has none.
  public Optional<Boolean> isMet() {
    return limit.map(
        l -> l.statistic().isMinimum() ? concentration >= l.value() : concentration <= l.value());
  }
}
