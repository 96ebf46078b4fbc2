package org.tonle.demand;

import java.util.Locale;

/// Rule for dividing a cut among the sources that cause a breach (docs/theory/demand.md, Eqs. 5–7).
public enum Rule {
  /// Every source keeps the same share of its load.
  EQUAL_PERCENTAGE,
  /// Every effluent comes down to the same concentration; a source without wastewater is not cut.
  EQUAL_CONCENTRATION,
  /// The percentage cut grows in proportion to the contribution of the source.
  BY_CONTRIBUTION;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Share of its load that a source keeps at a strictness; it is 1 at strictness 1 and falls with
  /// it.
  ///
  /// @param strictness from 0 to 1: 1 asks for nothing, 0 for the largest cut of the rule
  /// @param contribution contribution of the source over the largest one at the place
  /// @param concentration concentration of its effluent over the largest one; NaN without
  ///   wastewater
  double kept(double strictness, double contribution, double concentration) {
    return switch (this) {
      case EQUAL_PERCENTAGE -> strictness;
      case EQUAL_CONCENTRATION -> concentration > strictness ? strictness / concentration : 1;
      case BY_CONTRIBUTION ->
          strictness > 0 ? StrictMath.max(0, 1 - (1 - strictness) / strictness * contribution) : 0;
    };
  }
}
